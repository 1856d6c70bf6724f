/** Pairs that two people called one person, and the way back: undoing takes a reason, and both registrations stand as they were. */
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { type PairLine, useRegistrationDeed } from '../../api/registration.ts'
import { useWords } from '../../words/words.ts'

export function LinkedPairs({ pairs }: { pairs: PairLine[] }) {
  const { t } = useWords()
  const linked = pairs.filter(({ state }) => state === 'same')
  if (linked.length === 0) return null
  return (
    <section className="card">
      <h2>{t('registration.linked', { n: linked.length })}</h2>
      <ul className="plain">
        {linked.map((pair) => (
          <LinkedPair key={pair.id} pair={pair} />
        ))}
      </ul>
    </section>
  )
}

function LinkedPair({ pair: { id, exerciseName, weightBits } }: { pair: PairLine }) {
  const { t } = useWords()
  const [reason, setReason] = useState<string | null>(null)
  const undoing = useRegistrationDeed((why: string) => post(`/api/registration/duplicates/${id}/undo`, { reason: why }))
  return (
    <li>
      {t('registration.linkedPair', { exercise: exerciseName, bits: Math.round(weightBits) })}
      {reason === null ? (
        <Button variant="subtle" onClick={() => setReason('')}>
          {t('registration.undo')}
        </Button>
      ) : (
        <form
          className="form-deeds"
          onSubmit={(event) => {
            event.preventDefault()
            undoing.mutate(reason)
          }}
        >
          <TextInput
            label={t('registration.undoWhy')}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
            required
            maxLength={500}
          />
          <Button type="submit" disabled={reason.trim() === ''} loading={undoing.isPending}>
            {t('registration.undoNow')}
          </Button>
        </form>
      )}
      <Refusals refusals={refusalsOf(undoing.error)} focus />
    </li>
  )
}
