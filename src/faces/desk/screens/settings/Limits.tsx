/** The limits by which the system warns, each with its date and source, and plainly marked while nobody has confirmed it. */
import { useQuery } from '@tanstack/react-query'
import type { Bilingual } from '../../../../kernel/shared.ts'
import { longDate, number } from '../../../portal/numbers.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { useBilingual } from '../../../ui/language.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../ui/Waiting.tsx'
import { get, refusalsOf } from '../../api/ask.ts'
import { useWords } from '../../words/words.ts'

type Threshold = { key: string; value: number | string; label: Bilingual; asOf: string; source: string; unconfirmed?: Bilingual | null }
type Pack = { thresholds: Threshold[]; borrowed?: string[]; placesCredit?: string | Bilingual | null }

export function Limits() {
  const { t, language } = useWords()
  const mine = useBilingual()
  const { data, error } = useQuery({ queryKey: ['pack'], queryFn: () => get<Pack>('/api/pack'), staleTime: 600_000 })
  if (error && !data) return <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} />
  if (!data) return <WaitingTable />
  const columns: Column<Threshold>[] = [
    { key: 'label', title: t('settings.limit'), header: true, value: ({ label }) => mine(label), cell: ({ label }) => mine(label) },
    { key: 'value', title: t('settings.value'), number: true, cell: ({ value }) => (typeof value === 'number' ? number(value, language) : value) },
    {
      key: 'confirmed',
      title: t('settings.confirmed'),
      value: ({ unconfirmed }) => (unconfirmed ? 1 : 0),
      cell: ({ unconfirmed }) =>
        unconfirmed ? (
          <>
            <b className="tag">{t('settings.unconfirmed')}</b> <small className="quiet">{mine(unconfirmed)}</small>
          </>
        ) : (
          <span className="state done">{t('settings.isConfirmed')}</span>
        ),
    },
    { key: 'asOf', title: t('settings.asOf'), value: ({ asOf }) => asOf, cell: ({ asOf }) => <span className="nowrap">{longDate(asOf, language)}</span> },
    { key: 'source', title: t('settings.source'), cell: ({ source }) => <span className="small">{source}</span> },
  ]
  const credit = typeof data.placesCredit === 'string' ? data.placesCredit : mine(data.placesCredit)
  return (
    <>
      <p>{t('settings.limitsIntro')}</p>
      <DataTable rows={data.thresholds} columns={columns} rowKey={({ key }) => key} caption={t('settings.limits')} />
      {data.borrowed && data.borrowed.length > 0 && <p className="settings-note">{t('settings.borrowed', { what: data.borrowed })}</p>}
      {credit && <p className="small quiet settings-note">{t('settings.placesCredit', { credit })}</p>}
    </>
  )
}
