/** Who did what, newest first; one record or one person at a time, hundred by hundred, all of it in the address. */
import './audit.css'
import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { useBilingual } from '../../../ui/language.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../ui/Waiting.tsx'
import { get, refusalsOf, withQuery } from '../../api/ask.ts'
import { useDictionary } from '../../api/dictionary.ts'
import { useChosen } from '../../shell/useChosen.ts'
import { useWords } from '../../words/words.ts'
import { AuditFacts } from './AuditFacts.tsx'

type Line = { seq: number; at: string; role: string; deed: string; record: string; recordId: string | null; facts: unknown; who: string | null }

const pageOf = 100
const kernelRecords = ['kernel.person', 'kernel.import', 'kernel.token', 'kernel.product'] as const
const chains = { pt: ['pt-MZ', 'pt'], en: ['en-GB', 'en'] }

export function Audit() {
  const { t, named, language } = useWords()
  const mine = useBilingual()
  const [search, go] = useChosen()
  const asked = { record: search.get('record'), who: search.get('who'), before: search.get('before') }
  const { data: dictionary } = useDictionary()
  const { data, error } = useQuery({
    queryKey: ['audit', asked],
    queryFn: () => get<Line[]>(withQuery('/api/audit', asked)),
    placeholderData: (before) => before,
  })
  const recordWord = (record: string) => {
    const declared = dictionary?.find(({ name }) => name === record)
    return declared ? mine(declared.labels.one) : named('auditRecord', record)
  }
  const when = new Intl.DateTimeFormat(chains[language], { dateStyle: 'short', timeStyle: 'medium', timeZone: 'Africa/Maputo' })
  const columns: Column<Line>[] = [
    { key: 'at', title: t('audit.when'), header: true, cell: ({ at }) => <span className="nowrap">{when.format(new Date(at))}</span> },
    { key: 'who', title: t('audit.who'), cell: ({ who, role }) => who ?? (role && role !== 'system' ? role : t('audit.system')) },
    { key: 'deed', title: t('audit.deed'), cell: ({ deed }) => named('deed', deed) },
    { key: 'record', title: t('audit.record'), cell: ({ record }) => recordWord(record) },
    {
      key: 'facts',
      title: t('audit.facts'),
      cell: ({ facts, record }) => <AuditFacts facts={facts} record={dictionary?.find(({ name }) => name === record)} />,
    },
  ]
  const options = [
    ...kernelRecords.map((name) => ({ value: name as string, label: t(`auditRecord.${name}`) })),
    ...(dictionary ?? []).map(({ name, labels }) => ({ value: name, label: mine(labels.one) })),
  ]
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t('audit.title')}</h1>
          <p className="quiet">{t('audit.intro')}</p>
        </div>
      </div>
      <div className="filters">
        <NativeSelect
          label={t('audit.record')}
          value={asked.record ?? ''}
          onChange={(event) => go({ record: event.currentTarget.value, before: null })}
          data={[{ value: '', label: t('audit.all') }, ...options]}
        />
      </div>
      <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} />
      {!data && !error && <WaitingTable />}
      {data?.length === 0 && <Empty title={t('audit.emptyTitle')}>{t('audit.emptyNote')}</Empty>}
      {data && data.length > 0 && <DataTable rows={data} columns={columns} rowKey={({ seq }) => String(seq)} caption={t('audit.title')} stacks />}
      <nav className="pager" aria-label={t('audit.title')}>
        {asked.before && (
          <button type="button" className="link" onClick={() => go({ before: null })}>
            {t('audit.newest')}
          </button>
        )}
        {data?.length === pageOf && (
          <button type="button" className="link" onClick={() => go({ before: String(data.at(-1)!.seq) })}>
            {t('audit.older')}
          </button>
        )}
      </nav>
    </>
  )
}
