/** A service, new or looked at again: its status is worth as much as the day on which somebody verified it. */
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { PlacePicker } from '../../../ui/PlacePicker.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { patch, post, refusalsOf } from '../../api/ask.ts'
import { useCoordinationDeed, useOrganisationChoices } from '../../api/coordination.ts'
import type { Service } from '../../api/partnerships.ts'
import { searchPlaces } from '../../api/places.ts'
import { useWords } from '../../words/words.ts'

const statuses = ['unknown', 'full', 'partial', 'none'] as const
const texts = ['kind', 'hours', 'forWhom', 'cost', 'languages', 'accessibility', 'capacity', 'verifiedHow', 'channel'] as const
type Text = (typeof texts)[number]

const startOf = (service: Service | undefined) => ({
  ...(Object.fromEntries(texts.map((name) => [name, service?.[name] ?? ''])) as Record<Text, string>),
  ...{ provider: service?.provider ?? '', status: service?.status ?? 'unknown', verifiedOn: service?.verifiedOn ?? '' },
})

export function ServiceForm({ service, done }: { service?: Service; done?: () => void }) {
  const { t } = useWords()
  const organisations = useOrganisationChoices()
  const [given, setGiven] = useState(() => startOf(service))
  const [place, setPlace] = useState(service ? { pcode: service.place, name: service.placeName ?? service.place } : null)
  const [sensitive, setSensitive] = useState(service?.sensitive ?? false)
  const keeping = useCoordinationDeed(
    () => {
      const said = Object.fromEntries(texts.map((name) => [name, given[name].trim() || null]))
      const { provider, status, verifiedOn } = given
      const body = { ...said, provider, place: place?.pcode, status, sensitive, verifiedOn: verifiedOn || null }
      return service ? patch(`/api/coordination/services/${service.id}`, body) : post('/api/coordination/services', body)
    },
    () => {
      setGiven(startOf(service))
      done?.()
    },
  )
  const line = (name: Text | 'verifiedOn', label: string, type = 'text') => (
    <TextInput type={type} label={label} value={given[name]} onChange={({ currentTarget }) => setGiven({ ...given, [name]: currentTarget.value })} />
  )
  const title = t(service ? 'services.keep' : 'services.new')
  const ready = given.kind.trim() !== '' && given.provider !== '' && place !== null
  return (
    <>
      <Refusals refusals={refusalsOf(keeping.error)} focus />
      <KeyedForm onSave={() => ready && keeping.mutate(undefined)} label={title}>
        <div className="side-by-side">
          {line('kind', t('services.one'))}
          <NativeSelect
            label={t('services.provider')}
            value={given.provider}
            onChange={({ currentTarget }) => setGiven({ ...given, provider: currentTarget.value })}
            data={[{ value: '', label: t('reconcile.choose') }, ...organisations]}
          />
          <PlacePicker search={searchPlaces} onChoose={setPlace} label={place ? t('learning.plan.placeChosen', { name: place.name }) : t('learning.place')} />
          <NativeSelect
            label={t('services.status')}
            value={given.status}
            onChange={({ currentTarget }) => setGiven({ ...given, status: currentTarget.value as Service['status'] })}
            data={statuses.map((each) => ({ value: each, label: t(`services.status.${each}`) }))}
          />
          {line('verifiedOn', t('services.verifiedOn'), 'date')}
          {line('verifiedHow', t('services.verifiedHow'))}
          {line('hours', t('services.hours'))}
          {line('forWhom', t('services.forWhom'))}
          {line('cost', t('services.cost'))}
          {line('languages', t('services.languages'))}
          {line('accessibility', t('services.accessibility'))}
          {line('capacity', t('services.capacity'))}
        </div>
        <Checkbox label={t('services.sensitiveNote')} checked={sensitive} onChange={({ currentTarget }) => setSensitive(currentTarget.checked)} />
        {sensitive && line('channel', t('services.channel'))}
        <div className="form-deeds">
          <Button type="submit" disabled={!ready} loading={keeping.isPending}>
            {title}
          </Button>
        </div>
      </KeyedForm>
    </>
  )
}
