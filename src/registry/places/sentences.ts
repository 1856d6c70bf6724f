/** What the place register refuses, and what to do. */
import type { Sentences } from '../../kernel/index.ts'

export const placeSentences: Sentences = {
  'places.credit-missing': {
    pt: 'Escreva a linha de crédito dos limites (por exemplo «INE / OCHA, CC BY-IGO»): aparece em cada mapa.',
    en: 'Write the credit line of the boundaries (for example "INE / OCHA, CC BY-IGO"): it stands on every map.',
  },
  'places.boundary-codes-unknown': {
    pt: '{n} {n|área do ficheiro não está|áreas do ficheiro não estão} no registo ({codes}). Confirme que o ficheiro é deste país; nada foi gravado.',
    en: '{n} {n|area of the file is not|areas of the file are not} in the register ({codes}). Check that the file is of this country; nothing was written.',
  },
}
