/** The mission and its house in facts: country, version, whether a power cut can lose anything, the age of the last seal, the demonstration. */
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { longDate, number, size } from '../../../portal/numbers.ts'
import { useBilingual } from '../../../ui/language.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { get, refusalsOf } from '../../api/ask.ts'
import { useHolds, useSession } from '../../api/session.ts'
import { useWords } from '../../words/words.ts'
import { Demonstration } from './Demonstration.tsx'

type Health = {
  version: string
  epoch: string
  fsync: string
  fullPageWrites: string
  synchronousCommit: string
  postgres: string
  lastSeal: string | null
  auditLines: number
  bytes: number
}

export function Mission() {
  const { t } = useWords()
  const mine = useBilingual()
  const isAdmin = useHolds('admin')
  const { data: session } = useSession()
  if (!session) return null
  const { mission, country } = session
  return (
    <div className="settings-stack">
      <FactList
        facts={[
          [t('settings.missionName'), mission],
          [t('settings.country'), mine(country.names)],
          [t('settings.countryCodes'), [country.iso2, country.iso3, country.pcode].join(' · ')],
        ]}
      />
      {isAdmin && <House />}
      <Demonstration mayRemove={isAdmin} />
    </div>
  )
}

function House() {
  const { t, language } = useWords()
  const { data, error } = useQuery({ queryKey: ['health'], queryFn: () => get<Health>('/api/health') })
  if (error && !data) return <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} />
  if (!data) return null
  const loose = [
    ['fsync', data.fsync],
    ['full_page_writes', data.fullPageWrites],
    ['synchronous_commit', data.synchronousCommit],
  ].filter(([, value]) => value !== 'on')
  return (
    <section>
      <h2>{t('settings.health')}</h2>
      <p className={loose.length > 0 ? 'house-warning' : 'house-well'}>
        {loose.length > 0 ? t('settings.notDurable', { settings: loose.map((pair) => pair.join(' = ')) }) : t('settings.durable')}
      </p>
      <FactList
        facts={[
          [t('settings.version'), data.version],
          [t('settings.lastSeal'), data.lastSeal ? `${longDate(data.lastSeal, language)}, ${data.lastSeal.slice(11, 16)} UTC` : t('settings.noSeal')],
          [t('settings.auditLines'), number(Number(data.auditLines), language)],
          [t('settings.size'), size(Number(data.bytes), language)],
          [t('settings.postgres'), data.postgres],
          [
            t('settings.epoch'),
            <>
              <code>{data.epoch}</code> <small className="quiet">{t('settings.epochNote')}</small>
            </>,
          ],
        ]}
      />
    </section>
  )
}

const FactList = ({ facts }: { facts: [string, ReactNode][] }) => (
  <dl className="facts">
    {facts.map(([name, value]) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
)
