/** What the stock ledger refuses, in words that say what to do next. */
import type { Sentences } from '../text/sentences.ts'

export const ledgerSentences: Sentences = {
  'ledger.below-zero': {
    pt: 'Em {at}, {account} só tem {have} de «{item}» (lote «{lot}») e pediram-se {asked}. Peça menos, escolha outro lote, ou registe primeiro o que entrou.',
    en: 'On {at}, only {have} of "{item}" (lot "{lot}") is in {account} and {asked} was asked for. Ask for less, choose another lot, or record first what came in.',
  },
  'ledger.gone-on': {
    pt: 'Não se pode anular: o que entrou já seguiu. {account} só tem {have} de «{item}». Anule primeiro as saídas, ou registe uma devolução.',
    en: 'This cannot be cancelled: what came in has gone on. Only {have} of "{item}" is left in {account}. Cancel what went out first, or record a return.',
  },
  'ledger.not-whole': {
    pt: 'A quantidade de «{item}» ({quantity}) não é um número inteiro da unidade base. Converta os volumes em unidades e escreva de novo.',
    en: 'The quantity of "{item}" ({quantity}) is no whole number of base units. Turn packs into units and write it again.',
  },
  'ledger.nothing-moved': { pt: 'O documento não tem linhas. Acrescente pelo menos uma.', en: 'The paper has no lines. Add at least one.' },
  'ledger.nothing-counted': {
    pt: 'A folha de contagem não tem linhas. Conte pelo menos um artigo.',
    en: 'The count sheet has no lines. Count at least one item.',
  },
  'ledger.no-moment': { pt: 'Falta saber quando aconteceu. Escreva a data e a hora.', en: 'It is not said when this happened. Give the date and the time.' },
  'ledger.no-reason': { pt: 'Diga porquê: a razão fica escrita para sempre.', en: 'Say why: the reason is kept for ever.' },
  'ledger.same-account': {
    pt: '«{item}» sai e entra no mesmo sítio. Escolha dois sítios diferentes.',
    en: '"{item}" leaves and enters the same place. Choose two different places.',
  },
  'ledger.account-unknown': {
    pt: '«{account}» não é um sítio deste stock. Escolha-o na lista, ou crie-o primeiro.',
    en: '"{account}" is no place of this stock. Choose it from the list, or make it first.',
  },
  'ledger.account-closed': {
    pt: '«{account}» está fechado desde {since}. Escolha outro sítio, ou corrija a data.',
    en: '"{account}" has been closed since {since}. Choose another place, or correct the date.',
  },
  'ledger.cancelled-already': {
    pt: 'Este documento já foi anulado. Os dois estão na ficha do artigo.',
    en: 'This paper is cancelled already. Both are on the card of the item.',
  },
  'ledger.is-cancellation': {
    pt: 'Uma anulação não se anula. Faça de novo o documento que foi anulado por engano.',
    en: 'A cancellation is not cancelled. Make the paper again that was cancelled by mistake.',
  },
  'ledger.nothing-waits': { pt: 'Aqui já nada espera por si. Actualize a página.', en: 'Nothing waits here any more. Load the page again.' },
  'ledger.second-person': {
    pt: 'Quem escreveu não assina. Peça a outra pessoa que confira e assine.',
    en: 'Whoever wrote this does not sign it. Ask another person to check and sign.',
  },
  'ledger.proof-zero-sum': {
    pt: 'O stock de «{of}» não fecha: sobra {n}. Guarde esta cópia à parte e use a cópia anterior.',
    en: 'The stock of "{of}" does not sum to zero: {n} is over. Put this copy aside and use the one before.',
  },
  'ledger.proof-below-zero': {
    pt: 'Um sítio teve menos do que nada de «{of}» ({n}). Guarde esta cópia à parte e use a cópia anterior.',
    en: 'A shelf once held less than nothing of "{of}" ({n}). Put this copy aside and use the one before.',
  },
  'ledger.proof-number-missing': {
    pt: 'Faltam números de documentos em «{of}» ({n}). Guarde esta cópia à parte e use a cópia anterior.',
    en: 'Numbers of papers are missing in "{of}" ({n}). Put this copy aside and use the one before.',
  },
  'ledger.proof-not-mirrored': {
    pt: 'Anulações de «{of}» não correspondem ao que anulam ({n}). Guarde esta cópia à parte e use a cópia anterior.',
    en: 'Cancellations of "{of}" do not mirror what they cancel ({n}). Put this copy aside and use the one before.',
  },
}
