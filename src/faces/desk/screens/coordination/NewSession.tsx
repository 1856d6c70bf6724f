/** A session is planned: which course, where and when. */
import { Button, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { useBilingual } from '../../../ui/language.tsx'
import { PlacePicker } from '../../../ui/PlacePicker.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { type Course, type KnownLearner, useCoordinationDeed } from '../../api/coordination.ts'
import { searchPlaces } from '../../api/places.ts'
import { useWords } from '../../words/words.ts'
import { AddParticipant } from './AddParticipant.tsx'

export function NewSession({ courses }: { courses: readonly Course[] }) {
  const { t } = useWords()
  const mine = useBilingual()
  const [, go] = useLocation()
  const [value, setValue] = useState({ curriculum: '', fromDay: '', toDay: '', venue: '' })
  const [halfDays, setHalfDays] = useState<string | number>(2)
  const [place, setPlace] = useState<{ pcode: string; name: string } | null>(null)
  const [trainers, setTrainers] = useState<KnownLearner[]>([])
  const curriculum = value.curriculum || courses[0]!.id
  const planning = useCoordinationDeed(
    () =>
      post<{ id: string }>('/api/coordination/sessions', {
        ...{ ...value, curriculum, venue: value.venue || null, place: place?.pcode, halfDays: Number(halfDays) },
        trainers: trainers.map(({ id }) => id),
      }),
    ({ id }) => go(`/coordination/learning/${id}`),
  )
  const input = (name: 'fromDay' | 'toDay' | 'venue', type: string) => (
    <TextInput
      type={type}
      label={t(`learning.plan.${name}`)}
      value={value[name]}
      onChange={({ currentTarget }) => setValue({ ...value, [name]: currentTarget.value })}
    />
  )
  const ready = place !== null && value.fromDay !== '' && value.toDay !== '' && Number(halfDays) > 0
  return (
    <section className="card after-table coordination-form">
      <h2>{t('learning.plan')}</h2>
      <Refusals refusals={refusalsOf(planning.error)} focus />
      <KeyedForm onSave={() => ready && planning.mutate(undefined)} label={t('learning.plan')}>
        <div className="side-by-side">
          <NativeSelect
            label={t('learning.course')}
            value={curriculum}
            onChange={({ currentTarget }) => setValue({ ...value, curriculum: currentTarget.value })}
            data={courses.map(({ id, code, edition, topic }) => ({ value: id, label: `${code} ${edition} · ${mine(topic)}` }))}
          />
          <PlacePicker search={searchPlaces} onChoose={setPlace} label={place ? t('learning.plan.placeChosen', { name: place.name }) : t('learning.place')} />
          {input('venue', 'text')}
        </div>
        <div className="side-by-side">
          {input('fromDay', 'date')}
          {input('toDay', 'date')}
          <NumberInput label={t('learning.halfDays')} min={1} max={60} value={halfDays} onChange={setHalfDays} />
        </div>
        <p className="small">
          {t('learning.trainers')}: {trainers.length === 0 ? t('notSaid') : trainers.map(({ name }) => name).join(', ')}
        </p>
        <div className="form-deeds">
          <Button type="submit" disabled={!ready} loading={planning.isPending}>
            {t('learning.plan')}
          </Button>
        </div>
      </KeyedForm>
      <details>
        <summary>{t('learning.chooseTrainer')}</summary>
        <AddParticipant
          title={t('learning.newTrainer')}
          address="/api/coordination/learners"
          teaches={(one) => setTrainers([...trainers.filter(({ id }) => id !== one.id), one])}
        />
      </details>
    </section>
  )
}
