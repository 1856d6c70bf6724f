/** Which column of the file means what: shown as it was taken, changed here, seen at once in the preview. */
import { NativeSelect } from '@mantine/core'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { refusalsOf } from '../../api/ask.ts'
import { pt } from '../../words/pt.ts'
import { useWords } from '../../words/words.ts'
import { type Import, type Preview, useChoosing } from './imports.ts'

type Line = { sheet: string; name: string; hxl: string | null; hidden: boolean; field: string; why: string | null; age: string | null }

/** The fields that have a word are the fields that a column can mean. */
const fields = Object.keys(pt).flatMap((key) => (key.startsWith('column.') ? [key.slice('column.'.length)] : []))

export function Columns({ row, preview }: { row: Import; preview: Preview }) {
  const { t, named } = useWords()
  const choosing = useChoosing(row.id)
  const { columns: taken = [], sheets = [], ages = [] } = preview.details
  const ageOf = (column: string) => {
    const found = ages.find((one) => one.column === column)
    return found ? t(`import.age.${found.sex}`, { band: found.band }) : null
  }
  const chosen = row.choices.columns ?? {}
  const why = (field: string, column: string, said: string | undefined) =>
    chosen[field] !== column ? (said ?? null) : row.choices.remembered?.[field] === column ? 'saved' : 'chosen'
  const lines: Line[] = sheets
    .filter(({ columns }) => columns.some(({ name }) => taken.length === 0 || taken.some(({ column }) => column === name)))
    .flatMap(({ name: sheet, columns }) =>
      columns.map(({ name, hxl, hidden }) => {
        const found = taken.find(({ column }) => column === name)
        return { sheet, name, hxl, hidden, field: found?.field ?? '', why: found ? why(found.field, name, found.why) : null, age: found ? null : ageOf(name) }
      }),
    )
  // An empty name tells the reader that the file has no such column.
  const choose = (line: Line, field: string) =>
    choosing.mutate({ columns: { ...(line.field ? { [line.field]: '' } : {}), ...(field ? { [field]: line.name } : {}) } })
  const options = [{ value: '', label: t('import.columnUnused') }, ...fields.map((field) => ({ value: field, label: named('column', field) }))]
  const columns: Column<Line>[] = [
    {
      key: 'name',
      title: t('import.columnInFile'),
      header: true,
      cell: ({ name, hidden }) => (
        <>
          {name} {hidden && <b className="tag">{t('import.columnHidden')}</b>}
        </>
      ),
    },
    { key: 'hxl', title: 'HXL', cell: ({ hxl }) => hxl && <code>{hxl}</code> },
    {
      key: 'field',
      title: t('import.columnField'),
      cell: (line) => (
        <NativeSelect
          size="xs"
          aria-label={`${t('import.columnField')}: ${line.name}`}
          value={line.field}
          data={line.age ? [{ value: '', label: line.age }, ...options.slice(1)] : options}
          disabled={choosing.isPending}
          onChange={(event) => choose(line, event.currentTarget.value)}
        />
      ),
    },
    {
      key: 'why',
      title: t('import.columnWhy'),
      cell: ({ why: reason, age }) => <span className="small quiet">{reason ? named('why', reason) : age && named('why', 'age')}</span>,
    },
  ]
  return (
    <section>
      <h2>{t('import.step.columns')}</h2>
      {lines.length > 0 && <p className="quiet">{t('import.columnsIntro')}</p>}
      {ages.length > 0 && <p>{t('import.ages', { n: ages.length })}</p>}
      <Refusals refusals={refusalsOf(choosing.error)} focus />
      {lines.length > 0 ? (
        <DataTable rows={lines} columns={columns} rowKey={({ sheet, name }) => `${sheet} ${name}`} caption={t('import.step.columns')} stacks />
      ) : (
        <Empty title={t('import.columnsNone')}>{t('import.columnsNoneNote')}</Empty>
      )}
    </section>
  )
}
