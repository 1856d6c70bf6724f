/** District by sector: how many organisations work there. An empty cell says that nobody told of work there, which is not the same as no need. */
import { number } from '../../../portal/numbers.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import type { Presence, PresenceCell } from '../../api/fourW.ts'
import { useWords } from '../../words/words.ts'

type Row = { district: string; name: string; province: string; cells: Map<string, PresenceCell> }

export function CoverageMatrix({ presence, onOpen }: { presence: Presence; onOpen: (district: string, sector: string) => void }) {
  const { t, named, language } = useWords()
  const sectors = [...new Set(presence.cells.map(({ sector }) => sector))].sort((a, b) => named('sector', a).localeCompare(named('sector', b), language))
  const rows = new Map<string, Row>()
  for (const cell of presence.cells) {
    const { name = cell.place, province = '' } = presence.places[cell.place] ?? {}
    const row = rows.get(cell.place) ?? { district: cell.place, name, province, cells: new Map() }
    row.cells.set(cell.sector, cell)
    rows.set(cell.place, row)
  }
  const columns: Column<Row>[] = [
    { key: 'province', title: t('fourW.province'), value: ({ province }) => province, cell: ({ province }) => province },
    { key: 'district', title: t('fourW.district'), header: true, value: ({ name }) => name, cell: ({ name }) => name },
    ...sectors.map(
      (sector): Column<Row> => ({
        key: sector,
        title: named('sector', sector),
        number: true,
        value: ({ cells }) => cells.get(sector)?.organisations.length ?? null,
        cell: ({ district, name, cells }) => {
          const cell = cells.get(sector)
          return cell ? (
            <button
              type="button"
              className="link"
              onClick={() => onOpen(district, sector)}
              aria-label={t('fourW.openCell', { n: cell.organisations.length, district: name, sector: named('sector', sector) })}
            >
              {number(cell.organisations.length, language)}
            </button>
          ) : (
            <span className="quiet">·</span>
          )
        },
      }),
    ),
  ]
  const sorted = [...rows.values()].sort((a, b) => a.province.localeCompare(b.province, language) || a.name.localeCompare(b.name, language))
  return (
    <div className="fourw-matrix">
      <DataTable rows={sorted} columns={columns} rowKey={({ district }) => district} caption={t('fourW.coverage')} />
    </div>
  )
}
