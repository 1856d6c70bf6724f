/** Beginning a report: its kind, then its days and whom or what it is about; a published one goes on as a new edition with what changes. */
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { lastDay, quarterBefore, quarterOf, startOf } from '../../../../../engines/periods.ts'
import { shortDate } from '../../../../portal/numbers.ts'
import { KeyedForm } from '../../../../ui/KeyedForm.tsx'
import { useBilingual } from '../../../../ui/language.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../../api/ask.ts'
import { useProjects } from '../../../api/projects.ts'
import { useResultsDeed } from '../../../api/results.ts'
import { type ReportHead, type ReportKind, reportKinds } from '../../../api/strategyReports.ts'
import { useWords } from '../../../words/words.ts'
import { useStrategy } from '../strategy.ts'

type Days = { from: string; to: string }
const offered = 6
const today = () => new Date().toISOString().slice(0, 10)
const dayBefore = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)
const monthOf = (day: string): Days => ({ from: startOf('month', day), to: lastDay('month', startOf('month', day)) })
const yearOf = (day: string): Days => ({ from: `${day.slice(0, 4)}-01-01`, to: `${day.slice(0, 4)}-12-31` })

/** The last whole quarter or month first: the one that is reported now; of a year also the one that runs. */
function daysOffered(kind: ReportKind): Days[] {
  const list = kind === 'quarter' ? [quarterBefore(quarterOf(today()).from)] : [kind === 'month' ? monthOf(dayBefore(monthOf(today()).from)) : yearOf(today())]
  const before = ({ from }: Days) => (kind === 'quarter' ? quarterBefore(from) : kind === 'month' ? monthOf(dayBefore(from)) : yearOf(dayBefore(from)))
  while (list.length < offered) list.push(before(list.at(-1)!))
  return list
}

export function BeginReport({ reports }: { reports: ReportHead[] }) {
  const { t, language } = useWords()
  const mine = useBilingual()
  const [, go] = useLocation()
  const { data: strategy } = useStrategy()
  const { data: projects } = useProjects()
  const [kind, setKind] = useState<ReportKind>('quarter')
  const [days, setDays] = useState<Days>(daysOffered('quarter')[0]!)
  const [subject, setSubject] = useState('')
  const [note, setNote] = useState({ pt: '', en: '' })
  const choose = (next: ReportKind) => {
    setKind(next)
    setDays(daysOffered(next)[0]!)
    setSubject('')
  }
  const isOut = reports.some(
    (report) =>
      report.kind === kind && (report.subject ?? '') === subject && report.fromDay === days.from && report.toDay === days.to && report.state === 'published',
  )
  const beginning = useResultsDeed(
    () =>
      post<ReportHead>('/api/results/reports', {
        kind,
        day: days.to,
        from: days.from,
        ...(subject ? { subject } : {}),
        ...(isOut ? { changeNote: note } : {}),
      }),
    ({ id }) => go(`/strategy/reports/${id}`),
  )
  const subjects =
    kind === 'donor'
      ? (projects?.projects ?? []).map(({ id, code, name }) => ({ value: id, label: `${code} ${mine(name)}` }))
      : (strategy?.areas ?? []).map(({ number, name }) => ({ value: String(number), label: `${number}. ${mine(name)}` }))
  const hasSubject = kind === 'donor' || kind === 'focus_area'
  const lacking = days.from === '' || days.to === '' || (hasSubject && subject === '') || (isOut && (note.pt.trim() === '' || note.en.trim() === ''))
  const written = ({ from, to }: Days) => `${shortDate(from, language)} – ${shortDate(to, language)}`
  return (
    <section className="card narrow report-begin">
      <h2>{t('reports.begin')}</h2>
      <Refusals refusals={refusalsOf(beginning.error)} focus />
      <KeyedForm onSave={() => !lacking && beginning.mutate(undefined)} label={t('reports.begin')}>
        <NativeSelect
          label={t('reports.kind')}
          description={t(`reports.kindNote.${kind}`)}
          value={kind}
          onChange={(event) => choose(event.currentTarget.value as ReportKind)}
          data={reportKinds.map((value) => ({ value, label: t(`reports.kind.${value}`) }))}
        />
        {hasSubject && (
          <NativeSelect
            label={t(kind === 'donor' ? 'reports.project' : 'reports.area')}
            value={subject}
            onChange={(event) => setSubject(event.currentTarget.value)}
            data={[{ value: '', label: t('records.choose') }, ...subjects]}
          />
        )}
        {kind === 'donor' ? (
          <div className="side-by-side">
            {(['from', 'to'] as const).map((end) => (
              <TextInput
                key={end}
                type="date"
                label={t(end === 'from' ? 'projects.field.fromDay' : 'projects.field.toDay')}
                value={days[end]}
                onChange={(event) => setDays({ ...days, [end]: event.currentTarget.value })}
              />
            ))}
          </div>
        ) : (
          <NativeSelect
            label={t('reports.days')}
            value={days.from}
            onChange={(event) => setDays(daysOffered(kind).find(({ from }) => from === event.currentTarget.value)!)}
            data={daysOffered(kind).map((span) => ({ value: span.from, label: written(span) }))}
          />
        )}
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
