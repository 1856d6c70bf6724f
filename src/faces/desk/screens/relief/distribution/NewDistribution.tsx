/** Planning a distribution: where, when, and what a household of which size gets. One line for each size: `1-4: BLANKET 2`. */
import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { KeyedForm } from '../../../../ui/KeyedForm.tsx'
import { PlacePicker } from '../../../../ui/PlacePicker.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../../api/ask.ts'
import { useOrganisationChoices } from '../../../api/coordination.ts'
import { distributionsAt, useReliefDeed } from '../../../api/distributions.ts'
import { searchPlaces } from '../../../api/places.ts'
import { useWords } from '../../../words/words.ts'
import { itemLines, sizeBands } from './typedPackages.ts'

const empty = { name: '', place: '', placeName: '', organisation: '', point: '', day: '', packages: '', standard: '', source: '', messages: '' }

export function NewDistribution() {
  const { t } = useWords()
  const [, go] = useLocation()
  const [value, setValue] = useState(empty)
  const [blanket, setBlanket] = useState(false)
  const organisations = useOrganisationChoices()
  const [packages, standard] = [sizeBands(value.packages), itemLines(value.standard)]
  const planning = useReliefDeed(
    () => {
      const { name, place, point, day, source, messages, organisation } = value
      const about = { name, place, point, day, modality: 'in_kind', blanket, organisation: organisation || null, ...(messages.trim() ? { messages } : {}) }
      return post<{ id: string }>(distributionsAt, { ...about, packages, standard: { since: day, source, anyOf: standard } })
    },
    ({ id }) => go(`/relief/distribution/${id}`),
  )
  const ready = packages !== null && standard !== null && [value.name, value.place, value.point, value.day, value.source].every((each) => each.trim() !== '')
  const write = (name: keyof typeof empty) => (event: { currentTarget: { value: string } }) => setValue({ ...value, [name]: event.currentTarget.value })
  return (
    <section className="card after-table">
      <h2>{t('distribution.new')}</h2>
      <Refusals refusals={refusalsOf(planning.error)} focus />
      <KeyedForm onSave={() => ready && planning.mutate(undefined)} label={t('distribution.new')}>
        <div className="side-by-side">
          <TextInput label={t('distribution.name')} value={value.name} onChange={write('name')} />
          <div>
            <PlacePicker
              search={searchPlaces}
              label={t('distribution.place')}
              onChoose={({ pcode, name }) => setValue({ ...value, place: pcode, placeName: name })}
            />
            {value.place && <p className="quiet">{t('ask.placeChosen', { name: value.placeName })}</p>}
          </div>
          <TextInput label={t('distribution.point')} value={value.point} onChange={write('point')} />
          <NativeSelect
            label={t('distribution.organisation')}
            description={t('distribution.organisationNote')}
            value={value.organisation}
            onChange={({ currentTarget }) => setValue({ ...value, organisation: currentTarget.value })}
            data={[{ value: '', label: t('distribution.ourselves') }, ...organisations]}
          />
          <TextInput type="date" label={t('distribution.day')} value={value.day} onChange={write('day')} />
          <Textarea
            label={t('distribution.packages')}
            description={t('distribution.packagesNote')}
            autosize
            minRows={2}
            value={value.packages}
            onChange={write('packages')}
          />
          <TextInput label={t('distribution.standard')} description={t('distribution.standardNote')} value={value.standard} onChange={write('standard')} />
          <TextInput label={t('distribution.source')} value={value.source} onChange={write('source')} />
          <Textarea label={t('distribution.messages')} autosize minRows={2} value={value.messages} onChange={write('messages')} />
        </div>
        <Checkbox
          label={t('distribution.blanket')}
          description={t('distribution.blanketNote')}
          checked={blanket}
          onChange={({ currentTarget }) => setBlanket(currentTarget.checked)}
        />
        <div className="form-deeds">
          <Button type="submit" disabled={!ready} loading={planning.isPending}>
            {t('distribution.plan')}
          </Button>
        </div>
      </KeyedForm>
    </section>
  )
}
