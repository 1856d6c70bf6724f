/**
 * Where this is: the phone listens to the satellites, says how exact it is in metres, and takes the place by itself once it is exact enough. "Use anyway"
 * is there for valleys and tin roofs; the accuracy goes with the answer, so that nobody takes it for more than it is.
 */
import { useEffect, useRef, useState } from 'react'
import { useWords } from '../../usePhone.tsx'
import { type AnyInput, type InputGiven, setText } from './given.ts'

const usualAccuracy = 5

const written = ({ latitude, longitude, altitude, accuracy }: GeolocationCoordinates) => `${latitude} ${longitude} ${altitude ?? 0} ${accuracy}`

type Listening = {
  isOn: boolean
  best: GeolocationCoordinates | null
  problem: 'form.noPlace' | 'form.placeForbidden' | null
  start: () => void
  stop: () => void
}

function useListening(enough: number, found: (best: GeolocationCoordinates) => void): Listening {
  const [isOn, setOn] = useState(false)
  const [best, setBest] = useState<GeolocationCoordinates | null>(null)
  const [problem, setProblem] = useState<Listening['problem']>(null)
  const giving = useRef(found)
  giving.current = found
  useEffect(() => {
    if (!isOn) return
    let exact: GeolocationCoordinates | null = null
    const heard = ({ coords }: GeolocationPosition) => {
      setProblem(null)
      if (exact && coords.accuracy >= exact.accuracy) return
      exact = coords
      setBest(coords)
      if (coords.accuracy > enough) return
      setOn(false)
      giving.current(coords)
    }
    const failed = ({ code }: GeolocationPositionError) => setProblem(code === 1 ? 'form.placeForbidden' : 'form.noPlace')
    const watch = navigator.geolocation.watchPosition(heard, failed, { enableHighAccuracy: true, maximumAge: 0, timeout: 60_000 })
    return () => navigator.geolocation.clearWatch(watch)
  }, [isOn, enough])
  return { isOn, best, problem, start: () => setOn(true), stop: () => setOn(false) }
}

function Heard({ listening, use }: { listening: Listening; use: (best: GeolocationCoordinates) => void }) {
  const { say } = useWords()
  const { isOn, best, problem, stop } = listening
  if (!isOn) return null
  return (
    <div className="listening" role="status">
      <p>{best ? say('form.accuracyNow', { metres: Math.round(best.accuracy) }) : say('form.listening')}</p>
      {problem && <p className="error">{say(problem)}</p>}
      {best && (
        <button
          type="button"
          onClick={() => {
            stop()
            use(best)
          }}
        >
          {say('form.useAnyway', { metres: Math.round(best.accuracy) })}
        </button>
      )}
      <button type="button" className="quiet" onClick={stop}>
        {say('cancel')}
      </button>
    </div>
  )
}

const thresholdOf = (node: AnyInput) => (node.nodeOptions as { accuracyThreshold?: number | null } | null)?.accuracyThreshold ?? usualAccuracy

export function GeoInput({ node, ids }: InputGiven) {
  const { say } = useWords()
  const take = (best: GeolocationCoordinates) => setText(node, written(best))
  const listening = useListening(thresholdOf(node), take)
  const value = node.currentState.instanceValue
  const [latitude, longitude, , accuracy] = value.split(' ').map(Number)
  return (
    <fieldset className="geo" aria-labelledby={ids.label} aria-describedby={ids.describedBy}>
      {value !== '' && (
        <output>
          {latitude?.toFixed(5)}, {longitude?.toFixed(5)}
          <small>{say('form.accuracy', { metres: Math.round(accuracy ?? 0) })}</small>
        </output>
      )}
      {!listening.isOn && (
        <button type="button" onClick={listening.start}>
          {say(value === '' ? 'form.takePlace' : 'form.takePlaceAgain')}
        </button>
      )}
      <Heard listening={listening} use={take} />
    </fieldset>
  )
}

/** A line or an outline, walked: one point at each corner. */
export function WalkedInput({ node, ids }: InputGiven) {
  const { say } = useWords()
  const all = node.currentState.instanceValue
    .split(';')
    .map((point) => point.trim())
    .filter(Boolean)
  const isShape = node.valueType === 'geoshape'
  // An outline ends where it began; the last point is written, not walked.
  const [corners, setCorners] = useState(isShape && all.length > 1 && all[0] === all.at(-1) ? all.slice(0, -1) : all)
  const least = isShape ? 3 : 2
  const give = (next: string[]) => {
    setCorners(next)
    setText(node, next.length < least ? null : (isShape ? [...next, next[0]!] : next).join('; '))
  }
  const listening = useListening(usualAccuracy, (best) => give([...corners, written(best)]))
  return (
    <fieldset className="geo" aria-labelledby={ids.label} aria-describedby={ids.describedBy}>
      <output>{say('form.points', { n: corners.length })}</output>
      {!listening.isOn && (
        <button type="button" onClick={listening.start}>
          {say('form.addPoint')}
        </button>
      )}
      {corners.length > 0 && (
        <button type="button" className="quiet" onClick={() => give(corners.slice(0, -1))}>
          {say('form.removePoint')}
        </button>
      )}
      <Heard listening={listening} use={(best) => give([...corners, written(best)])} />
    </fieldset>
  )
}
