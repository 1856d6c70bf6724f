/** A code read by the camera, or typed when it is torn. */
import { lazy, Suspense, useState } from 'react'
import { useWords } from '../../usePhone.tsx'
import { type InputGiven, setText } from './given.ts'
import { TextInput } from './TextInput.tsx'

const ScanCode = lazy(async () => ({ default: (await import('../ScanCode.tsx')).ScanCode }))

export function BarcodeInput({ node, ids }: InputGiven) {
  const { say } = useWords()
  const [isScanning, setScanning] = useState(false)
  return (
    <>
      <TextInput node={node} ids={ids} />
      {isScanning ? (
        <Suspense fallback={<p>{say('loading')}</p>}>
          <ScanCode
            close={() => setScanning(false)}
            found={(code) => {
              setScanning(false)
              setText(node, code)
            }}
          />
        </Suspense>
      ) : (
        <button type="button" onClick={() => setScanning(true)}>
          {say('form.scan')}
        </button>
      )}
    </>
  )
}
