/** The locked phone: one field, and how many tries are left. */
import { type FormEvent, useState } from 'react'
import { LanguageChoice } from '../shell/LanguageChoice.tsx'
import { type Keys, openWithPin } from '../store/pin.ts'
import { useWords } from '../usePhone.tsx'
import { PinInput } from './PinInput.tsx'

export function Unlock({ opened, wiped }: { opened: (keys: Keys) => void; wiped: () => void }) {
  const { say } = useWords()
  const [pin, setPin] = useState('')
  const [left, setLeft] = useState<number | null>(null)
  const [isBusy, setBusy] = useState(false)
  const submitted = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    const tried = await openWithPin(pin)
    setBusy(false)
    setPin('')
    if ('keys' in tried) opened(tried.keys)
    else if ('wiped' in tried) wiped()
    else setLeft(tried.wrong)
  }
  return (
    <main className="door">
      <img src="/field/mark.svg" alt="" width="64" height="64" />
      <h1>{say('pin.enter')}</h1>
      <form onSubmit={submitted}>
        <PinInput label={say('pin.label')} value={pin} change={setPin} />
        {left !== null && (
          <p className="told" role="alert">
            {say('pin.wrong', { n: left })}
          </p>
        )}
        <button type="submit" className="main" disabled={isBusy || pin === ''}>
          {say(isBusy ? 'pin.opening' : 'pin.open')}
        </button>
      </form>
      <LanguageChoice />
    </main>
  )
}
