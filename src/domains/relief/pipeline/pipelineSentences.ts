/** What is said about the pipeline and its lines. */
import type { Sentences } from '../../../kernel/index.ts'

export const pipelineSentences: Sentences = {
  'relief.dates-out-of-order': {
    pt: 'As datas não estão por ordem: mais cedo {earliest}, provável {likely}, mais tarde {latest}. Corrija-as.',
    en: 'The dates are not in order: earliest {earliest}, likely {likely}, latest {latest}. Correct them.',
  },
  'relief.wood-without-assessment': {
    pt: 'Compra de madeira ou bambu sem avaliação ambiental. Cite a avaliação do lugar de onde vem antes de encomendar.',
    en: 'A purchase of wood or bamboo without an environmental assessment. Cite the assessment of the place that it comes from before ordering.',
  },
  'relief.no-need-cited': {
    pt: 'Nenhuma avaliação de necessidades é citada. Cite a que justifica a compra.',
    en: 'No needs assessment is cited. Cite the one that justifies the purchase.',
  },
  'relief.pipeline-line-unknown': {
    pt: 'A linha da cadeia indicada para «{item}» não existe ou foi cancelada. Actualize a página e escolha outra, ou nenhuma.',
    en: 'The pipeline line named for "{item}" does not exist or was cancelled. Load the page again and choose another, or none.',
  },
  'relief.pipeline-line-other': {
    pt: 'A linha da cadeia é de «{expected}», e recebeu-se «{item}». Escolha a linha do mesmo artigo, ou nenhuma.',
    en: 'The pipeline line is of "{expected}", and "{item}" was received. Choose the line of the same item, or none.',
  },
}
