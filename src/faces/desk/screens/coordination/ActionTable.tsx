/** Actions with their owner and day. An open one is closed with evidence by its owner; the coordination moves its day or drops it, each with a reason. */
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import { shortDate } from '../../../portal/numbers.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { useBilingual } from '../../../ui/language.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { type Action, useCoordinationDeed } from '../../api/coordination.ts'
import { useWords } from '../../words/words.ts'

export function ActionTable({ actions, edits }: { actions: readonly Action[]; edits: boolean }) {
  const { t, language } = useWords()
  const mine = useBilingual()
  const [open, setOpen] = useState<string | null>(null)
  const mayClose = (action: Action) => action.state === 'open' && (edits || action.mine)
  const columns: Column<Action>[] = [
    {
      key: 'words',
      title: t('meetings.action'),
      header: true,
      value: ({ words }) => words,
      cell: ({ words, meeting }) => <Link href={`/coordination/meetings/${meeting}`}>{words}</Link>,
    },
    { key: 'group', title: t('meetings.group'), value: ({ groupName }) => mine(groupName), cell: ({ groupName }) => mine(groupName) },
    { key: 'owner', title: t('meetings.owner'), value: ({ ownerName }) => ownerName, cell: ({ ownerName, person }) => `${ownerName} (${person})` },
    {
      key: 'due',
      title: t('meetings.due'),
      value: ({ due }) => due,
      cell: ({ due, firstDue, late }) => (
        <>
          {shortDate(due, language)} {late && <span className="tag">{t('meetings.late')}</span>}
          {due !== firstDue && <small className="lacking">{t('meetings.firstDue', { day: shortDate(firstDue, language) })}</small>}
        </>
      ),
    },
    {
      key: 'state',
      title: t('meetings.how'),
      value: ({ state }) => state,
      cell: (action) =>
        mayClose(action) ? (
          <Button size="compact-sm" variant="default" onClick={() => setOpen(open === action.id ? null : action.id)}>
            {t('meetings.update')}
          </Button>
        ) : (
          (action.evidence ?? action.dropReason ?? t(action.reminded.length > 0 ? 'meetings.reminded' : `meetings.action.${action.state}`))
        ),
    },
  ]
  return (
    <DataTable
      rows={actions}
      columns={columns}
      rowKey={({ id }) => id}
      caption={t('meetings.actions')}
      isOpen={({ id }) => id === open}
      details={(action) => <Update action={action} edits={edits} done={() => setOpen(null)} />}
      stacks
    />
  )
}

function Update({ action, edits, done }: { action: Action; edits: boolean; done: () => void }) {
  const { t } = useWords()
  const [said, setSaid] = useState('')
  const [due, setDue] = useState(action.due)
  const doing = useCoordinationDeed(
    ({ deed, ...more }: { deed: string; evidence?: string; due?: string; reason?: string }) => post(`/api/coordination/actions/${action.id}/${deed}`, more),
    done,
  )
  return (
    <KeyedForm onSave={() => doing.mutate({ deed: 'close', evidence: said })} label={t('meetings.update')}>
      <Refusals refusals={refusalsOf(doing.error)} focus />
      <div className="side-by-side">
        <TextInput
          label={t(edits ? 'meetings.evidenceOrReason' : 'meetings.evidence')}
          value={said}
          maxLength={500}
          onChange={({ currentTarget }) => setSaid(currentTarget.value)}
        />
        {edits && <TextInput type="date" label={t('meetings.newDue')} value={due} onChange={({ currentTarget }) => setDue(currentTarget.value)} />}
      </div>
      <div className="form-deeds">
        <Button type="submit" loading={doing.isPending}>
          {t('meetings.close')}
        </Button>
        {edits && (
          <>
            <Button variant="default" onClick={() => doing.mutate({ deed: 'move', due, reason: said })}>
              {t('meetings.move')}
            </Button>
            <Button variant="default" onClick={() => doing.mutate({ deed: 'drop', reason: said })}>
              {t('meetings.drop')}
            </Button>
          </>
        )}
      </div>
    </KeyedForm>
  )
}
