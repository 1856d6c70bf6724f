/** What is said about registered people and their households. */
import type { Sentences } from '../../kernel/index.ts'

export const peopleSentences: Sentences = {
  'people.household-changed-since': {
    pt: 'Este agregado foi dividido, junto a outro ou em parte apagado depois do registo. Corrija-o na página do agregado; o formulário já não diz quem lá vive.',
    en: 'This household was split, joined to another or partly erased after it was registered. Correct it on its own page; the form no longer says who lives there.',
  },
}
