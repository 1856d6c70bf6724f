/** The reports of the strategy, a quarter each, and beginning the next one. */
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { quarterBefore, quarterOf } from '../../../../../engines/periods.ts'
import { shortDate } from '../../../../portal/numbers.ts'
import { type Column, DataTable } from '../../../../ui/DataTable.tsx'
import { Empty } from '../../../../ui/Empty.tsx'
import { KeyedForm } from '../../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../../ui/Waiting.tsx'
import { post, refusalsOf } from '../../../api/ask.ts'
import { useResultsDeed } from '../../../api/results.ts'
import { useHolds } from '../../../api/session.ts'
import { type ReportHead, type ReportState, useReports } from '../../../api/strategyReports.ts'
import { useWords } from '../../../words/words.ts'
import { StrategyTabs } from '../StrategyTabs.tsx'

const looks: Record<ReportState, string> = {
  draft: 'open',
  figures_frozen: 'working',
  reviewed: 'reviewing',
  cleared: 'reviewing',
  published: 'done',
  superseded: 'past',
}

export function ReportStateTag({ state }: { state: ReportState }) {
  const { t } = useWords()
  return <span className={`state ${looks[state]}`}>{t(`reports.state.${state}`)}</span>
}

export function Reports() {
  const { t, language } = useWords()
  const [, go] = useLocation()
  const { data, error } = useReports()
  const mayBegin = useHolds('monitoring', 'reportOfficer')
  const columns: Column<ReportHead>[] = [
    {
      key: 'quarter',
      title: t('reports.quarter'),
      header: true,
      value: ({ fromDay }) => fromDay,
      cell: ({ id, fromDay, toDay }) => (
        <Link href={`/strategy/reports/${id}`}>
          {shortDate(fromDay, language)} – {shortDate(toDay, language)}
        </Link>
      ),
    },
    { key: 'edition', title: t('reports.edition'), number: true, value: ({ edition }) => edition, cell: ({ edition }) => String(edition) },
    {
      key: 'known',
      title: t('reports.known'),
      value: ({ counts }) => counts?.known ?? -1,
      cell: ({ counts }) =>
        counts ? t('reports.knownOf', { known: counts.known, all: counts.defined }) : <span className="quiet">{t('reports.notFrozen')}</span>,
    },
    { key: 'state', title: t('results.state'), value: ({ state }) => state, cell: ({ state }) => <ReportStateTag state={state} /> },
  ]
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t('reports.title')}</h1>
          <p className="quiet">{t('reports.intro')}</p>
        </div>
      </div>
      <StrategyTabs />
      <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} />
      {!data && !error && <WaitingTable />}
      {data?.length === 0 && <Empty title={t('reports.none')}>{t('reports.noneNote')}</Empty>}
      {data && data.length > 0 && (
        <DataTable
          rows={data}
          columns={columns}
          rowKey={({ id }) => id}
          caption={t('reports.title')}
          onOpen={({ id }) => go(`/strategy/reports/${id}`)}
          stacks
        />
      )}
      {mayBegin && data && <Begin reports={data} />}
    </>
  )
}

const offered = 6

/** The last whole quarter first: the one that is reported now. */
function Begin({ reports }: { reports: ReportHead[] }) {
  const { t, language } = useWords()
  const [, go] = useLocation()
  const quarters = [quarterBefore(quarterOf(new Date().toISOString().slice(0, 10)).from)]
  while (quarters.length < offered) quarters.push(quarterBefore(quarters.at(-1)!.from))
  const isBegun = ({ from }: { from: string }) => reports.some(({ fromDay, state }) => fromDay === from && state !== 'published' && state !== 'superseded')
  const free = quarters.filter((quarter) => !isBegun(quarter))
  const [from, setFrom] = useState(free[0]?.from ?? '')
  const [note, setNote] = useState({ pt: '', en: '' })
  const isOut = reports.some(({ fromDay, state }) => fromDay === from && state === 'published')
  const beginning = useResultsDeed(
    () => post<ReportHead>('/api/results/reports', { day: from, ...(isOut ? { changeNote: note } : {}) }),
    ({ id }) => go(`/strategy/reports/${id}`),
  )
  const lacking = from === '' || (isOut && (note.pt.trim() === '' || note.en.trim() === ''))
  return (
    <section className="card narrow report-begin">
      <h2>{t('reports.begin')}</h2>
      <Refusals refusals={refusalsOf(beginning.error)} focus />
      <KeyedForm onSave={() => !lacking && beginning.mutate(undefined)} label={t('reports.begin')}>
        <NativeSelect
          label={t('reports.quarter')}
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
          data={free.map((quarter) => ({ value: quarter.from, label: `${shortDate(quarter.from, language)} – ${shortDate(quarter.to, language)}` }))}
        />
        {isOut &&
          (['pt', 'en'] as const).map((lang) => (
            <TextInput
              key={lang}
              lang={lang}
              label={t(lang === 'pt' ? 'reports.changePt' : 'reports.changeEn')}
              value={note[lang]}
              onChange={(event) => setNote({ ...note, [lang]: event.currentTarget.value })}
            />
          ))}
        <div className="form-deeds">
          <Button type="submit" disabled={lacking} loading={beginning.isPending}>
            {t('reports.begin')}
          </Button>
        </div>
      </KeyedForm>
    </section>
  )
}
