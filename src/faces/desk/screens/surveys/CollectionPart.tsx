/** How far collection is, stratum by stratum and cluster by cluster; what became of every unit; replacements; and two forms that speak for one house. */
import { useState } from 'react'
import { number, percent } from '../../../portal/numbers.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../ui/Waiting.tsx'
import { refusalsOf } from '../../api/ask.ts'
import { useHolds } from '../../api/session.ts'
import { type ProgressLine, type Survey, type SurveyUnit, useProgress } from '../../api/surveys.ts'
import { useWords } from '../../words/words.ts'
import { ChooseAnswers } from './ChooseAnswers.tsx'
import { UnitDeeds } from './UnitDeeds.tsx'

const counts = ['drawn', 'visited', 'refused', 'absent', 'unreachable', 'outOfScope', 'replaced', 'waiting'] as const

export function CollectionPart({ survey }: { survey: Survey }) {
  const { t, language } = useWords()
  const { data, error } = useProgress(survey.id)
  const mayChoose = useHolds('dataOfficer', 'monitoring')
  if (error && !data) return <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} />
  if (!data) return <WaitingTable />
  if (data.units.length === 0) return <Empty title={t('surveys.notDrawn')}>{t('surveys.notDrawnNote')}</Empty>
  const columns: Column<ProgressLine>[] = [
    {
      key: 'where',
      title: t('surveys.where'),
      header: true,
      value: ({ stratum, cluster }) => `${stratum} ${cluster ?? ''}`,
      cell: ({ stratum, cluster, clusterName }) =>
        cluster === null ? (
          stratum
        ) : (
          <>
            {clusterName ?? cluster}
            <small className="quiet survey-under">{stratum}</small>
          </>
        ),
    },
    ...counts.map(
      (name): Column<ProgressLine> => ({
        key: name,
        title: t(`surveys.count.${name}`),
        number: true,
        total: true,
        value: (line) => line[name],
        cell: (line) => (line[name] === 0 && name !== 'visited' && name !== 'waiting' ? '' : number(line[name], language)),
      }),
    ),
  ]
  return (
    <>
      <p className="survey-rates">
        {data.response.map(({ stratum, rate }) => (
          <span key={stratum}>
            {stratum}: {rate === null ? t('unknown') : percent(100 * rate, language)}
          </span>
        ))}
        <small className="quiet">{t('surveys.rateNote')}</small>
      </p>
      <DataTable rows={data.lines} columns={columns} rowKey={({ stratum, cluster }) => `${stratum} ${cluster}`} caption={t('surveys.part.collection')} totals />
      {mayChoose && <ChooseAnswers survey={survey} />}
      <Units survey={survey} units={data.units} />
    </>
  )
}

/** Those that need somebody first: lost and not replaced, then those that wait. */
function Units({ survey, units }: { survey: Survey; units: SurveyUnit[] }) {
  const { t } = useWords()
  const [all, setAll] = useState(false)
  const mayWork = useHolds('dataOfficer', 'coordinator') && survey.state === 'collecting'
  const used = units.filter(({ role, replaces }) => role === 'drawn' || replaces !== null)
  const shown = all ? units : used.filter(({ status }) => !['visited', 'replaced', 'waiting', 'outOfScope'].includes(status))
  const columns: Column<SurveyUnit>[] = [
    { key: 'code', title: t('surveys.unit'), header: true, value: ({ code }) => code, cell: ({ code }) => code },
    {
      key: 'name',
      title: t('surveys.where'),
      value: ({ name }) => name,
      cell: ({ name, asked, stratum }) => (
        <>
          {name}
          <small className="quiet survey-under">
            {stratum}
            {!asked && ` · ${t('surveys.wholeCluster')}`}
          </small>
        </>
      ),
    },
    {
      key: 'status',
      title: t('surveys.status'),
      value: ({ status }) => status,
      cell: ({ status, role, replaces, note }) => (
        <>
          {role === 'reserve' && replaces === null ? t('surveys.inReserve') : t(`surveys.status.${status}`)}
          {replaces && <small className="quiet survey-under">{t('surveys.replaces', { unit: replaces })}</small>}
          {note && <small className="quiet survey-under">{note}</small>}
        </>
      ),
    },
    ...(mayWork ? [{ key: 'deeds', title: t('surveys.deeds'), cell: (unit: SurveyUnit) => <UnitDeeds unit={unit} /> }] : []),
  ]
  return (
    <section className="after-survey-table">
      <div className="page-head">
        <h2>{t(all ? 'surveys.allUnits' : 'surveys.lostUnits')}</h2>
        <button type="button" className="link" onClick={() => setAll(!all)}>
          {t(all ? 'surveys.showLost' : 'surveys.showAll')}
        </button>
      </div>
      {shown.length === 0 ? (
        <p className="quiet">{t('surveys.noLost')}</p>
      ) : (
        <DataTable rows={shown} columns={columns} rowKey={({ id }) => id} caption={t('surveys.allUnits')} stacks />
      )}
    </section>
  )
}
