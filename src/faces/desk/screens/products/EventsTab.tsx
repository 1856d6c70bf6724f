/** Launches, exhibitions, days of …: planned here, seen in the calendar, and on the portal once somebody else cleared it. */
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Empty } from '../../../ui/Empty.tsx'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { PlacePicker } from '../../../ui/PlacePicker.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../ui/Waiting.tsx'
import { post, postForFile, refusalsOf } from '../../api/ask.ts'
import { searchPlaces } from '../../api/places.ts'
import { makers, useProductDeed } from '../../api/products.ts'
import { publicEventKinds, usePublicEvents } from '../../api/publicEvents.ts'
import { useHolds } from '../../api/session.ts'
import { useWords } from '../../words/words.ts'
import { EventCard } from './EventCard.tsx'
import { useDonors } from './useDonors.ts'

export function EventsTab() {
  const { t } = useWords()
  const { data, error } = usePublicEvents()
  const edits = useHolds(...makers)
  return (
    <>
      <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} />
      {!data && !error && <WaitingTable />}
      {data?.length === 0 && <Empty title={t('publicEvents.none')}>{t('publicEvents.noneNote')}</Empty>}
      <ul className="product-cards">
        {data?.map((event) => (
          <EventCard key={event.id} event={event} />
        ))}
      </ul>
      {data && <VisibilitySheet />}
      {edits && data && <NewEvent />}
    </>
  )
}

/** On paper for whoever prints or builds: what a donor asks to be shown, and where nothing of it may stand. */
function VisibilitySheet() {
  const { t, language } = useWords()
  const known = useDonors()
  const [donor, setDonor] = useState('')
  const printing = useProductDeed(() => postForFile('/api/publications/visibility-sheet', { donor, lang: language }, 'visibility.pdf'))
  if (known.length === 0) return null
  return (
    <section className="card product-form">
      <h2>{t('visibility.title')}</h2>
      <p className="small quiet">{t('visibility.note')}</p>
      <div className="side-by-side">
        <NativeSelect
          label={t('visibility.donor')}
          value={donor}
          onChange={({ currentTarget }) => setDonor(currentTarget.value)}
          data={[{ value: '', label: t('records.choose') }, ...known.map(({ id, name }) => ({ value: id, label: name }))]}
        />
      </div>
      <div className="form-deeds">
        <Button variant="default" disabled={!donor} loading={printing.isPending} onClick={() => printing.mutate(undefined)}>
          {t('visibility.print')}
        </Button>
      </div>
      <Refusals refusals={refusalsOf(printing.error)} focus />
    </section>
  )
}

const empty = { kind: 'launch', titlePt: '', titleEn: '', aboutPt: '', aboutEn: '', venue: '', startsAt: '', endsAt: '' }

function NewEvent() {
  const { t } = useWords()
  const [given, setGiven] = useState(empty)
  const [donors, setDonors] = useState<string[]>([])
  const [isPublic, setPublic] = useState(true)
  const [place, setPlace] = useState<{ pcode: string; name: string } | null>(null)
  const known = useDonors()
  const planning = useProductDeed(
    () =>
      post('/api/publications/events', {
        ...{ kind: given.kind, venue: given.venue, place: place?.pcode, donors, isPublic },
        ...{ title: { pt: given.titlePt, en: given.titleEn }, about: { pt: given.aboutPt, en: given.aboutEn } },
        ...{ startsAt: new Date(given.startsAt).toISOString(), endsAt: new Date(given.endsAt).toISOString() },
      }),
    () => setGiven(empty),
  )
  const put = (name: keyof typeof empty) => (event: { currentTarget: { value: string } }) => setGiven({ ...given, [name]: event.currentTarget.value })
  const line = (name: Exclude<keyof typeof empty, 'kind'>, type = 'text') => (
    <TextInput type={type} label={t(`publicEvents.new.${name}`)} value={given[name]} onChange={put(name)} />
  )
  const ready = place !== null && Object.values(given).every((each) => each.trim() !== '')
  return (
    <section className="card product-form">
      <h2>{t('publicEvents.new')}</h2>
      <Refusals refusals={refusalsOf(planning.error)} focus />
      <KeyedForm onSave={() => ready && planning.mutate(undefined)} label={t('publicEvents.new')}>
        <div className="side-by-side">
          <NativeSelect
            label={t('products.kind')}
            value={given.kind}
            onChange={put('kind')}
            data={publicEventKinds.map((kind) => ({ value: kind, label: t(`publicEvents.kind.${kind}`) }))}
          />
          {line('titlePt')}
          {line('titleEn')}
        </div>
        <div className="side-by-side">
          {line('aboutPt')}
          {line('aboutEn')}
        </div>
        <div className="side-by-side">
          <PlacePicker
            search={searchPlaces}
            onChoose={setPlace}
            label={place ? t('learning.plan.placeChosen', { name: place.name }) : t('publicEvents.new.place')}
          />
          {line('venue')}
          {line('startsAt', 'datetime-local')}
          {line('endsAt', 'datetime-local')}
        </div>
        {known.length > 0 && (
          <fieldset className="donor-choices">
            <legend className="small">{t('publicEvents.new.donors')}</legend>
            {known.map(({ id, name }) => (
              <Checkbox
                key={id}
                label={name}
                checked={donors.includes(id)}
                onChange={({ currentTarget }) => setDonors(currentTarget.checked ? [...donors, id] : donors.filter((each) => each !== id))}
              />
            ))}
          </fieldset>
        )}
        <Checkbox label={t('publicEvents.new.public')} checked={isPublic} onChange={({ currentTarget }) => setPublic(currentTarget.checked)} />
        <div className="form-deeds">
          <Button type="submit" disabled={!ready} loading={planning.isPending}>
            {t('publicEvents.new')}
          </Button>
        </div>
      </KeyedForm>
    </section>
  )
}
