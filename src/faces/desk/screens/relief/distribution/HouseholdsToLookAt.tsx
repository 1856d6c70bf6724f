/** What the leader looks at while the day goes on: families that two tablets served, people served outside the list, and who collected for many. Numbers, no names. */
import { Button } from '@mantine/core'
import { number } from '../../../../portal/numbers.ts'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../../api/ask.ts'
import { distributionsAt, type Tablet, useDayHouseholds, useReliefDeed } from '../../../api/distributions.ts'
import { useWords } from '../../../words/words.ts'

export function HouseholdsToLookAt({ id, tablets }: { id: string; tablets: readonly Tablet[] }) {
  const { t, named, language } = useWords()
  const { data, error } = useDayHouseholds(id, true)
  const deciding = useReliefDeed(({ exception, state }: { exception: string; state: string }) => post(`${distributionsAt}/exceptions/${exception}`, { state }))
  const label = (device: string) => tablets.find((tablet) => tablet.device === device)?.label ?? device
  if (error) return <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} />
  if (!data || data.doubleService.length + data.exceptions.length + data.collectors.length === 0) return null
  return (
    <section className="card after-table">
      <h3>{t('distribution.lookAt')}</h3>
      <Refusals refusals={refusalsOf(deciding.error)} focus />
      <ul className="look-at">
        {data.doubleService.map(({ household, line, item, entitled, handed, devices }) => (
          <li key={`${household} ${line}`}>
            <b>{household}</b> ·{' '}
            {t('distribution.twice', { item, entitled: number(entitled, language), handed: number(handed, language), list: devices.map(label).join(', ') })}
          </li>
        ))}
        {data.exceptions.map(({ id: exception, household, item, quantity, reason, state, label: by }) => (
          <li key={exception}>
            <b>{household}</b> · {t('distribution.exception', { n: number(quantity, language), item, reason, by })}{' '}
            {state === 'waiting' ? (
              <span className="form-deeds">
                <Button size="xs" onClick={() => deciding.mutate({ exception, state: 'approved' })}>
                  {t('distribution.approve')}
                </Button>
                <Button size="xs" variant="default" onClick={() => deciding.mutate({ exception, state: 'rejected' })}>
                  {t('distribution.reject')}
                </Button>
              </span>
            ) : (
              <span className="tag">{named('distribution.exceptionIs', state)}</span>
            )}
          </li>
        ))}
        {data.collectors.map(({ collector, households }) => (
          <li key={collector}>
            <b>{collector}</b> · {t('distribution.collectedFor', { n: households })}
          </li>
        ))}
      </ul>
    </section>
  )
}
