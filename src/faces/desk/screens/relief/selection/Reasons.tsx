/** The ranked list with what gave each household its points, and what nobody asked it. A household may hear its own line, in its language. */
import { number } from '../../../../portal/numbers.ts'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { useBilingual } from '../../../../ui/language.tsx'
import { WaitingTable } from '../../../../ui/Waiting.tsx'
import { type OneRun, type Reasoned, useReasons } from '../../../api/selection.ts'
import { useWords } from '../../../words/words.ts'

export function Reasons({ run }: { run: OneRun }) {
  const { t, language } = useWords()
  const mine = useBilingual()
  const { data } = useReasons(run.id, true)
  if (!data) return <WaitingTable />
  const questionOf = (code: string) => {
    const criterion = run.set.criteria.find((each) => each.code === code)
    return criterion ? mine(criterion.question) : code
  }
  const why = ({ byCriterion, missing, ask }: Reasoned) => (
    <>
      {byCriterion
        .filter(({ points }) => points !== 0)
        .map(({ code, points }) => `${questionOf(code)} ${points > 0 ? '+' : ''}${number(points, language)}`)
        .join(' · ')}
      {missing.length > 0 && (
        <span className={ask ? 'missing lacking' : 'lacking'}>{t('selection.notAsked', { what: missing.map(questionOf).join(', ') })}</span>
      )}
    </>
  )
  return (
    <DataTable
      rows={data.lines}
      rowKey={({ household }) => household}
      caption={t('selection.outcomes')}
      stacks
      columns={[
        { key: 'rank', title: t('selection.rank'), number: true, cell: ({ rank }) => number(rank, language) },
        { key: 'household', title: t('selection.household'), header: true, cell: ({ household }) => household },
        {
          key: 'points',
          title: t('selection.points'),
          number: true,
          cell: ({ least, most }) => (least === most ? number(least, language) : `${number(least, language)}–${number(most, language)}`),
        },
        { key: 'outcome', title: t('selection.outcome'), cell: ({ now }) => <span className="state">{t(`selection.outcome.${now}`)}</span> },
        { key: 'why', title: t('selection.why'), cell: why },
      ]}
    />
  )
}
