/** What the place register refuses, and what to do. */
import type { Sentences } from '../../kernel/index.ts'

export const placeSentences: Sentences = {
  'places.credit-missing': {
    pt: 'Escreva a linha de crédito dos limites (por exemplo «INE / OCHA, CC BY-IGO»): aparece em cada mapa.',
    en: 'Write the credit line of the boundaries (for example "INE / OCHA, CC BY-IGO"): it stands on every map.',
  },
  'places.map-level': {
    pt: 'Imprimem-se mapas de distritos e de postos. Abra um distrito ou um posto e peça o mapa ali.',
    en: 'Maps are printed of districts and of posts. Open a district or a post and ask for its map there.',
  },
  'places.map-without-boundary': {
    pt: '{name} não tem limites no registo, por isso não há mapa. Traga os limites oficiais em Lugares, ou complete os pontos dos seus postos.',
    en: '{name} has no boundary in the register, so there is no map. Bring official boundaries in under Places, or complete the points of its posts.',
  },
  'places.boundary-codes-unknown': {
    pt: '{n} {n|área do ficheiro não está|áreas do ficheiro não estão} no registo ({codes}). Confirme que o ficheiro é deste país; nada foi gravado.',
    en: '{n} {n|area of the file is not|areas of the file are not} in the register ({codes}). Check that the file is of this country; nothing was written.',
  },
}
