/** Joining an organisation to the one that it turned out to be, and what was joined before, each with a way back. */
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { shortDate } from '../../../portal/numbers.ts'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { type Merge, type OrganisationLine, useOrganisationDeed } from '../../api/organisations.ts'
import { useHolds } from '../../api/session.ts'
import { useWords } from '../../words/words.ts'

export function JoinOrganisation({ organisation, all }: { organisation: OrganisationLine; all: readonly OrganisationLine[] }) {
  const { t } = useWords()
  const [into, setInto] = useState('')
  const [reason, setReason] = useState('')
  const joining = useOrganisationDeed(() => post('/api/organisations/merges', { merged: organisation.id, into, reason }))
  const choices = all.filter(({ id }) => id !== organisation.id).map(({ id, name }) => ({ value: id, label: name }))
  return (
    <details>
      <summary>{t('organisations.join')}</summary>
      <p className="small">{t('organisations.joinNote', { name: organisation.name })}</p>
      <KeyedForm onSave={() => into && joining.mutate(undefined)} label={t('organisations.join')}>
        <Refusals refusals={refusalsOf(joining.error)} focus />
        <div className="side-by-side">
          <NativeSelect
            label={t('organisations.joinTo')}
            value={into}
            onChange={({ currentTarget }) => setInto(currentTarget.value)}
            data={[{ value: '', label: t('fourW.choose') }, ...choices]}
          />
          <TextInput label={t('organisations.joinReason')} value={reason} maxLength={500} onChange={({ currentTarget }) => setReason(currentTarget.value)} />
        </div>
        <div className="form-deeds">
          <Button type="submit" disabled={!into} loading={joining.isPending}>
            {t('organisations.join')}
          </Button>
        </div>
      </KeyedForm>
    </details>
  )
}

export function Merges({ merges }: { merges: readonly Merge[] }) {
  const { t } = useWords()
  if (merges.length === 0) return null
  return (
    <section className="coordination-part">
      <h2 className="after-table">{t('organisations.merges')}</h2>
      <ul className="plain-list">
        {merges.map((merge) => (
          <OneMerge key={merge.id} merge={merge} />
        ))}
      </ul>
    </section>
  )
}

function OneMerge({ merge: { id, mergedName, intoName, reason, on, accounts, undoneOn, undoneReason } }: { merge: Merge }) {
  const { t, language } = useWords()
  const edits = useHolds('clusterCoordinator')
  const [why, setWhy] = useState('')
  const undoing = useOrganisationDeed(() => post(`/api/organisations/merges/${id}/undo`, { reason: why }))
  return (
    <li className="card">
      <p>
        <strong>{t('organisations.merged', { merged: mergedName, into: intoName })}</strong> {shortDate(on, language)}. {reason}
        {accounts > 0 && ` (${t('organisations.accountsFollowed', { n: accounts })})`}
      </p>
      {undoneOn && <p className="small quiet">{t('organisations.undone', { day: shortDate(undoneOn, language), reason: undoneReason ?? '' })}</p>}
      {!undoneOn && edits && (
        <KeyedForm onSave={() => undoing.mutate(undefined)} label={t('organisations.undo')}>
          <Refusals refusals={refusalsOf(undoing.error)} focus />
          <div className="filters">
            <TextInput label={t('organisations.undoReason')} value={why} maxLength={500} onChange={({ currentTarget }) => setWhy(currentTarget.value)} />
            <Button type="submit" variant="default" loading={undoing.isPending}>
              {t('organisations.undo')}
            </Button>
          </div>
        </KeyedForm>
      )}
    </li>
  )
}
