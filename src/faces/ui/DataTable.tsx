/**
 * Tables that line up: numbers to the right, headers that sort, a total that says what it totals and how many rows lack the number, rows that open with
 * the keyboard (j, k, Enter). Wide tables scroll inside their own frame, never the page.
 */
import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { Icon } from './Icon.tsx'
import { CountText } from './Unknown.tsx'
import { useUiWords } from './words.ts'

export type Column<Row> = {
  key: string
  title: string
  cell: (row: Row) => ReactNode
  /** By which the column sorts; null stands last in either direction. */
  value?: (row: Row) => number | string | null
  number?: boolean
  /** Names the row to a screen reader. */
  header?: boolean
  /** Adds the column up in the total row. */
  total?: boolean
}

export type Sorting = { key: string; descending: boolean }

type Given<Row> = {
  rows: readonly Row[]
  columns: readonly Column<Row>[]
  rowKey: (row: Row) => string
  caption: string
  sort?: Sorting
  /** Sorting done by the server: the table only tells what is wanted. */
  onSort?: (sorting: Sorting) => void
  onOpen?: (row: Row) => void
  rowKeys?: Record<string, (row: Row) => void>
  isOpen?: (row: Row) => boolean
  /** What stands under an opened row. */
  details?: (row: Row) => ReactNode
  totals?: boolean
  /** On a narrow screen each row stands as a card, its cells under their titles: for tables in which something is decided in each row. */
  stacks?: boolean
}

const compare = (a: number | string | null, b: number | string | null, language: string) =>
  typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), language)

function sorted<Row>(rows: readonly Row[], column: Column<Row> | undefined, descending: boolean, language: string): readonly Row[] {
  const value = column?.value
  if (!value) return rows
  return [...rows].sort((a, b) => {
    const [left, right] = [value(a), value(b)]
    if (left === null || right === null) return Number(left === null) - Number(right === null)
    return compare(left, right, language) * (descending ? -1 : 1)
  })
}

function TotalCell<Row>({ column, rows }: { column: Column<Row>; rows: readonly Row[] }) {
  const { say } = useUiWords()
  const values = rows.map((row) => column.value?.(row) ?? null)
  const known = values.filter((value): value is number => typeof value === 'number')
  const lacking = values.length - known.length
  return (
    <td data-title={column.title} className="n">
      {known.length > 0 || lacking === 0 ? <CountText value={known.reduce((sum, value) => sum + value, 0)} /> : <CountText value={null} />}
      {lacking > 0 && <small className="lacking">{say('lacking', { n: lacking })}</small>}
    </td>
  )
}

export function DataTable<Row>({ rows, columns, rowKey, caption, sort, onSort, onOpen, rowKeys, isOpen, details, totals = false, stacks = false }: Given<Row>) {
  const { say, language } = useUiWords()
  const [own, setOwn] = useState<Sorting | undefined>(sort)
  const current = onSort ? sort : own
  const shown = onSort
    ? rows
    : sorted(
        rows,
        columns.find(({ key }) => key === current?.key),
        current?.descending ?? false,
        language,
      )
  const choose = (key: string) =>
    (onSort ?? setOwn)({ key, descending: current?.key === key ? !current.descending : Boolean(columns.find((column) => column.key === key)?.number) })
  const pressed = (event: KeyboardEvent<HTMLTableRowElement>, row: Row) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
    const deed = event.key === 'Enter' ? onOpen : rowKeys?.[event.key]
    if (!deed) return
    event.preventDefault()
    deed(row)
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard
    <section className="table-frame" tabIndex={0} aria-label={caption}>
      <table className={stacks ? 'data stacks' : 'data'}>
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ key, title, number, value }) => (
              <th
                key={key}
                scope="col"
                className={number ? 'n' : undefined}
                aria-sort={current?.key === key ? (current.descending ? 'descending' : 'ascending') : undefined}
              >
                {value || onSort ? (
                  <button type="button" className="sorter" onClick={() => choose(key)} title={say('sortBy', { column: title })}>
                    {title}
                    {current?.key === key && <Icon name={current.descending ? 'down' : 'up'} size={11} />}
                  </button>
                ) : (
                  title
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => {
            const open = isOpen?.(row) ?? false
            return (
              <Row
                key={rowKey(row)}
                open={open}
                details={open ? details?.(row) : undefined}
                columns={columns}
                row={row}
                onKeyDown={(event) => pressed(event, row)}
              />
            )
          })}
        </tbody>
        {totals && rows.length > 0 && (
          <tfoot>
            <tr>
              {columns.map((column, i) =>
                i === 0 ? (
                  <th key={column.key} scope="row">
                    {say('totalOf', { n: rows.length })}
                  </th>
                ) : column.total ? (
                  <TotalCell key={column.key} column={column} rows={rows} />
                ) : (
                  <td key={column.key} />
                ),
              )}
            </tr>
          </tfoot>
        )}
      </table>
    </section>
  )
}

type RowGiven<Row> = {
  row: Row
  columns: readonly Column<Row>[]
  open: boolean
  details: ReactNode
  onKeyDown: (event: KeyboardEvent<HTMLTableRowElement>) => void
}

function Row<Row>({ row, columns, open, details, onKeyDown }: RowGiven<Row>) {
  return (
    <>
      <tr data-row="" tabIndex={-1} className={open ? 'open' : undefined} onKeyDown={onKeyDown}>
        {columns.map(({ key, title, cell, number, header }) =>
          header ? (
            <th key={key} scope="row">
              {cell(row)}
            </th>
          ) : (
            <td key={key} className={number ? 'n' : undefined} data-title={title}>
              {cell(row)}
            </td>
          ),
        )}
      </tr>
      {details && (
        <tr className="details">
          <td colSpan={columns.length}>{details}</td>
        </tr>
      )}
    </>
  )
}
