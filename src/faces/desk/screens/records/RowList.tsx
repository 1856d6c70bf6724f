/** One list: searched and sorted by the server, filter in the address, exported exactly as shown. */
import { Button, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { Link, useLocation, useSearchParams } from 'wouter'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { useBilingual } from '../../../ui/language.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../ui/Waiting.tsx'
import { get, refusalsOf, withQuery } from '../../api/ask.ts'
import { apiPath, type FieldShape, type RecordShape, type Row } from '../../api/dictionary.ts'
import type { Page } from '../../api/displacement.ts'
import { pathOfRecord } from '../../navigation.ts'
import { useWords } from '../../words/words.ts'
import { FieldText } from './FieldText.tsx'

const pageOf = 50
const mostColumns = 7
const shownInLists = ({ kind }: FieldShape) => kind !== 'json' && kind !== 'bilingual'

export function RowList({ record }: { record: RecordShape }) {
  const { t, language } = useWords()
  const mine = useBilingual()
  const [, go] = useLocation()
  const [search, setSearch] = useSearchParams()
  const offset = Number(search.get('offset') ?? 0)
  const asked = { search: search.get('search'), sort: search.get('sort') ?? record.title, descending: search.get('descending') }
  const { data, error } = useQuery({
    queryKey: ['record', record.name, 'list', asked, offset],
    queryFn: () => get<Page<Row>>(withQuery(apiPath(record.name), { ...asked, limit: pageOf, offset })),
    placeholderData: (before) => before,
  })
  const change = (changes: Record<string, string>) => setSearch((before) => new URLSearchParams({ ...Object.fromEntries(before), ...changes }))
  const look = useDebouncedCallback((typed: string) => change({ search: typed, offset: '0' }), 250)
  const titled = record.fields.find(({ name }) => name === record.title)
  const fields = [...(titled ? [titled] : []), ...record.fields.filter((field) => field !== titled && shownInLists(field))].slice(0, mostColumns)
  const columns: Column<Row>[] = fields.map((field, i) => ({
    key: field.name,
    title: mine(field.label),
    header: i === 0,
    number: field.kind === 'integer' || field.kind === 'decimal',
    cell: (row) =>
      i === 0 ? (
        <Link href={pathOfRecord(record.name, row.id)}>
          {field.kind === 'ref' ? `${row.id.slice(0, 8)}…` : <FieldText field={field} value={row[field.name]} />}
        </Link>
      ) : (
        <FieldText field={field} value={row[field.name]} />
      ),
  }))
  const exported = (format: string) => withQuery(`${apiPath(record.name)}/export`, { ...asked, format, lang: language })
  return (
    <>
      <div className="page-head">
        <div>
          <p className="kicker">
            <Link href="/records">{t('records.title')}</Link>
          </p>
          <h1>{mine(record.labels.many)}</h1>
        </div>
        <div className="deeds">
          <a href={exported('csv')}>
            <Icon name="download" /> {t('records.exportCsv')}
          </a>
          <a href={exported('xlsx')}>
            <Icon name="download" /> {t('records.exportXlsx')}
          </a>
          {record.canCreate && (
            <Link href={`${pathOfRecord(record.name)}/new`} className="button">
              {t('records.new', { what: mine(record.labels.one) })}
            </Link>
          )}
        </div>
      </div>
      {record.title && (
        <div className="filters">
          <TextInput label={t('records.search')} defaultValue={asked.search ?? ''} onChange={(event) => look(event.currentTarget.value)} />
        </div>
      )}
      <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} />
      {!data && !error && <WaitingTable />}
      {data?.total === 0 && (asked.search ? <Empty title={t('records.noneFit')} /> : <Empty title={t('records.emptyTitle')}>{t('records.emptyNote')}</Empty>)}
      {data && data.rows.length > 0 && (
        <>
          <p className="small quiet" role="status">
            {data.totalIsMore ? t('records.countMore', { n: data.total }) : t('records.count', { n: data.total })}
          </p>
          <DataTable
            rows={data.rows}
            columns={columns}
            rowKey={({ id }) => id}
            caption={mine(record.labels.many)}
            sort={asked.sort ? { key: asked.sort, descending: asked.descending === 'true' } : undefined}
            onSort={({ key, descending }) => change({ sort: key, descending: String(descending), offset: '0' })}
            onOpen={({ id }) => go(pathOfRecord(record.name, id))}
          />
          {(offset > 0 || data.total > offset + pageOf) && (
            <nav className="pager" aria-label={mine(record.labels.many)}>
              <Button variant="default" disabled={offset === 0} onClick={() => change({ offset: String(Math.max(0, offset - pageOf)) })}>
                {t('records.previousPage')}
              </Button>
              <span className="small">{t('records.range', { from: offset + 1, to: offset + data.rows.length })}</span>
              <Button variant="default" disabled={data.total <= offset + pageOf} onClick={() => change({ offset: String(offset + pageOf) })}>
                {t('records.nextPage')}
              </Button>
            </nav>
          )}
        </>
      )}
    </>
  )
}
