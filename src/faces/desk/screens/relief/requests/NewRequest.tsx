/** A partner writes what it asks for, or changes its draft: where, for how many, until when, on which assessment, and what it has itself. */
import { Button, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { longDate } from '../../../../portal/numbers.ts'
import { KeyedForm } from '../../../../ui/KeyedForm.tsx'
import { PlacePicker } from '../../../../ui/PlacePicker.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../../api/ask.ts'
import { searchPlaces } from '../../../api/places.ts'
import { type ReliefRequest, useAssessments, useReliefDeed, useThings } from '../../../api/reliefRequests.ts'
import { useWords } from '../../../words/words.ts'
import { AskedLines, type LineTyped, typedLine } from './AskedLines.tsx'

const empty = {
  place: null as { pcode: string; name: string } | null,
  households: '' as string | number,
  neededBy: '',
  assessment: '',
  ownStock: '',
  otherDonors: '',
}

const startOf = (request: ReliefRequest | undefined): typeof empty =>
  request
    ? {
        ...{ place: { pcode: request.place, name: request.placeName ?? request.place }, households: request.households, neededBy: request.neededBy },
        ...{ assessment: request.assessment ?? '', ownStock: request.ownStock ?? '', otherDonors: request.otherDonors ?? '' },
      }
    : empty

export function NewRequest({ request }: { request?: ReliefRequest }) {
  const { t, language } = useWords()
  const { data: things } = useThings()
  const { data: assessments } = useAssessments()
  const [given, setGiven] = useState(() => startOf(request))
  const [lines, setLines] = useState<LineTyped[]>(() => request?.lines.map(typedLine) ?? [{ thing: '', asked: '' }])
  const saving = useReliefDeed(
    () => {
      const asked = lines.flatMap(({ thing, asked: quantity }) => {
        const known = things?.find(({ code, edition }) => `${code} ${edition}` === thing)
        return known && quantity !== '' ? [{ code: known.code, edition: known.edition, asked: Number(quantity) }] : []
      })
      return post(request ? `/api/relief/requests/${request.id}` : '/api/relief/requests', {
        ...{ place: given.place!.pcode, households: Number(given.households), neededBy: given.neededBy, lines: asked },
        ...{ assessment: given.assessment || null, ownStock: given.ownStock || null, otherDonors: given.otherDonors || null },
      })
    },
    () => {
      if (request) return
      setGiven(empty)
      setLines([{ thing: '', asked: '' }])
    },
  )
  const words = (name: 'neededBy' | 'ownStock' | 'otherDonors', type = 'text') => (
    <TextInput type={type} label={t(`ask.${name}`)} value={given[name]} onChange={({ currentTarget }) => setGiven({ ...given, [name]: currentTarget.value })} />
  )
  const isReady = given.place && given.households !== '' && given.neededBy && lines.some(({ thing, asked }) => thing && asked !== '')
  const fitting = (assessments?.rows ?? []).filter(({ place }) => !given.place || place.startsWith(given.place.pcode) || given.place.pcode.startsWith(place))
  return (
    <section className="card">
      <h2>{request ? `${t('ask.one')} ${request.year}/${request.number}` : t('ask.new')}</h2>
      <KeyedForm onSave={() => isReady && saving.mutate(undefined)} label={t('ask.new')}>
        <div className="side-by-side">
          <div>
            <PlacePicker search={searchPlaces} label={t('ask.place')} onChoose={(place) => setGiven({ ...given, place })} />
            {given.place && <p className="small">{t('ask.placeChosen', { name: given.place.name })}</p>}
          </div>
          <NumberInput
            label={t('ask.households')}
            min={1}
            allowDecimal={false}
            value={given.households}
            onChange={(households) => setGiven({ ...given, households })}
          />
          {words('neededBy', 'date')}
        </div>
        <AskedLines lines={lines} things={things ?? []} onChange={setLines} />
        <NativeSelect
          label={t('ask.assessment')}
          value={given.assessment}
          onChange={({ currentTarget }) => setGiven({ ...given, assessment: currentTarget.value })}
          data={[
            { value: '', label: t('ask.noAssessment') },
            ...fitting.map(({ id, place, assessedOn, householdsAssessed }) => ({
              value: id,
              label: t('ask.assessmentLine', { place, day: longDate(assessedOn, language), households: householdsAssessed }),
            })),
          ]}
        />
        <div className="side-by-side">
          {words('ownStock')}
          {words('otherDonors')}
        </div>
        <p className="small quiet">{t('ask.lastResort')}</p>
        <div className="form-deeds">
          <Button type="submit" variant={request ? 'default' : 'filled'} disabled={!isReady} loading={saving.isPending}>
            {t('ask.save')}
          </Button>
        </div>
        <Refusals refusals={refusalsOf(saving.error)} focus />
      </KeyedForm>
    </section>
  )
}
