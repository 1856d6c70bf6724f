/** A round is planned: which distributions, when, what is asked, and how sure the answer must be. The usual questions stand there already. */
import { Button, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { KeyedForm } from '../../../../ui/KeyedForm.tsx'
import { PlacePicker } from '../../../../ui/PlacePicker.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../../api/ask.ts'
import { searchPlaces } from '../../../api/places.ts'
import { useDeed } from '../../../api/useDeed.ts'
import { useWords } from '../../../words/words.ts'
import { questionsIn, usualQuestions } from './usualQuestions.ts'

const empty = { code: '', pt: '', en: '', distributions: '', windowFrom: '', windowTo: '', marginPoints: '5', designEffect: '1.5', responseRate: '90' }
type Name = keyof typeof empty

export function NewRound() {
  const { t } = useWords()
  const [, go] = useLocation()
  const [given, setGiven] = useState(empty)
  const [asked, setAsked] = useState(usualQuestions)
  const [place, setPlace] = useState<{ pcode: string; name: string } | null>(null)
  const planning = useDeed(
    ['relief'],
    () => {
      const { pt, en, code, windowFrom, windowTo } = given
      const distributions = given.distributions.split(/[\s,;]+/).filter(Boolean)
      const [marginPoints, designEffect] = [Number(given.marginPoints), Number(given.designEffect)]
      const plan = { marginPoints, designEffect, responseRate: Number(given.responseRate) / 100 }
      const body = {
        code,
        title: { pt, en },
        place: place?.pcode,
        distributions,
        windowFrom,
        windowTo,
        formVersion: '1',
        questions: questionsIn(asked),
        ...plan,
      }
      return post<{ id: string }>('/api/relief/monitoring', body)
    },
    ({ id }) => go(`/relief/monitoring/${id}`),
  )
  const ready = place !== null && Object.values(given).every((each) => each.trim() !== '') && questionsIn(asked).length > 0
  const input = (name: Name, type = 'text') => (
    <TextInput
      type={type}
      label={t(`pdm.new.${name}`)}
      value={given[name]}
      onChange={({ currentTarget }) => setGiven({ ...given, [name]: currentTarget.value })}
    />
  )
  return (
    <details className="card">
      <summary>{t('pdm.new')}</summary>
      <Refusals refusals={refusalsOf(planning.error)} focus />
      <KeyedForm onSave={() => ready && planning.mutate(undefined)} label={t('pdm.new')}>
        <div className="side-by-side">
          {input('code')}
          {input('pt')}
          {input('en')}
        </div>
        <PlacePicker search={searchPlaces} onChoose={setPlace} label={t('selection.place')} />
        {place && <p>{t('selection.placeChosen', { place: place.name })}</p>}
        <div className="side-by-side">
          {input('distributions')}
          {input('windowFrom', 'date')}
          {input('windowTo', 'date')}
        </div>
        <div className="side-by-side">
          {input('marginPoints', 'number')}
          {input('designEffect', 'number')}
          {input('responseRate', 'number')}
        </div>
        <Textarea
          autosize
          minRows={4}
          label={t('pdm.questions')}
          description={t('pdm.questionsNote')}
          value={asked}
          onChange={({ currentTarget }) => setAsked(currentTarget.value)}
        />
        <div className="form-deeds">
          <Button type="submit" disabled={!ready} loading={planning.isPending}>
            {t('pdm.plan')}
          </Button>
        </div>
      </KeyedForm>
    </details>
  )
}
