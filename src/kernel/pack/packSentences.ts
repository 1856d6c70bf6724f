/** What is said when a country pack cannot be used, and what to do. */
import type { Sentences } from '../text/sentences.ts'

export const packSentences: Sentences = {
  'pack.not-found': {
    pt: 'Não há nenhum país em «{from}». Dê o nome de uma pasta de country/, uma pasta, ou um ficheiro JSON.',
    en: 'There is no country at "{from}". Give the name of a folder under country/, a folder, or a JSON file.',
  },
  'pack.unreadable': {
    pt: 'O ficheiro {file} do país não se consegue ler ({problem}). Reponha-o da cópia e comece de novo.',
    en: 'The file {file} of the country cannot be read ({problem}). Restore it from the copy and start again.',
  },
  'pack.invalid': {
    pt: 'O ficheiro {file} do país tem um erro em «{place}»: {problem}. Corrija-o e comece de novo.',
    en: 'The file {file} of the country has a fault at "{place}": {problem}. Correct it and start again.',
  },
  'pack.parent-missing': {
    pt: '{places#} {places#|lugar está dentro|lugares estão dentro} de lugares que a lista não tem: {places}. Acrescente os que faltam ou corrija o código.',
    en: '{places#} {places#|place lies inside|places lie inside} places that are not in the list: {places}. Add those that are missing, or correct the code.',
  },
}
