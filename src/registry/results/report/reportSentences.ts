/** What is said when a report of the strategy cannot go on, and what to do. */
import type { Sentences } from '../../../kernel/index.ts'

export const reportSentences: Sentences = {
  'report.number-unbound': {
    pt: '«{said}» não está ligado a nenhum número fixado ({area}): «{sentence}». Tire-o, ou escreva o número tal como está no quadro.',
    en: '"{said}" is bound to no frozen figure ({area}): "{sentence}". Take it out, or write the number as it stands in the table.',
  },
  'report.number-differs': {
    pt: 'O texto diz «{said}» ({area}); dos números fixados resulta {computed}: «{sentence}». Corrija o texto.',
    en: 'The text says "{said}" ({area}); from the frozen figures follows {computed}: "{sentence}". Correct the text.',
  },
  'report.same-person': {
    pt: 'Quem fixou os números ou reviu o texto não dá este passo. Peça a outra pessoa.',
    en: 'Whoever froze the figures or reviewed the text does not take this step. Ask another person.',
  },
  'report.begun-already': {
    pt: 'O relatório de {from} a {to} já foi começado. Continue esse.',
    en: 'The report from {from} to {to} was begun already. Go on with that one.',
  },
  'report.published-already': {
    pt: 'O relatório de {from} a {to} já está publicado. Para uma nova edição, diga nas duas línguas o que muda.',
    en: 'The report from {from} to {to} is published already. For a new edition, say in both languages what changes.',
  },
  'report.no-such-subject': {
    pt: 'Este relatório não diz de que projecto ou área é. Escolha um projecto para um doador, ou uma das áreas da estratégia.',
    en: 'This report does not say which project or area it is about. Choose a project for a donor, or one of the areas of the strategy.',
  },
  'report.no-figures': {
    pt: 'O documento faz-se dos números fixados, e este relatório ainda não os tem. Fixe primeiro os números.',
    en: 'The document is made from frozen figures, and this report has none yet. Freeze the figures first.',
  },
  'report.text-closed': {
    pt: 'O texto só se escreve depois de fixar os números e antes da revisão. Devolva o relatório ao rascunho, ou fixe primeiro os números.',
    en: 'The text is written after the figures are frozen and before the review. Return the report to draft, or freeze the figures first.',
  },
  'report.written-meanwhile': {
    pt: 'Outra pessoa escreveu neste relatório entretanto. O seu texto não se perdeu: copie-o, abra de novo o relatório e junte as duas versões.',
    en: 'Somebody else wrote in this report meanwhile. Your text is not lost: copy it, open the report again and join the two versions.',
  },
}
