/** The data dictionary as people read it: records, fields, kinds, lists; with the Excel template of each record. */
import { TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { Link, useSearchParams } from 'wouter'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { useBilingual } from '../../../ui/language.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../ui/Waiting.tsx'
import { refusalsOf } from '../../api/ask.ts'
import { type FieldShape, type RecordShape, useDictionary } from '../../api/dictionary.ts'
import { pathOfRecord } from '../../navigation.ts'
import { useWords } from '../../words/words.ts'

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

export function Dictionary() {
  const { t } = useWords()
  const mine = useBilingual()
  const [search, setSearch] = useSearchParams()
  const { data, error } = useDictionary()
  const look = useDebouncedCallback((typed: string) => setSearch(typed ? { find: typed } : {}), 200)
  const wanted = plain(search.get('find') ?? '')
  const has = (...texts: string[]) => texts.some((text) => plain(text).includes(wanted))
  const found = (data ?? []).filter(({ name, labels, fields }) =>
    has(name, mine(labels.one), mine(labels.many), ...fields.flatMap((field) => [field.name, mine(field.label)])),
  )
  return (
    <>
      <p>{t('settings.dictionaryIntro')}</p>
      <div className="filters">
        <TextInput label={t('settings.find')} defaultValue={search.get('find') ?? ''} onChange={(event) => look(event.currentTarget.value)} />
      </div>
      <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} />
      {!data && !error && <WaitingTable />}
      {data && found.length === 0 && <Empty title={t('settings.noneFound')} />}
      {found.map((record) => (
        <OneRecord key={record.name} record={record} open={wanted !== ''} />
      ))}
    </>
  )
}

function OneRecord({ record, open }: { record: RecordShape; open: boolean }) {
  const { t, named } = useWords()
  const mine = useBilingual()
  const { data } = useDictionary()
  const listed = (field: FieldShape) => {
    if (field.kind === 'ref') return mine(data?.find(({ name }) => name === field.to)?.labels.one)
    return field.values ? field.values.map((value) => named('value', value)).join(', ') : (field.list ?? '')
  }
  const columns: Column<FieldShape>[] = [
    { key: 'name', title: t('settings.field'), header: true, cell: ({ name }) => <code>{name}</code> },
    {
      key: 'label',
      title: t('settings.meaning'),
      cell: ({ label, hint }) => (
        <>
          {mine(label)} {hint && <small className="quiet">{mine(hint)}</small>}
        </>
      ),
    },
    { key: 'kind', title: t('settings.kind'), cell: ({ kind }) => t(`fieldKind.${kind}`) },
    { key: 'values', title: t('settings.values'), cell: listed },
    { key: 'required', title: t('settings.required'), cell: ({ required }) => t(required ? 'yes' : 'no') },
  ]
  const [schema, table] = pathOfRecord(record.name).split('/').slice(-2)
  return (
    <details className="dictionary" open={open || undefined}>
      <summary data-row="">
        <b>{mine(record.labels.many)}</b> <code>{record.name}</code> <span className="small quiet">{t('settings.fields', { n: record.fields.length })}</span>
      </summary>
      <p className="deeds">
        <a href={`/api/template/${schema}/${table}`}>
          <Icon name="download" /> {t('settings.template')}
        </a>
        <Link href={pathOfRecord(record.name)}>{mine(record.labels.many)}</Link>
      </p>
      <DataTable rows={record.fields} columns={columns} rowKey={({ name }) => name} caption={mine(record.labels.many)} />
    </details>
  )
}
