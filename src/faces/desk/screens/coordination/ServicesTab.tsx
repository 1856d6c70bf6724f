/** What exists where and when somebody last looked; sensitive services by the way to reach them, never by their place. */
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { shortDate } from '../../../portal/numbers.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { PlacePicker } from '../../../ui/PlacePicker.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../ui/Waiting.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { useCoordinationDeed, useOrganisations } from '../../api/coordination.ts'
import { type Service, useServices } from '../../api/partnerships.ts'
import { searchPlaces } from '../../api/places.ts'
import { useHolds } from '../../api/session.ts'
import { useWords } from '../../words/words.ts'

const statuses = ['unknown', 'full', 'partial', 'none'] as const

export function ServicesTab() {
  const { t, language } = useWords()
  const edits = useHolds('clusterCoordinator')
  const { data, error } = useServices()
  if (!data) return error ? <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} /> : <WaitingTable />
  const verified = (day: string | null) => (day ? shortDate(day, language) : t('services.notVerified'))
  const columns: Column<Service>[] = [
    {
      key: 'kind',
      title: t('services.one'),
      header: true,
      value: ({ kind }) => kind,
      cell: ({ kind, sensitive }) => (sensitive ? `${kind} (${t('services.sensitive')})` : kind),
    },
    { key: 'provider', title: t('services.provider'), value: ({ providerName }) => providerName, cell: ({ providerName }) => providerName },
    { key: 'place', title: t('learning.place'), value: ({ placeName, place }) => placeName ?? place, cell: ({ placeName, place }) => placeName ?? place },
    { key: 'hours', title: t('services.hours'), cell: ({ hours }) => hours ?? t('notSaid') },
    { key: 'status', title: t('services.status'), value: ({ status }) => status, cell: ({ status }) => t(`services.status.${status}`) },
    { key: 'verified', title: t('services.verifiedOn'), value: ({ verifiedOn }) => verifiedOn, cell: ({ verifiedOn }) => verified(verifiedOn) },
  ]
  return (
    <>
      {data.services.length === 0 && <Empty title={t('services.none')}>{t('services.noneNote')}</Empty>}
      {data.services.length > 0 && (
        <DataTable rows={data.services} columns={columns} rowKey={({ id }) => id} caption={t('coordination.part.services')} stacks />
      )}
      {data.byChannel.length > 0 && (
        <section className="card">
          <h2>{t('services.byChannel')}</h2>
          <ul>
            {data.byChannel.map(({ kind, province, channel, status, verifiedOn }) => (
              <li key={`${kind}${channel}${province}`}>
                {kind}, {province}: <strong>{channel}</strong> ({t(`services.status.${status}`)}, {verified(verifiedOn)})
              </li>
            ))}
          </ul>
        </section>
      )}
      {edits && <NewService />}
    </>
  )
}

const empty = { kind: '', provider: '', hours: '', status: 'unknown', verifiedOn: '', channel: '' }

function NewService() {
  const { t } = useWords()
  const { data } = useOrganisations()
  const [given, setGiven] = useState(empty)
  const [place, setPlace] = useState<{ pcode: string; name: string } | null>(null)
  const [sensitive, setSensitive] = useState(false)
  const keeping = useCoordinationDeed(
    () =>
      post('/api/coordination/services', {
        ...{ kind: given.kind, provider: given.provider, place: place?.pcode, status: given.status, sensitive },
        ...{ hours: given.hours || null, verifiedOn: given.verifiedOn || null, channel: given.channel || null },
      }),
    () => setGiven(empty),
  )
  const line = (name: 'kind' | 'hours' | 'verifiedOn' | 'channel', label: string, type = 'text') => (
    <TextInput type={type} label={label} value={given[name]} onChange={({ currentTarget }) => setGiven({ ...given, [name]: currentTarget.value })} />
  )
  const ready = given.kind.trim() !== '' && given.provider !== '' && place !== null
  return (
    <section className="card coordination-form">
      <h2>{t('services.new')}</h2>
      <Refusals refusals={refusalsOf(keeping.error)} focus />
      <KeyedForm onSave={() => ready && keeping.mutate(undefined)} label={t('services.new')}>
        <div className="side-by-side">
          {line('kind', t('services.one'))}
          <NativeSelect
            label={t('services.provider')}
            value={given.provider}
            onChange={({ currentTarget }) => setGiven({ ...given, provider: currentTarget.value })}
            data={[{ value: '', label: t('reconcile.choose') }, ...(data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))]}
          />
          <PlacePicker search={searchPlaces} onChoose={setPlace} label={place ? t('learning.plan.placeChosen', { name: place.name }) : t('learning.place')} />
          {line('hours', t('services.hours'))}
          <NativeSelect
            label={t('services.status')}
            value={given.status}
            onChange={({ currentTarget }) => setGiven({ ...given, status: currentTarget.value })}
            data={statuses.map((each) => ({ value: each, label: t(`services.status.${each}`) }))}
          />
          {line('verifiedOn', t('services.verifiedOn'), 'date')}
        </div>
        <Checkbox label={t('services.sensitiveNote')} checked={sensitive} onChange={({ currentTarget }) => setSensitive(currentTarget.checked)} />
        {sensitive && line('channel', t('services.channel'))}
        <div className="form-deeds">
          <Button type="submit" disabled={!ready} loading={keeping.isPending}>
            {t('services.new')}
          </Button>
        </div>
      </KeyedForm>
    </section>
  )
}
