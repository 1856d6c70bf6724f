/** A code is scanned, or typed where the camera does not help: the same box wherever the phone asks for one. */
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useWords } from '../usePhone.tsx'

const ScanCode = lazy(async () => ({ default: (await import('../form/ScanCode.tsx')).ScanCode }))

type Given = {
  id: string
  /** What stands on the button that opens the camera, above the box, and on the button that takes what was typed. */
  words: { scan: ReactNode; type: string; take: string }
  /** Scanning is what one came for: nothing else is on the page yet. */
  isMain: boolean
  opens?: () => void
  take: (given: string) => Promise<void>
}

export function ScanOrType({ id, words, isMain, opens, take }: Given) {
  const { say } = useWords()
  const [isScanning, setScanning] = useState(false)
  const [typed, setTyped] = useState('')
  const taken = async (given: string) => {
    setScanning(false)
    await take(given)
    setTyped('')
  }
  const open = () => {
    opens?.()
    setScanning(true)
  }
  return (
    <>
      {isScanning ? (
        <Suspense fallback={<p>{say('loading')}</p>}>
          <ScanCode close={() => setScanning(false)} found={taken} />
        </Suspense>
      ) : (
        <button type="button" className={isMain ? 'main' : undefined} onClick={open}>
          {words.scan}
        </button>
      )}
      <form
        className="card-typed"
        onSubmit={(event) => {
          event.preventDefault()
          void taken(typed)
        }}
      >
        <label htmlFor={id}>{words.type}</label>
        <input
          id={id}
          type="text"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <button type="submit" disabled={typed.trim() === ''}>
          {words.take}
        </button>
      </form>
    </>
  )
}
