/** The answers of a progress survey, criterion by criterion, displaced people beside their hosts. A criterion that nobody asked about is left empty; hosts too, and then there is no gap. */
import { Button, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { PlacePicker } from '../../../ui/PlacePicker.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { searchPlaces } from '../../api/places.ts'
import { useDeed } from '../../api/useDeed.ts'
import { useWords } from '../../words/words.ts'
import { type DeclaredModel, isDeclared, modelToSend } from './declaredModel.ts'
import { IndexModel } from './IndexModel.tsx'

const criteria = ['safety', 'living', 'livelihoods', 'housing', 'documents', 'family', 'participation', 'remedies'] as const
const bases = ['interviews', 'administrative'] as const
const figures = ['displacedYes', 'displacedAsked', 'hostsYes', 'hostsAsked'] as const
type Line = { question: string } & Record<(typeof figures)[number], string | number>
const empty: Line = { question: '', displacedYes: '', displacedAsked: '', hostsYes: '', hostsAsked: '' }

/** Null: half of the pair is missing. */
const share = (yes: string | number, asked: string | number) => (yes === '' || asked === '' ? null : { yes: Number(yes), asked: Number(asked) })
const isBlank = (line: Line) => [line.question, ...figures.map((name) => line[name])].every((each) => each === '')
const isWhole = ({ question, displacedYes, displacedAsked, hostsYes, hostsAsked }: Line) =>
  question.trim() !== '' && share(displacedYes, displacedAsked) !== null && (hostsYes === '') === (hostsAsked === '')

export function NewProgress() {
  const { t, named } = useWords()
  const [place, setPlace] = useState<{ pcode: string; name: string } | null>(null)
  const [about, setAbout] = useState({ asOf: '', source: '', frame: '', basis: bases[0] as string })
  const [lines, setLines] = useState<Partial<Record<(typeof criteria)[number], Line>>>({})
  const [model, setModel] = useState<DeclaredModel | null>(null)
  const written = criteria.flatMap((criterion) => {
    const line = lines[criterion]
    return line && !isBlank(line) ? [{ criterion, line }] : []
  })
  const keeping = useDeed(
    ['solutions'],
    () =>
      post('/api/solutions/progress', {
        ...{ ...about, place: place!.pcode, model: model && modelToSend(model) },
        answers: written.map(({ criterion, line: { question, displacedYes, displacedAsked, hostsYes, hostsAsked } }) => ({
          ...{ criterion, question: question.trim(), displaced: share(displacedYes, displacedAsked), hosts: share(hostsYes, hostsAsked) },
        })),
      }),
    () => {
      setLines({})
      setModel(null)
    },
  )
  const isReady =
    place &&
    [about.asOf, about.source, about.frame].every((each) => each.trim() !== '') &&
    written.length > 0 &&
    written.every(({ line }) => isWhole(line)) &&
    (!model || isDeclared(model))
  const fact = (name: 'asOf' | 'source' | 'frame', type?: 'date') => (
    <TextInput
      {...(type ? { type } : {})}
      label={t(`progress.new.${name}`)}
      value={about[name]}
      onChange={({ currentTarget }) => setAbout({ ...about, [name]: currentTarget.value })}
    />
  )
  return (
    <details className="card">
      <summary>{t('progress.new')}</summary>
      <KeyedForm onSave={() => isReady && keeping.mutate(undefined)} label={t('progress.new')}>
        <div className="side-by-side">
          <div>
            <PlacePicker search={searchPlaces} label={t('houses.place')} onChoose={setPlace} />
            {place && <p className="small">{t('records.chosenPlace', { name: place.name })}</p>}
          </div>
          {fact('asOf', 'date')}
          <NativeSelect
            label={t('progress.new.basis')}
            value={about.basis}
            onChange={({ currentTarget }) => setAbout({ ...about, basis: currentTarget.value })}
            data={bases.map((each) => ({ value: each, label: named('basis', each) }))}
          />
        </div>
        <div className="side-by-side">
          {fact('source')}
          {fact('frame')}
        </div>
        <p className="small quiet">{t('progress.new.note')}</p>
        {criteria.map((criterion) => {
          const line = lines[criterion] ?? empty
          const set = (change: Partial<Line>) => setLines({ ...lines, [criterion]: { ...line, ...change } })
          return (
            <fieldset key={criterion} className="criterion">
              <legend>{named('criterion', criterion)}</legend>
              <TextInput label={t('progress.new.question')} value={line.question} onChange={({ currentTarget }) => set({ question: currentTarget.value })} />
              <div className="side-by-side">
                {figures.map((name) => (
                  <NumberInput
                    key={name}
                    min={0}
                    allowDecimal={false}
                    label={t(`progress.new.${name}`)}
                    value={line[name]}
                    onChange={(value) => set({ [name]: value })}
                  />
                ))}
              </div>
            </fieldset>
          )
        })}
        <IndexModel criteria={criteria} model={model} setModel={setModel} />
        {!isReady && <p className="small quiet">{t('progress.new.lacking')}</p>}
        <div className="form-deeds">
          <Button type="submit" disabled={!isReady} loading={keeping.isPending}>
            {t('progress.new')}
          </Button>
        </div>
        <Refusals refusals={refusalsOf(keeping.error)} focus />
      </KeyedForm>
    </details>
  )
}
