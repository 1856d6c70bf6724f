/** The 4W bench: the month with its partners, who is where by district and sector, the map, the range of people reached, and the rows behind each figure. */
import { NativeSelect } from '@mantine/core'
import { Link } from 'wouter'
import { number } from '../../../portal/numbers.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { useBilingual } from '../../../ui/language.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../ui/Waiting.tsx'
import { refusalsOf } from '../../api/ask.ts'
import { type About, type Reach, usePresence, useReach } from '../../api/fourW.ts'
import { useHolds } from '../../api/session.ts'
import { useChosen } from '../../shell/useChosen.ts'
import { useWords } from '../../words/words.ts'
import { ActivityRows } from './ActivityRows.tsx'
import { CoverageMatrix } from './CoverageMatrix.tsx'
import { GapTable } from './GapTable.tsx'
import { MonthPart } from './MonthPart.tsx'
import { PresenceMap } from './PresenceMap.tsx'
import { SameWork } from './SameWork.tsx'

export function FourWBench() {
  const { t, language } = useWords()
  const [search, choose] = useChosen()
  const mayImport = useHolds('clusterCoordinator')
  const status = search.get('status') ?? undefined
  const about: About = status ? { status } : {}
  const { data: presence, error } = usePresence(about)
  const { data: reach, error: noReach } = useReach(about)
  const opened = search.get('district') ?? search.get('sector') ?? search.get('rows')
  const rows: About | null = opened ? { ...about, district: search.get('district') ?? undefined, sector: search.get('sector') ?? undefined } : null
  const nothing = presence?.cells.length === 0 && presence.aboveDistrict === 0
  return (
    <>
      <MonthPart />
      <Refusals refusals={refusalsOf(error ?? noReach)} title={t('loadFailed')} />
      {!presence && !error && <WaitingTable />}
      {nothing && !status && (
        <Empty title={t('fourW.none')} deed={mayImport && <Link href="/import">{t('fourW.import')}</Link>}>
          {t('fourW.noneNote')}
        </Empty>
      )}
      {presence && !(nothing && !status) && (
        <>
          <div className="filters">
            <NativeSelect
              label={t('fourW.status')}
              value={status ?? ''}
              onChange={(event) => choose({ status: event.currentTarget.value })}
              data={[
                { value: '', label: t('fourW.status.any') },
                { value: 'active', label: t('fourW.status.active') },
                { value: 'planned', label: t('fourW.state.planned') },
                { value: 'ongoing', label: t('fourW.state.ongoing') },
                { value: 'completed', label: t('fourW.state.completed') },
              ]}
            />
            {mayImport && (
              <Link href="/import" className="fourw-import">
                {t('fourW.import')}
              </Link>
            )}
            {mayImport && (
              <a href={`/api/coordination/workbook?lang=${language}`} download className="fourw-import">
                {t('fourW.workbook')}
              </a>
            )}
          </div>
          {reach && <ReachRange reach={reach} onOpen={() => choose({ rows: 'all', district: '', sector: '' })} />}
          <h2 className="after-table">{t('fourW.coverage')}</h2>
          <p className="small quiet">{t('fourW.coverageNote', { cells: presence.cells.length, above: presence.aboveDistrict })}</p>
          <CoverageMatrix presence={presence} onOpen={(district, sector) => choose({ district, sector, rows: '' })} />
          {rows && <ActivityRows about={rows} presence={presence} onClose={() => choose({ district: '', sector: '', rows: '' })} />}
          <PresenceMap presence={presence} reach={reach} onOpen={(district) => choose({ district, sector: '', rows: '' })} />
          {reach && <GapTable reach={reach} about={about} />}
          {reach && <SameWork />}
        </>
      )}
    </>
  )
}

function ReachRange({ reach: { reach, rule }, onOpen }: { reach: Reach; onOpen: () => void }) {
  const { t, language } = useWords()
  const mine = useBilingual()
  if (reach.known === 0) return <p className="quiet">{t('fourW.reachUnknown', { n: reach.unknown })}</p>
  const [low, high] = [number(reach.lower, language), number(reach.capped, language)]
  return (
    <section className="card">
      <h2>{t('fourW.reach')}</h2>
      <p className="fourw-reach">
        <strong>{reach.lower === reach.capped || reach.exact ? low : t('fourW.range', { low, high })}</strong>
        <button type="button" className="link" onClick={onOpen}>
          {t('fourW.openRows', { n: reach.known })}
        </button>
      </p>
      <p className="small">{mine(rule)}</p>
      <ul className="small quiet">
        {reach.unknown > 0 && <li>{t('fourW.withoutNumber', { n: reach.unknown })}</li>}
        {reach.flagged.length > 0 && <li>{t('fourW.flagged', { n: reach.flagged.length, upper: number(reach.upper, language) })}</li>}
        {reach.withoutPopulation.length > 0 && <li>{t('fourW.withoutPopulation', { n: reach.withoutPopulation.length })}</li>}
        {reach.aboveDistrict > 0 && <li>{t('fourW.aboveDistrict', { n: reach.aboveDistrict })}</li>}
        {reach.populationSources.map((source) => (
          <li key={source}>{t('fourW.populationSource', { source })}</li>
        ))}
      </ul>
    </section>
  )
}
