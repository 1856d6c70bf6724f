/** The checklist of the stage that a house is at. The result is computed: nobody types that a stage passed. */
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { useBilingual } from '../../../ui/language.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import type { BuildingStage, HouseFile, ItemAnswer } from '../../api/solutions.ts'
import { useDeed } from '../../api/useDeed.ts'
import { useWords } from '../../words/words.ts'

const answers: ItemAnswer[] = ['pass', 'fail', 'not_seen', 'not_applicable']
const dayFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

export function InspectStage({ house, stage }: { house: HouseFile; stage: BuildingStage }) {
  const { t, named } = useWords()
  const mine = useBilingual()
  const [given, setGiven] = useState<Record<string, ItemAnswer>>({})
  const [{ seenOn, fixBy, photo }, setAbout] = useState({ seenOn: dayFromNow(0), fixBy: dayFromNow(14), photo: '' })
  const items = house.checklist[stage]
  const inspecting = useDeed(['solutions'], () =>
    post(`/api/solutions/houses/${house.id}/inspections`, {
      ...{ stage, seenOn, fixBy },
      answers: items.map(({ code }, at) => ({ code, answer: given[code] ?? 'not_seen', photo: at === 0 ? photo.trim() || null : null })),
    }),
  )
  const about = (name: 'seenOn' | 'fixBy' | 'photo', value: string, type?: string) => (
    <TextInput
      type={type}
      label={t(`houses.${name}`)}
      value={value}
      onChange={({ currentTarget }) => setAbout({ seenOn, fixBy, photo, [name]: currentTarget.value })}
    />
  )
  return (
    <section className="card">
      <h3>{t('houses.inspect', { stage: named('stage', stage) })}</h3>
      <p className="small quiet">{t('houses.checklistNote')}</p>
      <KeyedForm onSave={() => inspecting.mutate(undefined)} label={t('houses.inspect', { stage: named('stage', stage) })}>
        <ul className="plain checklist">
          {items.map(({ code, label, vital }) => (
            <li key={code}>
              <span id={`item-${code}`}>
                {mine(label)} {vital && <strong className="small">{t('houses.vital')}</strong>}
              </span>
              <div className="choices" role="radiogroup" aria-labelledby={`item-${code}`}>
                {answers.map((answer) => (
                  <label key={answer}>
                    <input type="radio" name={code} checked={(given[code] ?? 'not_seen') === answer} onChange={() => setGiven({ ...given, [code]: answer })} />
                    {t(`houses.answer.${answer}`)}
                  </label>
                ))}
              </div>
            </li>
          ))}
        </ul>
        <div className="side-by-side">
          {about('seenOn', seenOn, 'date')}
          {about('fixBy', fixBy, 'date')}
          {about('photo', photo)}
        </div>
        <div className="form-deeds">
          <Button type="submit" loading={inspecting.isPending}>
            {t('houses.keepInspection')}
          </Button>
        </div>
        <Refusals refusals={refusalsOf(inspecting.error)} focus />
      </KeyedForm>
    </section>
  )
}
