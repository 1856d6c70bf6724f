/** Every form of this phone and where it is, with its receipt; and the way out when no network comes: the rescue file. */
import { useState } from 'react'
import { parseReceipt } from '../../../engines/instance/index.ts'
import type { Entry } from '../outbox/entry.ts'
import type { Saved } from '../phone.ts'
import { Head } from '../shell/Frame.tsx'
import { dayAndHour } from '../shell/format.ts'
import { goTo } from '../shell/route.ts'
import { inLanguage, type Key, usePhone, usePicture, useWords } from '../usePhone.tsx'

function ReceiptText({ entry }: { entry: Entry }) {
  const { say, language } = useWords()
  const { receipt } = entry
  const facts = receipt && parseReceipt(receipt.text)
  if (!receipt || !facts) return null
  return (
    <details className="receipt">
      <summary>{say('outbox.receipt')}</summary>
      <p>{say(`outbox.${facts.outcome}`)}</p>
      <p>{say('outbox.receiptText', { when: dayAndHour(facts.receivedAt, language), number: String(facts.serverSeq) })}</p>
      <pre>{receipt.text}</pre>
    </details>
  )
}

function OneEntry({ entry }: { entry: Entry }) {
  const { say, sayTold, language } = useWords()
  const phone = usePhone()
  return (
    <li className={`card entry ${entry.phase}`}>
      <p className="state">
        <span className="shape" aria-hidden="true" />
        {say(`outbox.${entry.phase}` as Key)}
      </p>
      <b>{entry.name || inLanguage(entry.form.title, language)}</b>
      <small>
        {inLanguage(entry.form.title, language)} · {dayAndHour(entry.finishedAt ?? entry.savedAt, language)}
      </small>
      {entry.phase === 'going' && entry.missing.length > 0 && <p>{say('outbox.filesToGo', { n: entry.missing.length })}</p>}
      {entry.told.map((told) => (
        <p key={told.code} className="told">
          {sayTold(told)}
        </p>
      ))}
      <ReceiptText entry={entry} />
      {entry.phase === 'draft' && (
        <button type="button" onClick={() => goTo('fill', entry.instanceId)}>
          {say('draft.open')}
        </button>
      )}
      {entry.phase !== 'draft' && entry.phase !== 'received' && (
        <button type="button" onClick={() => void phone.sendNow(entry)}>
          {say('outbox.sendNow')}
        </button>
      )}
    </li>
  )
}

function download(name: string, bytes: Uint8Array<ArrayBuffer>): void {
  const address = URL.createObjectURL(new Blob([bytes], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

function Rescue() {
  const { say } = useWords()
  const phone = usePhone()
  const [done, setDone] = useState<Saved | null>(null)
  const isEmpty = ({ forms, handovers, visits }: Saved) => forms + handovers + visits === 0
  const save = async () => {
    const file = await phone.rescue()
    if (file && !isEmpty(file.saved)) download(file.name, file.bytes)
    setDone(file?.saved ?? { forms: 0, handovers: 0, visits: 0 })
  }
  return (
    <section className="rescue">
      <p>{say('outbox.rescueWhy')}</p>
      <button type="button" onClick={() => void save()}>
        {say('outbox.rescue')}
      </button>
      {done !== null && (
        <p role="status">
          {isEmpty(done) && say('outbox.nothingToRescue')}
          {done.forms > 0 && say('outbox.rescued', { n: done.forms })} {done.handovers > 0 && say('outbox.rescuedFacts', { n: done.handovers })}{' '}
          {done.visits > 0 && say('outbox.rescuedVisits', { n: done.visits })}
        </p>
      )}
    </section>
  )
}

const order: Entry['phase'][] = ['needs-you', 'going', 'finished', 'draft', 'received']

export function Outbox() {
  const { say } = useWords()
  const { entries, counts } = usePicture()
  const sorted = [...entries].sort((a, b) => order.indexOf(a.phase) - order.indexOf(b.phase) || (a.savedAt < b.savedAt ? 1 : -1))
  return (
    <>
      <Head title={say('outbox.title')} back={() => goTo('')} />
      {entries.length === 0 && counts.here === 0 && <p className="empty">{say('outbox.empty')}</p>}
      <ul className="cards">
        {sorted.map((entry) => (
          <OneEntry key={entry.instanceId} entry={entry} />
        ))}
      </ul>
      {counts.going + counts.needsYou > 0 && <Rescue />}
    </>
  )
}
