/** What is said when a project's IATI file cannot go out, and what to do. */
import type { Sentences } from '../../../kernel/index.ts'

export const iatiSentences: Sentences = {
  'results.iati-no-organisation': {
    pt: 'O identificador IATI da missão ainda não se conhece. Escreva-o no pacote do país (country.json, iatiOrganisation) e comece de novo; sem ele nenhum ficheiro sai.',
    en: 'The IATI identifier of the mission is not known yet. Write it in the country pack (country.json, iatiOrganisation) and start again; without it no file goes out.',
  },
  'results.iati-no-identifier': {
    pt: 'O projecto {project} não tem identificador IATI. Escreva-o na página do projecto.',
    en: 'Project {project} has no IATI identifier. Write it on the page of the project.',
  },
}
