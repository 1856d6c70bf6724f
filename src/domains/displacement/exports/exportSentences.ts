/** What the checks before a publication say, in words. */
import type { Sentences } from '../../../kernel/index.ts'

export const exportSentences: Sentences = {
  'publish.hapi-duplicate': {
    pt: '{rows} linhas repetem o mesmo lugar, ronda, motivo e origem: {places}. Junte-as ou corrija a chave antes de publicar; caso contrário, contam duas vezes.',
    en: '{rows} rows repeat the same place, round, reason and origin: {places}. Merge them or correct the key before publishing, or people are counted twice.',
  },
  'publish.hapi-pcode': {
    pt: 'A lista comum de códigos não concorda em {rows} linhas ({finding}). Confirme o código do lugar, ou publique com esta nota.',
    en: 'The common list of place codes disagrees on {rows} rows ({finding}). Confirm the code of the place, or publish with this note.',
  },
}
