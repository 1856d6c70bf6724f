/** What the last look before a publication refuses, in words. The properties and values themselves are not repeated: a message must not leak them. */
import type { Sentences } from '../text/sentences.ts'

export const publishSentences: Sentences = {
  'publish.personal-data': {
    pt: 'Folha «{sheet}», coluna «{column}»: contém {what} ({rows} {rows|linha|linhas}). Retire a coluna, ou publique só os totais.',
    en: 'Sheet "{sheet}", column "{column}": it holds {what} ({rows} {rows|row|rows}). Take the column out, or publish the totals only.',
  },
  'publish.hidden-part': {
    pt: 'Folha «{sheet}»: tem {what}, que qualquer leitor pode abrir. Apague-as e faça o ficheiro de novo.',
    en: 'Sheet "{sheet}": it has {what}, which any reader can open. Delete them and make the file again.',
  },
  'publish.document-properties': {
    pt: 'As propriedades do ficheiro dizem quem o fez ({properties}). Apague-as antes de publicar.',
    en: 'The properties of the file say who made it ({properties}). Clear them before publishing.',
  },
}
