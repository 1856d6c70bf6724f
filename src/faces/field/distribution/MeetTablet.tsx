/**
 * Two tablets of one distribution tell each other without network whom they served: one shows, the other reads, then they change places. What was read is never sent as
 * this tablet's own; whoever was served at both is told in plain words, and both facts stay.
 */
import { lazy, Suspense, useRef, useState } from 'react'
import { isAllSeen, readShown, type Seen, type ShownRefusal, type ShownService, seeMore } from '../../../engines/handover/index.ts'
import { keysOf } from '../cards/judge.ts'
import { hourOrDay } from '../shell/format.ts'
import { usePicture, useWords } from '../usePhone.tsx'
import { ServedTwice } from './ServedTwice.tsx'
import { ShowDay } from './ShowDay.tsx'
import type { OpenDay } from './useDay.ts'

const ScanCode = lazy(async () => ({ default: (await import('../form/ScanCode.tsx')).ScanCode }))

function Learned({ shown, open, next }: { shown: ShownService; open: OpenDay; next: () => void }) {
  const { say, language } = useWords()
  const { label, served } = shown
  const last =
    served
      .map(({ at }) => at)
      .sort()
      .at(-1) ?? ''
  return (
    <section role="status">
      <p>
        <b>{served.length === 0 ? say('meet.servedNone', { label }) : say('meet.served', { label, n: served.length, time: hourOrDay(last, language) })}</b>
      </p>
      {open.counts.doubleService.length === 0 && <p>{say('meet.noneTwice')}</p>}
      <button type="button" className="main" onClick={next}>
        {say('meet.nowShow')}
      </button>
    </section>
  )
}

function ReadOther({ open, next }: { open: OpenDay; next: () => void }) {
  const { say } = useWords()
  const { profile } = usePicture()
  const [isScanning, setScanning] = useState(false)
  const [typed, setTyped] = useState('')
  const [seen, setSeen] = useState<Seen | null>(null)
  const [end, setEnd] = useState<{ shown: ShownService } | { refused: ShownRefusal | 'no-picture' } | null>(null)
  const soFar = useRef<Seen | null>(null)
  const note = (now: Seen | null) => {
    soFar.current = now
    setSeen(now)
  }
  const finish = async (all: Seen) => {
    setScanning(false)
    const { code, listHash } = open.day
    const read = await readShown(all, { distribution: code, listHash, list: open.list, device: profile.deviceId ?? '', keys: await keysOf(profile) })
    if ('shown' in read) await open.learn(read.shown)
    note(null)
    setEnd(read)
  }
  /** One picture or several; `more` while some are missing. */
  const take = (texts: string): 'more' | Promise<void> => {
    let now = soFar.current
    let isNone = true
    for (const text of texts.toUpperCase().split(/\s+/).filter(Boolean)) {
      const more = seeMore(now, text)
      if (more) isNone = false
      now = more ?? now
    }
    setEnd(isNone ? { refused: 'no-picture' } : null)
    note(now)
    return now && isAllSeen(now) ? finish(now) : 'more'
  }
  return (
    <>
      {end && 'shown' in end && <Learned shown={end.shown} open={open} next={next} />}
      {end && 'refused' in end && (
        <p className="told" role="alert">
          {say(`meet.not.${end.refused}`)}
        </p>
      )}
      {seen && (
        <p role="status">
          <b>{say('meet.seen', { n: seen.parts.filter((part) => part !== null).length, of: seen.of })}</b>
        </p>
      )}
      {isScanning ? (
        <Suspense fallback={<p>{say('loading')}</p>}>
          <ScanCode close={() => setScanning(false)} found={take} isDense />
        </Suspense>
      ) : (
        <button type="button" className={end && 'shown' in end ? undefined : 'main'} onClick={() => setScanning(true)}>
          {say('meet.scan')}
        </button>
      )}
      <form
        className="card-typed"
        onSubmit={(event) => {
          event.preventDefault()
          void take(typed)
          setTyped('')
        }}
      >
        <label htmlFor="other-tablet">{say('meet.paste')}</label>
        <textarea id="other-tablet" rows={3} autoComplete="off" spellCheck={false} value={typed} onChange={(event) => setTyped(event.target.value)} />
        <button type="submit" disabled={typed.trim() === ''}>
          {say('meet.take')}
        </button>
      </form>
    </>
  )
}

export function MeetTablet({ open }: { open: OpenDay }) {
  const { say } = useWords()
  const [part, setPart] = useState<'show' | 'read'>('show')
  return (
    <>
      <p className="calm-note">{say('meet.why')}</p>
      <div className="meet-parts">
        {(['show', 'read'] as const).map((each) => (
          <button key={each} type="button" aria-pressed={part === each} onClick={() => setPart(each)}>
            {say(`meet.${each}`)}
          </button>
        ))}
      </div>
      {part === 'show' ? <ShowDay open={open} /> : <ReadOther open={open} next={() => setPart('show')} />}
      <ServedTwice open={open} />
    </>
  )
}
