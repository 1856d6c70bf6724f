/** Visits that monitoring still has to make: those whose day has passed and those of the next two weeks. */
import { Link } from 'wouter'
import { longDate } from '../../../../portal/numbers.ts'
import { type Column, DataTable } from '../../../../ui/DataTable.tsx'
import { useBilingual } from '../../../../ui/language.tsx'
import type { VisitDue } from '../../../api/followUp.ts'
import { useWords } from '../../../words/words.ts'

export function VisitsDue({ visits }: { visits: readonly VisitDue[] }) {
  const { t, language } = useWords()
  const mine = useBilingual()
  const columns: Column<VisitDue>[] = [
    { key: 'title', title: t('followUp.visit'), header: true, cell: ({ id, title }) => <Link href={`/records/results/monitoring-visit/${id}`}>{title}</Link> },
    { key: 'activity', title: t('followUp.ofActivity'), cell: ({ activityName }) => activityName && mine(activityName) },
    {
      key: 'due',
      title: t('followUp.due'),
      value: ({ due }) => due,
      cell: ({ due, overdue }) => (
        <>
          {longDate(due, language)} {overdue && <span className="standing late">{t('projects.late')}</span>}
        </>
      ),
    },
  ]
  return (
    <section>
      <h2 className="after-table">{t('followUp.visits')}</h2>
      {visits.length === 0 ? (
        <p className="quiet">{t('followUp.noVisits')}</p>
      ) : (
        <DataTable rows={visits} columns={columns} rowKey={({ id }) => id} caption={t('followUp.visits')} stacks />
      )}
      <p className="small">
        <Link href="/records/results/monitoring-visit">{t('followUp.allVisits')}</Link>
      </p>
    </section>
  )
}
