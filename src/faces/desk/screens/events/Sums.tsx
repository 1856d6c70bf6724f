/** Movements of each kind side by side; a sum that hides movements of unknown size says "at least". */
import type { Count } from '../../../../engines/count.ts'
import type { MovementKind } from '../../../../engines/movements/summary.ts'
import { CountText } from '../../../ui/Unknown.tsx'
import { useWords } from '../../words/words.ts'

export type ShownSum = { kind: MovementKind; movements: number; individuals: Count; unsized: number; households: Count; withoutHouseholds: number }

/** `missing` of `of` movements have no number: with some the sum is a lower limit, with all of them it is unknown. */
function AtLeast({ value, missing, of }: { value: Count; missing: number; of: number }) {
  const { t } = useWords()
  const nothingKnown = missing === of
  return (
    <>
      {missing > 0 && !nothingKnown && typeof value === 'number' && <small className="quiet">{t('events.atLeast')} </small>}
      <CountText value={nothingKnown ? 'unknown' : value} />
    </>
  )
}

export const People = ({ individuals, unsized, movements }: Pick<ShownSum, 'individuals' | 'unsized' | 'movements'>) => (
  <AtLeast value={individuals} missing={unsized} of={movements} />
)

export function Sums({ sums }: { sums: readonly ShownSum[] }) {
  const { t } = useWords()
  return (
    <dl className="event-sums">
      {sums.map((sum) => (
        <div key={sum.kind} className="card">
          <dt>{t(`events.kind.${sum.kind}`)}</dt>
          <dd className="event-people">
            <People {...sum} />
          </dd>
          <dd className="small quiet">
            {t('events.movementsOf', { n: sum.movements })} · {t('events.households')}:{' '}
            <AtLeast value={sum.households} missing={sum.withoutHouseholds} of={sum.movements} />
            {sum.unsized > 0 && <> · {t('events.unsized', { n: sum.unsized })}</>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
