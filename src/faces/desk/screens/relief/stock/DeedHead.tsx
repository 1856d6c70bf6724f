/** What a paper says besides its lines: where the goods come from or go to, with whom, and why. */
import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { PlacePicker } from '../../../../ui/PlacePicker.tsx'
import { useOrganisationChoices } from '../../../api/coordination.ts'
import { searchPlaces } from '../../../api/places.ts'
import { type Day, useStock } from '../../../api/stock.ts'
import { useWords } from '../../../words/words.ts'
import type { DeedName, Head } from './deeds.ts'

type Given = { day: Day; deed: DeedName; head: Head; put: (changes: Partial<Head>) => void }
type Option = { value: string; label: string }

export function DeedHead({ day, deed, head, put }: Given) {
  const { t } = useWords()
  const organisations = useOrganisationChoices()
  const choose = (name: 'organisation' | 'toShelf' | 'source', label: string, data: (string | Option)[]) => (
    <NativeSelect label={label} value={head[name]} onChange={({ currentTarget }) => put({ [name]: currentTarget.value })} data={data} />
  )
  const line = (name: 'reference' | 'words', label: string) => (
    <TextInput label={label} value={head[name]} onChange={({ currentTarget }) => put({ [name]: currentTarget.value })} />
  )
  const none = { value: '', label: t('reconcile.choose') }
  const shelves = [none, ...day.shelves.filter(({ kind, closedOn }) => kind === 'bin' && !closedOn).map(({ code }) => code)]
  const partners = [none, ...organisations]
  if (deed === 'waybill') return <WaybillHead day={day} head={head} put={put} partners={partners} />
  if (deed === 'break') return <p className="small quiet">{t('stock.breakNote')}</p>
  if (deed === 'receive')
    return (
      <div className="side-by-side">
        {choose(
          'source',
          t('stock.source'),
          (['order', 'donation', 'opening'] as const).map((value) => ({ value, label: t(`stock.source.${value}`) })),
        )}
        {line('reference', t('stock.reference'))}
      </div>
    )
  return (
    <div className="side-by-side">
      {['put-away', 'take-up', 'pack'].includes(deed) && choose('toShelf', t('stock.toShelf'), shelves)}
      {deed === 'return' && choose('organisation', t('stock.partner'), partners)}
      {!['put-away', 'pack'].includes(deed) && (
        <Textarea label={t('stock.why')} autosize minRows={1} value={head.words} onChange={({ currentTarget }) => put({ words: currentTarget.value })} />
      )}
    </div>
  )
}

function WaybillHead({ day, head, put, partners }: Omit<Given, 'deed'> & { partners: Option[] }) {
  const { t } = useWords()
  const others = useStock().data?.warehouses.filter(({ code, open }) => open && code !== day.warehouse.code) ?? []
  const line = (name: 'transporter' | 'vehicle' | 'driver') => (
    <TextInput label={t(`stock.${name}`)} value={head[name]} onChange={({ currentTarget }) => put({ [name]: currentTarget.value })} />
  )
  const to = (name: 'organisation' | 'toWarehouse', label: string, data: Option[]) => (
    <NativeSelect
      label={label}
      value={head[name]}
      onChange={({ currentTarget }) => put({ organisation: '', toWarehouse: '', [name]: currentTarget.value })}
      data={data}
    />
  )
  return (
    <div className="side-by-side">
      {to('organisation', t('stock.partner'), partners)}
      {to('toWarehouse', t('stock.orWarehouse'), [
        { value: '', label: t('stock.noOther') },
        ...others.map((one) => ({ value: one.id, label: `${one.code} · ${one.name}` })),
      ])}
      <PlacePicker
        search={searchPlaces}
        onChoose={({ pcode, name }) => put({ place: pcode, placeName: name })}
        label={head.place ? t('stock.placeChosen', { name: head.placeName || head.place }) : t('stock.place')}
      />
      {line('transporter')}
      {line('vehicle')}
      {line('driver')}
    </div>
  )
}
