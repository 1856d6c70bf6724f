/** The drawing of one kind of relief goods. Its name always stands beside it, so that it says nothing to whoever listens instead of looking. */
import { familyOf, linesOf, moneyLines } from './pictograms.ts'

export function Pictogram({ name, isMoney }: { name: { pt: string; en: string }; isMoney: boolean }) {
  const family = familyOf(name)
  return (
    <svg className="pictogram" viewBox="0 0 48 48" aria-hidden="true" data-family={isMoney ? 'money' : (family ?? 'parcel')}>
      <path d={isMoney ? moneyLines : linesOf(family)} />
    </svg>
  )
}
