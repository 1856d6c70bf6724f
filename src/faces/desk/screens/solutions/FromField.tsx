/** What phones brought that did not fit any more: kept whole, each with the reason, until an officer carries it out after all or closes it with words. */
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import { longDate } from '../../../portal/numbers.ts'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { type Aside, useAside } from '../../api/solutions.ts'
import { useDeed } from '../../api/useDeed.ts'
import { useWords } from '../../words/words.ts'

/** What an officer reads of the phone's own words: stage, step, day and how many items did not pass. */
type Said = Partial<{
  stage: string
  step: string
  item: string
  adult: string
  words: string | null
  answers: { answer: string }[]
  kind: string
  conflict: string
}>

export function FromField({ edits }: { edits: boolean }) {
  const { t } = useWords()
  const { data } = useAside(edits)
  if (!data || data.aside.length === 0) return null
  return (
    <section className="card">
      <h2>{t('aside.title', { n: data.aside.length })}</h2>
      <p className="small quiet">{t('aside.note')}</p>
      <ul className="plain">
        {data.aside.map((one) => (
          <One key={one.id} one={one} />
        ))}
      </ul>
    </section>
  )
}

function One({ one }: { one: Aside }) {
  const { t, named, language } = useWords()
  const [words, setWords] = useState('')
  const settling = useDeed(['solutions'], (again: boolean) => post(`/api/solutions/aside/${one.id}/settle`, { words: words.trim(), again }))
  const said = readSaid(one.content)
  const bad = said.answers?.filter(({ answer }) => answer !== 'pass' && answer !== 'not_applicable').length
  const details = [
    said.stage && named('stage', said.stage),
    said.step && named('roundStep', said.step),
    one.kind === 'tenure' && said.kind && `${named('tenure', said.kind)} · ${t('localities.land', { state: named('tenure', said.conflict ?? 'unknown') })}`,
    said.adult,
    bad !== undefined && t('aside.bad', { n: bad, of: said.answers!.length }),
    said.words,
  ]
  return (
    <li>
      <strong>{named('roundKind', one.kind)}</strong> ·{' '}
      {one.house && <Link href={`/solutions/houses/${one.house}`}>{t('houses.one', { number: one.number ?? '' })}</Link>}
      {one.household} ·{' '}
      {t('aside.by', {
        name: one.by ?? t('notSaid'),
        said: longDate(one.saidAt.slice(0, 10), language),
        came: longDate(one.recordedAt.slice(0, 10), language),
      })}
      <p className="small">{details.filter(Boolean).join(' · ')}</p>
      <Refusals refusals={one.reasons} title={t('aside.because')} tone="warning" />
      <div className="side-by-side">
        <TextInput label={t('aside.words')} value={words} onChange={({ currentTarget }) => setWords(currentTarget.value)} />
        <div className="form-deeds">
          <Button variant="default" disabled={!words.trim()} loading={settling.isPending} onClick={() => settling.mutate(true)}>
            {t('aside.again')}
          </Button>
          <Button variant="default" disabled={!words.trim()} loading={settling.isPending} onClick={() => settling.mutate(false)}>
            {t('aside.close')}
          </Button>
        </div>
      </div>
      <Refusals refusals={refusalsOf(settling.error)} focus />
    </li>
  )
}

/** From whatever app wrote it: what cannot be read is shown by its kind alone. */
function readSaid(content: string): Said {
  try {
    return JSON.parse(content) as Said
  } catch {
    return {}
  }
}
