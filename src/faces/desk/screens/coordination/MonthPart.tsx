/** The month: what changed since it was opened, its partners with their state, and the one next step for coordination. */
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { shortDate } from '../../../portal/numbers.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { type Cycle, type PartnerOfMonth, useFourWDeed, useMonth } from '../../api/fourW.ts'
import { useHolds } from '../../api/session.ts'
import { useWords } from '../../words/words.ts'
import { monthName } from './monthName.ts'
import { PublishMonth } from './PublishMonth.tsx'
import { SentByPartners } from './SentByPartners.tsx'

const steps: Record<Cycle['state'], readonly ('remind' | 'validate' | 'lock' | 'reopen')[]> = {
  open: ['remind', 'validate'],
  validated: ['lock', 'reopen'],
  locked: [],
  published: [],
}

export function MonthPart() {
  const { t, language } = useWords()
  const leads = useHolds('clusterCoordinator')
  const { data, error } = useMonth()
  const stepping = useFourWDeed(({ id, step }: { id: string; step: string }) => post(`/api/coordination/months/${id}/${step}`))
  const cycle = data?.cycle ?? null
  const partners: Column<PartnerOfMonth>[] = [
    { key: 'name', title: t('fourW.organisation'), header: true, value: ({ name }) => name, cell: ({ name }) => name },
    {
      key: 'state',
      title: t('fourW.answer'),
      value: ({ state }) => state,
      cell: ({ state, onTime }) => `${t(`fourW.report.${state}`)}${onTime === false ? ` · ${t('fourW.late')}` : ''}`,
    },
    {
      key: 'confirmed',
      title: t('fourW.confirmed'),
      number: true,
      value: ({ confirmed }) => confirmed,
      cell: ({ confirmed, activities }) => t('fourW.of', { n: confirmed, of: activities }),
    },
    {
      key: 'last',
      title: t('fourW.lastConfirmed'),
      value: ({ lastConfirmed }) => lastConfirmed,
      cell: ({ lastConfirmed }) => (lastConfirmed ? shortDate(lastConfirmed, language) : t('fourW.notConfirmed')),
    },
  ]
  if (error) return <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} />
  if (!data) return null
  return (
    <section>
      <h2>{cycle ? t('fourW.monthIs', { month: monthName(cycle.month, language), state: t(`fourW.month.${cycle.state}`) }) : t('fourW.noMonth')}</h2>
      {cycle && <p className="quiet">{t('fourW.dueOn', { day: shortDate(cycle.dueOn, language) })}</p>}
      {data.changes && <p>{t('fourW.changes', data.changes)}</p>}
      <Refusals refusals={refusalsOf(stepping.error)} focus />
      {leads && cycle && steps[cycle.state].length > 0 && (
        <div className="form-deeds">
          {steps[cycle.state].map((step, at) => (
            <Button key={step} variant={at === 0 ? 'filled' : 'default'} loading={stepping.isPending} onClick={() => stepping.mutate({ id: cycle.id, step })}>
              {t(`fourW.step.${step}`)}
            </Button>
          ))}
        </div>
      )}
      {leads && cycle && (cycle.state === 'locked' || cycle.state === 'published') && <PublishMonth cycle={cycle} />}
      {leads && (!cycle || cycle.state === 'locked' || cycle.state === 'published') && <OpenMonth after={cycle?.month ?? null} />}
      {data.partners.length > 0 && (
        <details open={data.partners.length <= 12}>
          <summary>{t('fourW.partners', { n: data.partners.length, submitted: data.partners.filter(({ state }) => state === 'submitted').length })}</summary>
          <DataTable rows={data.partners} columns={partners} rowKey={({ organisation }) => organisation} caption={t('fourW.partnersCaption')} />
        </details>
      )}
      {cycle && <SentByPartners />}
    </section>
  )
}

const nextMonth = (after: string | null): string => {
  const day = after === null ? new Date() : new Date(`${after}T12:00:00Z`)
  return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + (after === null ? 0 : 1), 1)).toISOString().slice(0, 10)
}
const fifthAfter = (month: string): string => `${nextMonth(month).slice(0, 8)}05`

function OpenMonth({ after }: { after: string | null }) {
  const { t } = useWords()
  const [month, setMonth] = useState(nextMonth(after).slice(0, 7))
  const [dueOn, setDueOn] = useState(fifthAfter(nextMonth(after)))
  const opening = useFourWDeed(() => post('/api/coordination/months', { month: `${month}-01`, dueOn }))
  return (
    <KeyedForm onSave={() => opening.mutate(undefined)} label={t('fourW.openMonth')}>
      <Refusals refusals={refusalsOf(opening.error)} focus />
      <div className="filters">
        <TextInput type="month" label={t('fourW.monthField')} value={month} onChange={(event) => setMonth(event.currentTarget.value)} />
        <TextInput type="date" label={t('fourW.dueField')} value={dueOn} onChange={(event) => setDueOn(event.currentTarget.value)} />
        <Button type="submit" disabled={!month || !dueOn} loading={opening.isPending}>
          {t('fourW.openMonth')}
        </Button>
      </div>
    </KeyedForm>
  )
}
