/** What came in: who, when, how much, and the way back. */
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { shortDate } from '../../../portal/numbers.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { CountText } from '../../../ui/Unknown.tsx'
import { WaitingTable } from '../../../ui/Waiting.tsx'
import { refusalsOf } from '../../api/ask.ts'
import { useMe } from '../../api/session.ts'
import { useWords } from '../../words/words.ts'
import { type Import, type ImportState, kinds, useImports } from './imports.ts'
import { Undo } from './Undo.tsx'

const looks: Record<ImportState, string> = { read: 'open', importing: 'working', imported: 'done', undone: 'past', failed: 'past' }

export const ImportStateTag = ({ state }: { state: ImportState }) => <span className={`state ${looks[state]}`}>{useWords().t(`importState.${state}`)}</span>

export function PastImports() {
  const { t, language } = useWords()
  const [, go] = useLocation()
  const { data, error } = useImports()
  const [undoing, setUndoing] = useState<Import | null>(null)
  const held = useMe()?.roles ?? []
  const columns: Column<Import>[] = [
    {
      key: 'file',
      title: t('import.file'),
      header: true,
      value: ({ fileName }) => fileName,
      cell: ({ id, fileName }) => <Link href={`/import/${id}`}>{fileName}</Link>,
    },
    {
      key: 'operation',
      title: t('import.operation'),
      value: ({ choices }) => choices.target?.operation ?? null,
      cell: ({ choices }) => choices.target?.operation ?? '',
    },
    { key: 'state', title: t('import.state'), value: ({ state }) => state, cell: ({ state }) => <ImportStateTag state={state} /> },
    {
      key: 'taken',
      title: t('import.taken'),
      number: true,
      value: ({ summary }) => summary.imported ?? null,
      cell: ({ state, summary }) => (['read', 'importing', 'failed'].includes(state) ? '' : <CountText value={summary.imported ?? 'unknown'} />),
    },
    { key: 'at', title: t('import.at'), value: ({ at }) => at, cell: ({ at }) => shortDate(at, language) },
    { key: 'by', title: t('import.by'), value: ({ by }) => by, cell: ({ by }) => by ?? t('import.somebody') },
    {
      key: 'deed',
      title: t('import.deed'),
      cell: (row) =>
        row.state === 'imported' &&
        held.includes(kinds[row.kind]) && (
          <button type="button" className="link" onClick={() => setUndoing(row)}>
            {t('import.undo')}
          </button>
        ),
    },
  ]
  return (
    <>
      <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} />
      {!data && !error && <WaitingTable />}
      {data?.length === 0 && <Empty title={t('import.emptyTitle')}>{t('import.emptyNote')}</Empty>}
      {data && data.length > 0 && (
        <DataTable rows={data} columns={columns} rowKey={({ id }) => id} caption={t('import.past')} stacks onOpen={({ id }) => go(`/import/${id}`)} />
      )}
      {undoing && <Undo taken={undoing} onClose={() => setUndoing(null)} />}
    </>
  )
}
