/** A difference with its sign and, where there is something to divide by, its share; unknown when either side is. */
import type { Count } from '../../../../engines/count.ts'
import type { Language } from '../../../../kernel/shared.ts'
import { percent, signed } from '../../../portal/numbers.ts'
import { Unknown } from '../../../ui/Unknown.tsx'

export function ChangeText({ now, before, language }: { now: Count | null; before: Count | null; language: Language }) {
  if (typeof now !== 'number' || typeof before !== 'number') return <Unknown />
  const change = now - before
  return (
    <>
      {signed(change, language)}
      {before > 0 && change !== 0 && <small className="quiet change-share"> {percent((100 * change) / before, language, 'always')}</small>}
    </>
  )
}
