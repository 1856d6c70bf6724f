/** How a household split and joined others: when, why, by whom; the latest change can be undone with a reason. */
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import { shortDate } from '../../../portal/numbers.ts'
import { householdNumber } from '../../../ui/householdNumber.ts'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { type HouseholdChange, useRegistrationDeed } from '../../api/registration.ts'
import { useWords } from '../../words/words.ts'
import { today } from './today.ts'

type Given = { changes: HouseholdChange[]; names: Record<string, string>; again: () => void }

export function HouseholdChanges({ changes, names, again }: Given) {
  const { t } = useWords()
  if (changes.length === 0) return null
  return (
    <section className="card">
      <h2>{t('registrar.changes')}</h2>
      <ul className="members">
        {changes.map((change) => (
          <OneChange key={change.id} change={change} names={names} again={again} />
        ))}
      </ul>
    </section>
  )
}

function OneChange({ change, names, again }: { change: HouseholdChange } & Omit<Given, 'changes'>) {
  const { t, language } = useWords()
  const [reason, setReason] = useState<string | null>(null)
  const undoing = useRegistrationDeed((why: string) => post(`/api/registration/changes/${change.id}/undo`, { reason: why, day: today() }).then(again))
  const nameOf = (id: string | null) => (id && names[id]) || t('notSaid')
  const { kind, left, day, people, other, otherNumber, undoneAt, mayUndo } = change
  return (
    <li>
      <b>{t(`registrar.${kind}.${left ? 'left' : 'came'}`, { n: people })}</b>{' '}
      <Link href={`/registration/households/${other}?purpose=correction`}>{householdNumber(otherNumber)}</Link>, {shortDate(day, language)}
      <p className="quiet">
        {change.reason} · {nameOf(change.recordedBy)}
      </p>
      {undoneAt && (
        <p className="quiet">{t('registrar.undone', { day: shortDate(undoneAt, language), by: nameOf(change.undoneBy), reason: change.undoneReason ?? '' })}</p>
      )}
      {mayUndo && reason === null && (
        <Button variant="subtle" onClick={() => setReason('')}>
          {t('registrar.undo')}
        </Button>
      )}
      {!mayUndo && !undoneAt && <p className="quiet">{t('registrar.laterFirst')}</p>}
      {reason !== null && (
        <KeyedForm onSave={() => reason.trim() !== '' && undoing.mutate(reason)} label={t('registrar.undo')}>
          <TextInput
            label={t('registration.undoWhy')}
            value={reason}
            required
            maxLength={500}
            data-autofocus
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
          <div className="form-deeds">
            <Button type="submit" disabled={reason.trim() === ''} loading={undoing.isPending}>
              {t('registration.undoNow')}
            </Button>
            <Button variant="default" onClick={() => setReason(null)}>
              {t('cancel')}
            </Button>
          </div>
        </KeyedForm>
      )}
      <Refusals refusals={refusalsOf(undoing.error)} focus />
    </li>
  )
}
