/** Messages to the telephones of those who asked: how each sending stands, why the queue waits and since when, and who is on the list, in numbers. */
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { number } from '../../../portal/numbers.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { dateAndTime } from '../../../ui/moments.ts'
import { Refusals } from '../../../ui/Refusals.tsx'
import { Unknown } from '../../../ui/Unknown.tsx'
import { WaitingTable } from '../../../ui/Waiting.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { useCodes } from '../../api/codes.ts'
import { useOutreachDeed } from '../../api/messages.ts'
import { type SendingLine, type Sendings, useSendings } from '../../api/sending.ts'
import { useHolds } from '../../api/session.ts'
import { useWords } from '../../words/words.ts'
import { NewSending } from './NewSending.tsx'
import { OptIns } from './OptIns.tsx'

export function SendTab() {
  const { t } = useWords()
  const edits = useHolds('communications')
  const { data, error } = useSendings()
  if (!data) return error ? <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} /> : <WaitingTable />
  return (
    <>
      <GatewayStanding {...data} />
      {data.sendings.length === 0 ? (
        <Empty title={t('sending.none')}>{t(data.gateway ? 'sending.noneNote' : 'sending.noneOff')}</Empty>
      ) : (
        <SendingTable {...data} edits={edits} />
      )}
      {edits && data.gateway && <NewSending />}
      <OptIns counts={data.optIns} edits={edits} />
    </>
  )
}

/** Off, on, or down with the age of what waits. */
function GatewayStanding({ gateway, sendings, now }: Sendings) {
  const { t, language } = useWords()
  if (!gateway)
    return (
      <section className="refusals warning">
        <strong>{t('sending.gatewayOff')}</strong>
        <p>{t('sending.gatewayOffNote')}</p>
      </section>
    )
  const stuck = sendings.filter(({ fault }) => fault !== null)
  const oldest = stuck.flatMap(({ waitingSince }) => waitingSince ?? []).sort()[0]
  const first = stuck[0]
  if (!oldest || !first) return <p className="quiet">{t('sending.gatewayOn', { host: gateway.host })}</p>
  const minutes = Math.max(1, Math.round((Date.parse(now) - Date.parse(oldest)) / 60_000))
  return (
    <section className="refusals error" role="alert">
      <strong>
        {t('sending.gatewayDown', { age: minutes < 120 ? t('sending.minutes', { n: minutes }) : t('sending.hours', { n: Math.floor(minutes / 60) }) })}
      </strong>
      <p>
        {t([401, 403].includes(first.faultStatus ?? 0) ? 'sending.fault.secret' : `sending.fault.${first.fault!}`, { status: String(first.faultStatus ?? '') })}{' '}
        {first.nextTryAt && t('sending.nextTry', { when: dateAndTime(first.nextTryAt, language) })} {t('sending.onceOnly')}
      </p>
    </section>
  )
}

function SendingTable({ sendings, edits }: Sendings & { edits: boolean }) {
  const { t, language } = useWords()
  const { label } = useCodes('messageLanguage')
  const columns: Column<SendingLine>[] = [
    {
      ...{ key: 'what', title: t('sending.what'), header: true, value: ({ messageKey }: SendingLine) => messageKey },
      cell: (line) => (
        <>
          {line.messageKey} <span className="quiet">{line.number}</span>
        </>
      ),
    },
    { key: 'how', title: t('reach.channel'), cell: (line) => `${t(`messages.channel.${line.channel}`)} · ${label(line.language)}` },
    { key: 'place', title: t('messages.place'), value: ({ placeName, place }) => placeName ?? place, cell: ({ placeName, place }) => placeName ?? place },
    { key: 'when', title: t('sending.ordered'), value: ({ recordedAt }) => recordedAt, cell: ({ recordedAt }) => dateAndTime(recordedAt, language) },
    { key: 'standing', title: t('messages.standing'), cell: (line) => <Standing line={line} edits={edits} /> },
    {
      ...{ key: 'reach', title: t('sending.arrived'), number: true, value: ({ delivered }: SendingLine) => delivered },
      cell: ({ sent, delivered }) =>
        delivered === null && sent === null ? (
          <Unknown />
        ) : (
          t('sending.of', {
            delivered: delivered === null ? t('unknown') : number(delivered, language),
            sent: sent === null ? t('unknown') : number(sent, language),
          })
        ),
    },
  ]
  return <DataTable rows={sendings} columns={columns} rowKey={({ id }) => id} caption={t('messages.part.send')} stacks />
}

function Standing({ line, edits }: { line: SendingLine; edits: boolean }) {
  const { t } = useWords()
  const { id, state, batches, out, recipients, stoppedBecause } = line
  return (
    <>
      <span className={state === 'waiting' ? 'tag' : undefined}>{t(`sending.state.${state}`)}</span>{' '}
      <span className="lacking">
        {t('sending.batches', { out, batches })} · {t('sending.people', { n: recipients })}
      </span>
      {stoppedBecause && <span className="lacking">{stoppedBecause === 'message.outdated' ? t('sending.outdated') : stoppedBecause}</span>}
      {edits && state === 'waiting' && <Stop id={id} />}
    </>
  )
}

function Stop({ id }: { id: string }) {
  const { t } = useWords()
  const [because, setBecause] = useState('')
  const stopping = useOutreachDeed(() => post(`/api/publications/sendings/${id}/stop`, { because }))
  return (
    <details>
      <summary>{t('sending.stop')}</summary>
      <TextInput label={t('sending.because')} value={because} onChange={({ currentTarget }) => setBecause(currentTarget.value)} />
      <Button size="compact-sm" color="red" disabled={!because.trim()} loading={stopping.isPending} onClick={() => stopping.mutate(undefined)}>
        {t('sending.stop')}
      </Button>
      <Refusals refusals={refusalsOf(stopping.error)} focus />
    </details>
  )
}
