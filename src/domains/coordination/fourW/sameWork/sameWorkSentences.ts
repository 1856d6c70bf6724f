/** What is said about work that looks the same. */
import type { Sentences } from '../../../../kernel/index.ts'

export const sameWorkSentences: Sentences = {
  'coordination.not-the-same-now': {
    pt: 'Estas actividades já não parecem o mesmo trabalho, ou não são da sua organização. Volte a carregar a página e veja o que ainda espera resposta.',
    en: 'These activities no longer look like the same work, or are not of your organisation. Load the page again and see what still waits for an answer.',
  },
  'coordination.say-why': {
    pt: 'Falta dizer porquê. Escreva numa frase o que as distingue, ou como dividem o trabalho.',
    en: 'It is missing why. Write in one sentence what sets them apart, or how you share the work.',
  },
}
