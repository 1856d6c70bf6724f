/** The PIN that closes this phone's stores, chosen once; after ten wrong ones the old PIN is asked, because it alone opens the work that was kept. */
import { type FormEvent, useState } from 'react'
import { LanguageChoice } from '../shell/LanguageChoice.tsx'
import { type Keys, setPin, shortestPin } from '../store/pin.ts'
import { type Key, useWords } from '../usePhone.tsx'
import { PinInput } from './PinInput.tsx'

export function SetPin({ isOld, done }: { isOld: boolean; done: (keys: Keys) => void }) {
  const { say } = useWords()
  const [first, setFirst] = useState('')
  const [second, setSecond] = useState('')
  const [told, setTold] = useState<Key | null>(null)
  const [isBusy, setBusy] = useState(false)
  const submitted = async (event: FormEvent) => {
    event.preventDefault()
    if (first.length < shortestPin) return setTold('pin.short')
    if (!isOld && first !== second) return setTold('pin.differ')
    setBusy(true)
    const keys = await setPin(first)
    setBusy(false)
    if (keys) done(keys)
    else setTold('pin.oldNeeded')
  }
  return (
    <main className="door">
      <h1>{say(isOld ? 'pin.enter' : 'pin.new')}</h1>
      <p>{say(isOld ? 'pin.oldNeeded' : 'pin.why')}</p>
      <form onSubmit={submitted}>
        <PinInput label={say('pin.label')} value={first} change={setFirst} />
        {!isOld && <PinInput label={say('pin.again')} value={second} change={setSecond} />}
        {told && (
          <p className="told" role="alert">
            {say(told)}
          </p>
        )}
        <button type="submit" className="main" disabled={isBusy}>
          {say(isBusy ? 'pin.opening' : isOld ? 'pin.open' : 'pin.save')}
        </button>
      </form>
      <LanguageChoice />
    </main>
  )
}
