/** Pictures for another tablet's camera, one after the other; as a text where there is no camera. */
import { create } from 'qrcode'
import { useEffect, useState } from 'react'
import { usePhone, usePicture, useWords } from '../usePhone.tsx'
import { picturesOf } from './showDay.ts'
import type { OpenDay } from './useDay.ts'

/** Long enough that a slow camera has looked several times. */
const eachFor = 2000
/** White around a code, in its own dots: without it no camera finds it. */
const quiet = 4

function Code({ text, label }: { text: string; label: string }) {
  const { size, data } = create(text, { errorCorrectionLevel: 'L' }).modules
  const path: string[] = []
  for (let y = 0; y < size; y++) for (let x = 0; x < size; x++) if (data[y * size + x]) path.push(`M${x} ${y}h1v1h-1z`)
  return (
    <svg
      className="shown-code"
      viewBox={`${-quiet} ${-quiet} ${size + 2 * quiet} ${size + 2 * quiet}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={label}
    >
      <path d={path.join('')} />
    </svg>
  )
}

function AsText({ texts }: { texts: string[] }) {
  const { say } = useWords()
  const [isCopied, setCopied] = useState(false)
  const whole = texts.join('\n')
  return (
    <details className="receipt">
      <summary>{say('meet.asText')}</summary>
      <label className="day-choice">
        {say('meet.text')}
        <textarea readOnly rows={5} value={whole} />
      </label>
      <button type="button" onClick={() => void navigator.clipboard?.writeText(whole).then(() => setCopied(true))}>
        {say(isCopied ? 'meet.copied' : 'meet.copy')}
      </button>
    </details>
  )
}

export function ShowDay({ open }: { open: OpenDay }) {
  const { say } = useWords()
  const { work } = usePhone()
  const { profile } = usePicture()
  const [texts, setTexts] = useState<string[] | null>(null)
  const [at, setAt] = useState(0)
  const [isTurning, setTurning] = useState(true)
  const { day, list, kept } = open
  useEffect(() => void picturesOf({ day, list, kept }, work, profile.deviceId ?? '').then(setTexts), [day, list, kept, work, profile.deviceId])
  const of = texts?.length ?? 0
  useEffect(() => {
    if (!isTurning || of < 2) return
    const timer = setInterval(() => setAt((before) => (before + 1) % of), eachFor)
    return () => clearInterval(timer)
  }, [isTurning, of])
  if (!day.vouched) return <p className="calm-note">{say('meet.noVouch')}</p>
  if (!texts) return null
  const turn = () => {
    setTurning(false)
    setAt((at + 1) % of)
  }
  return (
    <>
      <p>{say(of > 1 ? 'meet.showMany' : 'meet.showOne')}</p>
      <Code text={texts[at % of]!} label={say('meet.picture', { n: (at % of) + 1, of })} />
      {of > 1 && (
        <div className="day-more">
          <p className="shown-place">{say('meet.picture', { n: (at % of) + 1, of })}</p>
          <button type="button" onClick={turn}>
            {say('meet.next')}
          </button>
          {!isTurning && (
            <button type="button" onClick={() => setTurning(true)}>
              {say('meet.turn')}
            </button>
          )}
        </div>
      )}
      <AsText texts={texts} />
    </>
  )
}
