/** Planning an activity, or changing one: its letter, places, partners and dates, and one sentence for each theme or approach that it claims. */
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { KeyedForm } from '../../../../ui/KeyedForm.tsx'
import { useBilingual } from '../../../../ui/language.tsx'
import { PlacePicker } from '../../../../ui/PlacePicker.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { WaitingPage } from '../../../../ui/Waiting.tsx'
import { post, refusalsOf } from '../../../api/ask.ts'
import { searchPlaces } from '../../../api/places.ts'
import { type OneProject, type PlannedActivity, useDonors, useProject } from '../../../api/projects.ts'
import { useResultsDeed } from '../../../api/results.ts'
import { NotFound } from '../../../shell/NotFound.tsx'
import { useWords } from '../../../words/words.ts'
import type { Strategy } from '../strategy.ts'
import { MarkerFields } from './MarkerFields.tsx'

const hazards = ['cyclone', 'flood', 'drought', 'conflict', 'epidemic', 'other']
const modalities = ['inKind', 'cash', 'voucher', 'service', 'training', 'works']
const nexusParts = ['humanitarian', 'development', 'peace']

/** Without `activity` a new one is planned. */
export function ActivityForm({ project, activity, strategy }: { project: string; activity?: string; strategy: Strategy }) {
  const { data, error } = useProject(project)
  const { t } = useWords()
  if (error && !data) return <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} focus />
  if (!data) return <WaitingPage />
  const before = data.activities.find(({ id }) => id === activity)
  return activity && !before ? <NotFound /> : <Form shown={data} before={before} strategy={strategy} />
}

/** The places as they were chosen; where the register no longer names one, all stand under their codes. */
function placesOf({ places, placeNames }: PlannedActivity) {
  const codes = [...places].sort()
  return codes.map((pcode, at) => ({ pcode, name: codes.length === placeNames.length ? placeNames[at]! : pcode }))
}

function Form({ shown: { project, results }, before, strategy }: { shown: OneProject; before: PlannedActivity | undefined; strategy: Strategy }) {
  const { t, named } = useWords()
  const mine = useBilingual()
  const [, go] = useLocation()
  const { data: donors } = useDonors()
  const [places, setPlaces] = useState(before ? placesOf(before) : [])
  const [partners, setPartners] = useState<string[]>(before?.partners ?? [])
  const [markers, setMarkers] = useState<Record<string, string>>(Object.fromEntries((before?.markers ?? []).map(({ code, how }) => [code, how])))
  const [value, setValue] = useState({
    ...{ activity: before?.activity ?? '', result: before?.result ?? '', pt: before?.name.pt ?? '', en: before?.name.en ?? '' },
    ...{ fromDay: before?.fromDay ?? project.fromDay, toDay: before?.toDay ?? project.toDay, budgetLine: before?.budgetLine ?? '' },
    ...{ hazard: before?.hazard ?? '', modality: before?.modality ?? '', nexusPart: before?.nexusPart ?? '' },
  })
  const planning = useResultsDeed(
    () =>
      post(before ? `/api/results/activities/${before.id}` : `/api/results/projects/${project.id}/activities`, {
        ...(before ? { version: before.version } : {}),
        ...{ activity: value.activity, result: value.result || null, name: { pt: value.pt, en: value.en }, places: places.map(({ pcode }) => pcode), partners },
        ...{ fromDay: value.fromDay, toDay: value.toDay, budgetLine: value.budgetLine || null },
        ...{ hazard: value.hazard || null, modality: value.modality || null, nexusPart: value.nexusPart || null },
        markers: Object.entries(markers).map(([code, how]) => ({ code, how })),
      }),
    () => go(`/strategy/projects/${project.id}`),
  )
  const label = t(before ? 'projects.changePlan' : 'projects.plan')
  const write = (name: keyof typeof value) => (event: { currentTarget: { value: string } }) => setValue({ ...value, [name]: event.currentTarget.value })
  const input = (name: keyof typeof value, label: string, type?: 'date') => <TextInput type={type} label={label} value={value[name]} onChange={write(name)} />
  const choice = (name: 'hazard' | 'modality' | 'nexusPart', values: string[]) => (
    <NativeSelect
      label={t(`projects.field.${name}`)}
      value={value[name]}
      onChange={write(name)}
      data={[{ value: '', label: t('projects.noneOfThese') }, ...values.map((each) => ({ value: each, label: named('value', each) }))]}
    />
  )
  const letters = strategy.areas.map(({ number, name, activities }) => ({
    group: `${number}. ${mine(name)}`,
    items: activities.map(({ letter, title }) => ({ value: `FA${number}.${letter}`, label: `FA${number}.${letter} · ${mine(title)}` })),
  }))
  return (
    <>
      <p className="small">
        <Link href={`/strategy/projects/${project.id}`}>{project.code}</Link>
      </p>
      <h1>{label}</h1>
      <section className="card plan-form">
        <Refusals refusals={refusalsOf(planning.error)} focus />
        <KeyedForm onSave={() => planning.mutate(undefined)} label={label}>
          <NativeSelect
            label={t('projects.field.letter')}
            value={value.activity}
            onChange={write('activity')}
            data={[{ value: '', label: t('records.choose') }, ...letters]}
          />
          <div className="side-by-side">
            {input('pt', t('projects.field.namePt'))}
            {input('en', t('projects.field.nameEn'))}
          </div>
          {results.length > 0 && (
            <NativeSelect
              label={t('projects.field.result')}
              value={value.result}
              onChange={write('result')}
              data={[{ value: '', label: t('projects.noneOfThese') }, ...results.map(({ id, name }) => ({ value: id, label: mine(name) }))]}
            />
          )}
          <PlacePicker
            label={t('projects.field.places')}
            search={searchPlaces}
            onChoose={({ pcode, name }) => !places.some((place) => place.pcode === pcode) && setPlaces([...places, { pcode, name }])}
          />
          {places.length > 0 && (
            <ul className="chosen-places">
              {places.map(({ pcode, name }) => (
                <li key={pcode}>
                  {name}{' '}
                  <button type="button" className="link" onClick={() => setPlaces(places.filter((place) => place.pcode !== pcode))}>
                    {t('projects.takeAway', { name })}
                  </button>
                </li>
              ))}
            </ul>
          )}
          <div className="side-by-side">
            {input('fromDay', t('projects.field.fromDay'), 'date')}
            {input('toDay', t('projects.field.toDay'), 'date')}
            {input('budgetLine', t('projects.field.budgetLine'))}
          </div>
          <div className="side-by-side">
            {choice('hazard', hazards)}
            {choice('modality', modalities)}
            {choice('nexusPart', nexusParts)}
          </div>
          {donors && donors.organisations.length > 0 && (
            <Checkbox.Group label={t('projects.field.partners')} value={partners} onChange={setPartners}>
              <div className="choices">
                {donors.organisations.map(({ id, name }) => (
                  <Checkbox key={id} value={id} label={name} />
                ))}
              </div>
            </Checkbox.Group>
          )}
          <MarkerFields strategy={strategy} markers={markers} onChange={setMarkers} />
          <div className="form-deeds">
            <Button type="submit" disabled={value.activity === '' || value.pt.trim() === '' || value.en.trim() === ''} loading={planning.isPending}>
              {label}
            </Button>
          </div>
        </KeyedForm>
      </section>
    </>
  )
}
