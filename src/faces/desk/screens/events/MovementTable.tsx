/** Every movement with its ends, size and source; one that proved wrong is withdrawn with a reason and stays in sight. */
import { Button, Modal, TextInput } from '@mantine/core'
import { useState } from 'react'
import { shortDate } from '../../../portal/numbers.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { CountText } from '../../../ui/Unknown.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { type SeenMovement, useEventDeed } from '../../api/events.ts'
import { useHolds } from '../../api/session.ts'
import { useWords } from '../../words/words.ts'

export function MovementTable({ movements }: { movements: readonly SeenMovement[] }) {
  const { t, language } = useWords()
  const mayWithdraw = useHolds('dataOfficer')
  const [wrong, setWrong] = useState<SeenMovement | null>(null)
  const place = (name: string | null) => name ?? <i className="quiet">{t('events.unknownPlace')}</i>
  const columns: Column<SeenMovement>[] = [
    { key: 'day', title: t('events.day'), value: ({ day }) => day, cell: ({ day }) => <span className="event-day">{shortDate(day, language)}</span> },
    {
      key: 'kind',
      title: t('events.kind'),
      value: ({ kind }) => t(`events.kind.${kind}`),
      cell: ({ kind, withdrawnReason }) => (
        <>
          {t(`events.kind.${kind}`)}
          {withdrawnReason !== null && <small className="odd warnings event-gone">{t('events.withdrawn', { reason: withdrawnReason })}</small>}
        </>
      ),
    },
    { key: 'seen', title: t('events.seen'), header: true, value: (row) => row.place, cell: (row) => row.place },
    { key: 'from', title: t('events.fromPlace'), value: ({ fromName }) => fromName, cell: ({ fromName }) => place(fromName) },
    { key: 'to', title: t('events.toPlace'), value: ({ toName }) => toName, cell: ({ toName }) => place(toName) },
    {
      key: 'households',
      title: t('events.households'),
      number: true,
      value: ({ households }) => households,
      cell: ({ households }) => <CountText value={households} />,
    },
    {
      key: 'people',
      title: t('events.people'),
      number: true,
      value: ({ individuals }) => individuals,
      cell: ({ individuals }) => <CountText value={individuals} />,
    },
    { key: 'by', title: t('events.by'), value: ({ recordedByName }) => recordedByName, cell: ({ recordedByName }) => recordedByName ?? t('unknown') },
    ...(mayWithdraw
      ? [
          {
            key: 'withdraw',
            title: t('events.withdraw'),
            cell: (row: SeenMovement) =>
              row.withdrawnReason === null && (
                <button type="button" className="link" onClick={() => setWrong(row)}>
                  {t('events.withdraw')}
                </button>
              ),
          },
        ]
      : []),
  ]
  return (
    <>
      <DataTable rows={movements} columns={columns} rowKey={({ id }) => id} caption={t('events.all')} />
      {wrong && <Withdraw movement={wrong} onClose={() => setWrong(null)} />}
    </>
  )
}

function Withdraw({ movement, onClose }: { movement: SeenMovement; onClose: () => void }) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  const withdrawing = useEventDeed(() => post(`/api/displacement/events/${movement.id}/withdraw`, { reason }), onClose)
  return (
    <Modal opened onClose={onClose} title={t('events.withdrawTitle')} closeButtonProps={{ 'aria-label': t('close') }}>
      <p>{t('events.withdrawNote')}</p>
      <Refusals refusals={refusalsOf(withdrawing.error)} focus />
      <KeyedForm onSave={() => withdrawing.mutate(undefined)} label={t('events.withdraw')}>
        <TextInput label={t('events.reason')} value={reason} onChange={(event) => setReason(event.currentTarget.value)} data-autofocus />
        <div className="form-deeds">
          <Button type="submit" loading={withdrawing.isPending} disabled={reason.trim() === ''}>
            {t('events.withdraw')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
        </div>
      </KeyedForm>
    </Modal>
  )
}
