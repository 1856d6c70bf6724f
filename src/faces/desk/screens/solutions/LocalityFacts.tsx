/** What is known of a locality that is not agreed yet: answers with their evidence, a danger with what is done against it, minutes of a meeting, the land. */
import { NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import type { Locality } from '../../api/solutions.ts'
import { useDeed } from '../../api/useDeed.ts'
import { SaveDeed } from '../../shell/SaveDeed.tsx'
import { useWords } from '../../words/words.ts'

const hazards = ['flood', 'erosion', 'landslide', 'wind', 'fire'] as const
const sides = ['community', 'district', 'province'] as const
const nothing = { hazard: '', mitigation: '', signed: '', side: '', on: '', words: '' }

export function LocalityFacts({ locality }: { locality: Locality }) {
  const { t, named } = useWords()
  const [answers, setAnswers] = useState<Record<string, { answer: string; evidence: string }>>(() =>
    Object.fromEntries(
      locality.answers.map(({ code, answer, evidence }) => [code, { answer: answer === null ? '' : String(answer), evidence: evidence ?? '' }]),
    ),
  )
  const [land, setLand] = useState(locality.landConflict)
  const [added, setAdded] = useState(nothing)
  const [present, setPresent] = useState<string | number>('')
  const saving = useDeed(
    ['solutions'],
    () => post(`/api/solutions/localities/${locality.id}/facts`, factsOf(locality, { answers, land, added, present })),
    () => {
      setAdded(nothing)
      setPresent('')
    },
  )
  const write = (name: keyof typeof nothing, type?: string) => (
    <TextInput
      type={type}
      label={t(`localities.${name}`)}
      value={added[name]}
      onChange={({ currentTarget }) => setAdded({ ...added, [name]: currentTarget.value })}
    />
  )
  const answered = (code: string, change: Partial<{ answer: string; evidence: string }>) =>
    setAnswers({ ...answers, [code]: { ...{ answer: '', evidence: '' }, ...answers[code], ...change } })
  return (
    <details>
      <summary>{t('localities.facts')}</summary>
      <KeyedForm onSave={() => saving.mutate(undefined)} label={t('localities.facts')}>
        {locality.criteria.map(({ code, kind }) => (
          <div key={code} className="side-by-side">
            {kind === 'yes' ? (
              <NativeSelect
                label={code}
                value={answers[code]?.answer ?? ''}
                onChange={({ currentTarget }) => answered(code, { answer: currentTarget.value })}
                data={[
                  { value: '', label: t('localities.unanswered') },
                  { value: 'true', label: named('tenure', 'yes') },
                  { value: 'false', label: named('tenure', 'no') },
                ]}
              />
            ) : (
              <NumberInput label={code} min={0} value={answers[code]?.answer ?? ''} onChange={(value) => answered(code, { answer: String(value) })} />
            )}
            <TextInput
              label={t('localities.evidence')}
              value={answers[code]?.evidence ?? ''}
              onChange={({ currentTarget }) => answered(code, { evidence: currentTarget.value })}
            />
          </div>
        ))}
        <div className="side-by-side">
          <NativeSelect
            label={t('localities.hazard')}
            value={added.hazard}
            onChange={({ currentTarget }) => setAdded({ ...added, hazard: currentTarget.value })}
            data={[{ value: '', label: t('localities.noneAdded') }, ...hazards.map((each) => ({ value: each, label: named('hazard', each) }))]}
          />
          {write('mitigation')}
          {write('signed')}
        </div>
        <div className="side-by-side">
          <NativeSelect
            label={t('localities.side')}
            value={added.side}
            onChange={({ currentTarget }) => setAdded({ ...added, side: currentTarget.value })}
            data={[{ value: '', label: t('localities.noneAdded') }, ...sides.map((each) => ({ value: each, label: named('side', each) }))]}
          />
          {write('on', 'date')}
          <NumberInput label={t('localities.presentCount')} min={1} value={present} onChange={setPresent} />
          {write('words')}
        </div>
        <NativeSelect
          label={t('tenure.conflict')}
          value={land}
          onChange={({ currentTarget }) => setLand(currentTarget.value as Locality['landConflict'])}
          data={(['unknown', 'no', 'yes'] as const).map((each) => ({ value: each, label: named('tenure', each) }))}
        />
        <SaveDeed saving={saving} />
        <Refusals refusals={refusalsOf(saving.error)} focus />
      </KeyedForm>
    </details>
  )
}

type Typed = { answers: Record<string, { answer: string; evidence: string }>; land: string; added: typeof nothing; present: string | number }

/** A danger written again takes the place of the one before; minutes are added and never taken away. */
function factsOf({ criteria, hazards: known, minutes }: Locality, { answers, land, added, present }: Typed) {
  const answerOf = (kind: string, text: string) => (text === '' ? null : kind === 'yes' ? text === 'true' : Number(text))
  const hazard = { kind: added.hazard, mitigation: added.mitigation.trim() || null, districtSigned: added.signed.trim() || null }
  const met = { on: added.on, with: added.side, present: present === '' ? null : Number(present), words: added.words.trim() }
  return {
    answers: criteria.flatMap(({ code, kind }) =>
      answers[code] ? [{ code, answer: answerOf(kind, answers[code].answer), evidence: answers[code].evidence.trim() || null }] : [],
    ),
    hazards: added.hazard ? [...known.filter(({ kind }) => kind !== added.hazard), hazard] : known,
    minutes: added.side && added.on && met.words ? [...minutes, met] : minutes,
    landConflict: land,
  }
}
