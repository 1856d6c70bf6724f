/** What the checks before a publication say, in words. */
import type { Sentences } from '../../../kernel/index.ts'

export const exportSentences: Sentences = {
  'publish.hapi-duplicate': {
    pt: '{rows} {rows|linha repete o mesmo lugar|linhas repetem o mesmo lugar}, ronda, motivo e origem: {places}. Junte o que se repete, ou corrija a chave, antes de publicar; senão há pessoas contadas duas vezes.',
    en: '{rows} {rows|row repeats|rows repeat} the same place, round, reason and origin: {places}. Merge what is repeated, or correct the key, before publishing, or people are counted twice.',
  },
  'publish.hapi-pcode': {
    pt: 'A lista comum de códigos não concorda em {rows} {rows|linha|linhas} ({finding}). Confirme o código do lugar, ou publique com esta nota.',
    en: 'The common list of place codes disagrees on {rows} {rows|row|rows} ({finding}). Confirm the code of the place, or publish with this note.',
  },
}
