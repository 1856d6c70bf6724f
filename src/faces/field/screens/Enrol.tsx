/** Joining the phone: scan the office's code, paste its link, or simply open the link. */
import { lazy, Suspense, useState } from 'react'
import { LanguageChoice } from '../shell/LanguageChoice.tsx'
import { type Enrolment, readEnrolment } from '../sync/enrolment.ts'
import { type Key, useWords } from '../usePhone.tsx'

const ScanCode = lazy(async () => ({ default: (await import('../form/ScanCode.tsx')).ScanCode }))

export function Enrol({ problem, joined }: { problem: Key | null; joined: (enrolment: Enrolment) => void }) {
  const { say } = useWords()
  const [typed, setTyped] = useState('')
  const [isScanning, setScanning] = useState(false)
  const [told, setTold] = useState<string | null>(null)
  const take = (code: string) => {
    const enrolment = readEnrolment(code)
    if (!enrolment) setTold(say('enrol.notOurs'))
    else if (enrolment.address !== location.origin) setTold(say('enrol.elsewhere', { address: enrolment.address }))
    else joined(enrolment)
  }
  return (
    <main className="door">
      <img src="/field/mark.svg" alt="" width="64" height="64" />
      <h1>{say('enrol.title')}</h1>
      <p>{say('enrol.intro')}</p>
      {problem && (
        <p className="told" role="alert">
          {say(problem)}
        </p>
      )}
      {isScanning ? (
        <Suspense fallback={<p>{say('loading')}</p>}>
          <ScanCode
            close={() => setScanning(false)}
            found={(code) => {
              setScanning(false)
              take(code)
            }}
          />
        </Suspense>
      ) : (
        <button type="button" className="main" onClick={() => setScanning(true)}>
          {say('enrol.scan')}
        </button>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault()
          take(typed)
        }}
      >
        <label htmlFor="link">{say('enrol.paste')}</label>
        <input id="link" type="text" inputMode="url" autoComplete="off" value={typed} onChange={(event) => setTyped(event.target.value)} />
        {told && (
          <p className="told" role="alert">
            {told}
          </p>
        )}
        <button type="submit" disabled={typed.trim() === ''}>
          {say('enrol.use')}
        </button>
      </form>
      <LanguageChoice />
    </main>
  )
}
