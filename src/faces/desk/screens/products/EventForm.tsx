/** When, where, what about and with whom: an event that is planned, or changed after it was. */
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { PlacePicker } from '../../../ui/PlacePicker.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { patch, post, refusalsOf } from '../../api/ask.ts'
import { searchPlaces } from '../../api/places.ts'
import { useProductDeed } from '../../api/products.ts'
import { type PublicEvent, publicEventKinds } from '../../api/publicEvents.ts'
import { useWords } from '../../words/words.ts'
import { useDonors } from './useDonors.ts'

const empty = { kind: 'launch', titlePt: '', titleEn: '', aboutPt: '', aboutEn: '', venue: '', startsAt: '', endsAt: '' }

/** As a field for date and time holds it. */
const localTime = (moment: string): string => {
  const at = new Date(moment)
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

/** Of an event that stands: its words as they are; times in the clock of whoever changes them. */
const asGiven = ({ kind, title, about, venue, startsAt, endsAt }: PublicEvent) => ({
  ...{ kind: kind as string, titlePt: title.pt, titleEn: title.en, aboutPt: about.pt, aboutEn: about.en, venue },
  ...{ startsAt: localTime(startsAt), endsAt: localTime(endsAt) },
})

/** Without `event` a new one. */
export function EventForm({ event }: { event?: PublicEvent }) {
  const { t } = useWords()
  const [given, setGiven] = useState(event ? asGiven(event) : empty)
  const [donors, setDonors] = useState<readonly string[]>(event?.donors ?? [])
  const [isPublic, setPublic] = useState(event?.isPublic ?? true)
  const [place, setPlace] = useState(event ? { pcode: event.place, name: event.placeName ?? event.place } : null)
  const known = useDonors()
  const planning = useProductDeed(
    () => {
      const body = {
        ...{ kind: given.kind, venue: given.venue, place: place?.pcode, donors, isPublic },
        ...{ title: { pt: given.titlePt, en: given.titleEn }, about: { pt: given.aboutPt, en: given.aboutEn } },
        ...{ startsAt: new Date(given.startsAt).toISOString(), endsAt: new Date(given.endsAt).toISOString() },
      }
      return event ? patch(`/api/publications/events/${event.id}`, body) : post('/api/publications/events', body)
    },
    () => event === undefined && setGiven(empty),
  )
  const put = (name: keyof typeof empty) => (typed: { currentTarget: { value: string } }) => setGiven({ ...given, [name]: typed.currentTarget.value })
  const line = (name: Exclude<keyof typeof empty, 'kind'>, type = 'text') => (
    <TextInput type={type} label={t(`publicEvents.new.${name}`)} value={given[name]} onChange={put(name)} />
  )
  const name = event ? `${t('publicEvents.change')}: ${given.titlePt}` : t('publicEvents.new')
  const ready = place !== null && Object.values(given).every((each) => each.trim() !== '')
  return (
    <>
      <Refusals refusals={refusalsOf(planning.error)} focus />
      {event?.isPublic && event.clearedAt && <p className="small">{t('publicEvents.clearedAnew')}</p>}
      <KeyedForm onSave={() => ready && planning.mutate(undefined)} label={name}>
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
            {t(event ? 'publicEvents.saveChange' : 'publicEvents.new')}
          </Button>
        </div>
      </KeyedForm>
    </>
  )
}
