/** Pairs that may be one person, side by side, with what speaks for and against it. One answers blind; keys s, d and u answer, n goes on. */
import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { Empty } from '../../../ui/Empty.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../ui/Waiting.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { lookAtPair, type PairLine, usePairs, useRegistrationDeed } from '../../api/registration.ts'
import { useWords } from '../../words/words.ts'
import { Evidence } from './Evidence.tsx'
import { LinkedPairs } from './LinkedPairs.tsx'
import { SideBySide } from './SideBySide.tsx'

const answers = { s: 'same', d: 'different', u: 'unsure' } as const
type Answer = (typeof answers)[keyof typeof answers]

export function DuplicatesTab() {
  const { t } = useWords()
  const { data, error } = usePairs()
  const waiting = (data?.pairs ?? []).filter(({ answered, decided }) => !answered && !decided)
  const done = (data?.pairs ?? []).filter(({ decided }) => decided)
  const [at, setAt] = useState(0)
  const pair = waiting[Math.min(at, waiting.length - 1)]
  return (
    <>
      <p>{t('registration.pairsNote')}</p>
      <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} />
      {!data && !error && <WaitingTable />}
      {data && <p className="quiet">{t('registration.pairsSums', { waiting: waiting.length, done: done.length })}</p>}
      {data && waiting.length === 0 && <Empty title={t('registration.noPairs')}>{t('registration.noPairsNote')}</Empty>}
      {pair && <OnePair key={pair.id} pair={pair} next={() => setAt((at + 1) % waiting.length)} />}
      <LinkedPairs pairs={data?.pairs ?? []} />
    </>
  )
}

function OnePair({ pair, next }: { pair: PairLine; next: () => void }) {
  const { t } = useWords()
  const looking = useRegistrationDeed(lookAtPair)
  const answering = useRegistrationDeed((answer: Answer) => post(`/api/registration/duplicates/${pair.id}/answer`, { answer }))
  const shown = looking.data
  const { mutate } = answering
  useEffect(() => {
    const pressed = ({ key, target, metaKey, ctrlKey, altKey }: KeyboardEvent) => {
      if (metaKey || ctrlKey || altKey || (target instanceof HTMLElement && /^(input|textarea|select)$/i.test(target.tagName))) return
      if (key === 'n') next()
      else if (shown && key in answers) mutate(answers[key as keyof typeof answers])
    }
    addEventListener('keydown', pressed)
    return () => removeEventListener('keydown', pressed)
  }, [shown, mutate, next])
  return (
    <section className="card">
      <h2>{t('registration.pairOf', { exercise: pair.exerciseName })}</h2>
      <Refusals refusals={[...refusalsOf(looking.error), ...refusalsOf(answering.error)]} focus />
      {!shown && (
        <>
          <p>{t('registration.pairOpenNote')}</p>
          <Button loading={looking.isPending} onClick={() => looking.mutate(pair.id)}>
            {t('registration.pairOpen')}
          </Button>
        </>
      )}
      {shown && (
        <>
          <SideBySide people={shown.people} />
          <Evidence lines={shown.evidence} />
          <div className="form-deeds">
            {(Object.entries(answers) as [keyof typeof answers, Answer][]).map(([key, answer]) => (
              <Button key={key} variant={answer === 'unsure' ? 'default' : 'filled'} loading={answering.isPending} onClick={() => mutate(answer)}>
                {t(`registration.answer.${answer}`)} <kbd>{key}</kbd>
              </Button>
            ))}
            <Button variant="subtle" onClick={next}>
              {t('registration.pairNext')} <kbd>n</kbd>
            </Button>
          </div>
        </>
      )}
    </section>
  )
}
