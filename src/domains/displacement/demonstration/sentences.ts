/** What is said when the demonstration mission cannot be made, and what to do. */
import type { Sentences } from '../../../kernel/index.ts'

export const demonstrationSentences: Sentences = {
  'demonstration.unreadable': {
    pt: 'O ficheiro {file} da demonstração não se consegue usar ({problem}). Reponha-o, ou comece com a opção --empty.',
    en: 'The file {file} of the demonstration cannot be used ({problem}). Restore it, or start with the option --empty.',
  },
  'demonstration.place-unknown': {
    pt: 'A demonstração precisa de lugares que a lista do país não tem: {pcodes}. Acrescente-os, ou comece com a opção --empty.',
    en: 'The demonstration needs places that are not in the list of the country: {pcodes}. Add them, or start with the option --empty.',
  },
  'demonstration.figures-disagree': {
    pt: 'Os números publicados da ronda {round} não se ajustam ({problem}). Compare-os com a fonte e corrija o ficheiro.',
    en: 'The published figures of round {round} do not fit together ({problem}). Hold them against the source and correct the file.',
  },
  'demonstration.round-unknown': {
    pt: 'Não há números publicados da ronda {round} no pacote do país. Escolha outra ronda.',
    en: 'The country pack has no published figures of round {round}. Choose another round.',
  },
  'demonstration.mission-not-empty': {
    pt: 'Esta missão já tem dados; a demonstração só entra numa missão vazia. Use outra pasta com --data.',
    en: 'This mission holds data already; the demonstration only goes into an empty one. Use another folder with --data.',
  },
  'demonstration.none-in-pack': {
    pt: 'O pacote deste país não traz demonstração. Comece com a opção --empty.',
    en: 'The pack of this country brings no demonstration. Start with the option --empty.',
  },
}
