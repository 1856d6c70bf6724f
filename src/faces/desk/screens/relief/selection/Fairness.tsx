/** Who was chosen, group by group; a rate far below the best asks for an answer in writing. */
import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { number, percent } from '../../../../portal/numbers.ts'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { KeyedForm } from '../../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../../api/ask.ts'
import { type FieldRates, type GroupRate, type OneRun, selectionAt, useSelectionDeed } from '../../../api/selection.ts'
import { useWords } from '../../../words/words.ts'

type Shown = GroupRate & Pick<FieldRates, 'field'>

export function Fairness({ run, mayAnswer }: { run: OneRun; mayAnswer: boolean }) {
  const { t, language, named } = useWords()
  const rows: Shown[] = run.fairness.flatMap(({ field, rates }) => rates.map((rate) => ({ field, ...rate })))
  const open = rows.filter(({ ask, answer }) => ask && answer === null)
  if (rows.length === 0) return <p className="quiet">{t('selection.noGroups')}</p>
  return (
    <section className="card">
      <h3>{t('selection.fairness')}</h3>
      <p className="quiet">{t('selection.fairnessNote')}</p>
      <DataTable
        rows={rows}
        rowKey={({ field, group }) => `${field} ${group}`}
        caption={t('selection.fairness')}
        stacks
        columns={[
          {
            key: 'group',
            title: t('selection.group'),
            header: true,
            cell: ({ field, group }) => `${t(`selection.field.${field}`)}: ${named('selection.group', group)}`,
          },
          { key: 'households', title: t('selection.households'), number: true, cell: ({ households }) => number(households, language) },
          { key: 'chosen', title: t('selection.selected'), number: true, cell: ({ chosen }) => number(chosen, language) },
          { key: 'rate', title: t('selection.rate'), number: true, cell: ({ chosen, households }) => percent((100 * chosen) / households, language) },
          { key: 'ratio', title: t('selection.ratio'), cell: (row) => <Ratio row={row} /> },
        ]}
      />
      {mayAnswer && run.state !== 'published' && open.map((row) => <AnswerTo key={`${row.field} ${row.group}`} id={run.id} row={row} />)}
    </section>
  )
}

function Ratio({ row: { ratio, ask, answer } }: { row: Shown }) {
  const { t, language } = useWords()
  if (ratio === null) return <span className="quiet">{t('selection.tooFew')}</span>
  return (
    <>
      {new Intl.NumberFormat(language === 'pt' ? ['pt-MZ', 'pt'] : ['en'], { maximumFractionDigits: 2 }).format(ratio)}
      {ask && <span className="lacking">{answer ?? t('selection.asks')}</span>}
    </>
  )
}

function AnswerTo({ id, row: { field, group } }: { id: string; row: Shown }) {
  const { t, named } = useWords()
  const [answer, setAnswer] = useState('')
  const answering = useSelectionDeed(() => post(selectionAt(id, 'fairness'), { field, group, answer }))
  const label = t('selection.whyFewer', { group: `${t(`selection.field.${field}`)}: ${named('selection.group', group)}` })
  return (
    <KeyedForm onSave={() => answer.trim() && answering.mutate(undefined)} label={label}>
      <Refusals refusals={refusalsOf(answering.error)} focus />
      <Textarea autosize label={label} value={answer} onChange={({ currentTarget }) => setAnswer(currentTarget.value)} />
      <div className="form-deeds">
        <Button type="submit" variant="default" disabled={!answer.trim()} loading={answering.isPending}>
          {t('selection.keepAnswer')}
        </Button>
      </div>
    </KeyedForm>
  )
}
