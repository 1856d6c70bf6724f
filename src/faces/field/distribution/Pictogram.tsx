/** The drawing of one kind of relief goods. Its name always stands beside it, so that it says nothing to whoever listens instead of looking. */
import { familyOf, linesOf } from './pictograms.ts'

export function Pictogram({ name }: { name: { pt: string; en: string } }) {
  const family = familyOf(name)
  return (
    <svg className="pictogram" viewBox="0 0 48 48" aria-hidden="true" data-family={family ?? 'parcel'}>
      <path d={linesOf(family)} />
    </svg>
  )
}
