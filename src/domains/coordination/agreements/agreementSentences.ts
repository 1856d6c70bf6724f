/** What is said about agreements. */
import type { Sentences } from '../../../kernel/index.ts'

export const agreementSentences: Sentences = {
  'agreement.not-active': {
    pt: 'O acordo «{title}» não está em vigor: nem dinheiro nem dados pessoais podem passar por ele. Active-o, renove-o ou escolha outro.',
    en: 'The agreement “{title}” is not in force: neither money nor personal data may move under it. Activate it, renew it or choose another.',
  },
  'agreement.parties': {
    pt: 'Um acordo tem pelo menos duas partes, ambas no registo de organizações. Acrescente a que falta.',
    en: 'An agreement has at least two parties, both in the register of organisations. Add the missing one.',
  },
  'agreement.ends-before-start': { pt: 'O acordo acaba antes de começar. Corrija os dias.', en: 'The agreement ends before it starts. Correct the days.' },
  'agreement.currency-missing': {
    pt: 'Há um valor sem moeda. Escreva a moeda, por exemplo MZN.',
    en: 'There is a value without a currency. Write the currency, for example MZN.',
  },
  'agreement.lead-missing': {
    pt: 'Um programa conjunto tem quem o lidera, e é uma das partes. Escolha-a.',
    en: 'A joint programme has a lead, and the lead is one of the parties. Choose it.',
  },
  'agreement.no-such-step': {
    pt: 'Este acordo não pode dar esse passo agora. Atualize a página e siga a ordem: negociado, visto, assinado, em vigor.',
    en: 'This agreement cannot take that step now. Refresh the page and follow the order: negotiated, cleared, signed, active.',
  },
}
