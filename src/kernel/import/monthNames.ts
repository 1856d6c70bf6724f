/** Month names and their short forms in the languages of the files that arrive here: Portuguese, English, French, Spanish. */
import { fold } from '../../engines/places/spelling.ts'

const names = [
  'janeiro jan january janvier janv enero ene',
  'fevereiro fev february feb fevrier fevr febrero',
  'marco mar march mars marzo',
  'abril abr april apr avril avr',
  'maio mai may mayo',
  'junho jun june juin junio',
  'julho jul july juillet juil julio',
  'agosto ago august aug aout',
  'setembro set september sep sept septembre septiembre',
  'outubro out october oct octobre octubre',
  'novembro nov november novembre noviembre',
  'dezembro dez december dec decembre diciembre dic',
]

const monthOf = new Map(names.flatMap((line, month) => line.split(' ').map((name) => [name, month + 1] as const)))

/** 1 to 12, or null: `março`, `MAR.` and `March` are 3. */
export const monthByName = (text: string): number | null => monthOf.get(fold(text)) ?? null
