/** Today's building sites in walking order, and what waits at each: a stage to look at, a defect to repair, the next step. Everything works without network. */
import { useState } from 'react'
import { stageNow, walkingOrder } from '../../../engines/solutions/index.ts'
import { Head } from '../shell/Frame.tsx'
import { dayOfYear, today } from '../shell/format.ts'
import { goTo } from '../shell/route.ts'
import { useWords } from '../usePhone.tsx'
import { HouseVisit } from './HouseVisit.tsx'
import type { HouseHere } from './roundHere.ts'
import { type OpenRound, useRound } from './useRound.ts'

function useWaits() {
  const { say, language } = useWords()
  return ({ state, passed, defects }: HouseHere): { words: string; isLate: boolean } => {
    const open = defects.filter((defect) => defect.state === 'open')
    const first = open.map(({ fixBy }) => fixBy).sort()[0]
    if (state === 'handed_over') return { words: say('round.handedOver'), isLate: false }
    if (first) return { words: say('round.defectsUntil', { n: open.length, day: dayOfYear(first, language) }), isLate: first < today() }
    if (passed) return { words: say('round.hasPassed'), isLate: false }
    return { words: say(stageNow(state) ? (passed === false ? 'round.toSeeAgain' : 'round.toSee') : 'round.toStep'), isLate: false }
  }
}

function Houses({ open }: { open: OpenRound }) {
  const { say } = useWords()
  const waits = useWaits()
  const [place, setPlace] = useState('')
  const [from, setFrom] = useState<{ lon: number; lat: number } | null>(null)
  const [problem, setProblem] = useState(false)
  const places = [...new Map(open.houses.map((house) => [house.place, house.placeName ?? house.place]))]
  const order = walkingOrder(
    open.houses.filter((house) => place === '' || house.place === place),
    from,
  )
  const fromHere = () =>
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setProblem(false)
        setFrom({ lon: coords.longitude, lat: coords.latitude })
      },
      () => setProblem(true),
      { enableHighAccuracy: true, timeout: 20_000, maximumAge: 60_000 },
    )
  return (
    <>
      {places.length > 1 && (
        <label className="day-choice">
          {say('round.place')}
          <select value={place} onChange={(event) => setPlace(event.target.value)}>
            <option value="">{say('round.everyPlace')}</option>
            {places.map(([code, name]) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <nav className="ways" aria-label={say('round.title')}>
        {order.map((house, at) => {
          const { words, isLate } = waits(house)
          return (
            <a key={house.id} className="way" href={`#/construction/${house.id}`}>
              <span>
                <b>{say('round.house', { number: house.number })}</b>
                <small>{[say(`round.state.${house.state}` as 'round.state.roof'), house.placeName ?? house.place].join(' · ')}</small>
                <small className={isLate ? 'late' : undefined}>{words}</small>
              </span>
              <span className="number">{at + 1}</span>
            </a>
          )
        })}
      </nav>
      <button type="button" className="from-here" onClick={fromHere}>
        {say('round.fromHere')}
      </button>
      {problem && <p className="warn">{say('form.noPlace')}</p>}
      <p className="calm-note">{say('round.order')}</p>
    </>
  )
}

export function ConstructionRound({ id }: { id: string }) {
  const { say } = useWords()
  const open = useRound()
  const house = open && open !== 'none' ? open.houses.find((one) => one.id === id) : undefined
  const title = house ? say('round.house', { number: house.number }) : say('round.title')
  return (
    <>
      <Head title={title} back={() => goTo(id ? 'construction' : '')} />
      {(open === 'none' || (open && id && !house)) && <p className="calm-note">{say('round.none')}</p>}
      {open && open !== 'none' && !id && <Houses open={open} />}
      {open && open !== 'none' && house && <HouseVisit key={house.id} open={open} house={house} />}
    </>
  )
}
