/** What an import did, at an address that lasts: who, when, which file, which rounds, and the way back for thirty days. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import { longDate, shortDate } from '../../../portal/numbers.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { CountText, Unknown } from '../../../ui/Unknown.tsx'
import { useHolds } from '../../api/session.ts'
import { pathOfRound } from '../../navigation.ts'
import { useWords } from '../../words/words.ts'
import { type Import, kinds } from './imports.ts'
import { Undo } from './Undo.tsx'

type RoundTaken = NonNullable<Import['summary']['rounds']>[number]

export function Result({ row }: { row: Import }) {
  const { t, language } = useWords()
  const [undoing, setUndoing] = useState(false)
  const mayUndo = useHolds(kinds[row.kind])
  const { imported = 0, changed = 0, confirmed = 0, newPlaces = 0, rounds = [] } = row.summary
  const day = (date: string | null) => (date ? shortDate(date, language) : <Unknown />)
  const columns: Column<RoundTaken>[] = [
    {
      key: 'number',
      title: t('import.round'),
      header: true,
      value: ({ number }) => number,
      cell: ({ id, number }) => (row.state === 'imported' ? <Link href={pathOfRound(id)}>{t('import.openRound', { round: String(number) })}</Link> : number),
    },
    {
      key: 'period',
      title: t('import.period'),
      value: ({ from }) => from,
      cell: ({ from, to }) => (
        <span className="nowrap">
          {day(from)} – {day(to)}
        </span>
      ),
    },
    { key: 'places', title: t('import.places'), number: true, value: ({ places }) => places, cell: ({ places }) => <CountText value={places} /> },
    { key: 'households', title: t('import.households'), number: true, cell: ({ households }) => <CountText value={households} /> },
    { key: 'individuals', title: t('import.individuals'), number: true, cell: ({ individuals }) => <CountText value={individuals} /> },
  ]
  return (
    <>
      <p className="counts" role="status">
        {row.state === 'undone' && row.undoneAt ? `${t('import.undoneOn', { date: longDate(row.undoneAt, language) })} ` : ''}
        {row.kind !== 'displacement' && imported + changed + confirmed > 0
          ? t('import.fourWDone', { imported, changed, confirmed })
          : imported > 0
            ? t('import.done', { imported, rounds: rounds.length })
            : t('import.doneNothing')}
      </p>
      <dl className="facts">
        <div>
          <dt>{t('import.by')}</dt>
          <dd>{t('import.doneBy', { name: row.by ?? t('import.somebody'), date: longDate(row.importedAt ?? row.at, language) })}</dd>
        </div>
        {newPlaces > 0 && (
          <div>
            <dt>{t('import.newPlaces')}</dt>
            <dd>
              <CountText value={newPlaces} />
              {row.state === 'imported' && (
                <>
                  {' · '}
                  <Link href="/places/unplaced">{t('import.placeThem')}</Link>
                </>
              )}
            </dd>
          </div>
        )}
        <div>
          <dt>{t('import.hash')}</dt>
          <dd>
            <code>{row.sha256}</code>
          </dd>
        </div>
      </dl>
      {rounds.length > 0 && <DataTable rows={rounds} columns={columns} rowKey={({ id }) => id} caption={t('import.round')} />}
      {row.state === 'imported' && mayUndo && (
        <div className="step-deeds">
          <Button variant="default" onClick={() => setUndoing(true)}>
            {t('import.undo')}
          </Button>
        </div>
      )}
      {undoing && <Undo taken={row} onClose={() => setUndoing(false)} />}
    </>
  )
}
