/** One household at the table: green when it has everything, amber while something is owed, red when it was served before. One button for each line; no name anywhere. */
import { useState } from 'react'
import { acknowledgements, type FieldFact, receivers } from '../../../engines/handover/index.ts'
import type { Told } from '../outbox/entry.ts'
import { hourOrDay } from '../shell/format.ts'
import { type Key, useWords } from '../usePhone.tsx'
import type { ListedHere } from './daysHere.ts'
import { Pictogram } from './Pictogram.tsx'
import type { How, OpenDay } from './useDay.ts'

const shapes = { green: 'M4 13l5 5L20 6', amber: 'M12 5v9M12 18.5v.1', red: 'M5 5l14 14M19 5 5 19' }

function Choice<Value extends string>({
  name,
  values,
  value,
  choose,
}: {
  name: string
  values: readonly Value[]
  value: Value
  choose: (value: Value) => void
}) {
  const { say } = useWords()
  return (
    <label className="day-choice">
      {say(`day.${name}` as Key)}
      <select value={value} onChange={(event) => choose(event.target.value as Value)}>
        {values.map((each) => (
          <option key={each} value={each}>
            {say(`day.${name}.${each}` as Key)}
          </option>
        ))}
      </select>
    </label>
  )
}

function LineButton({
  line,
  names,
  isMoney,
  give,
}: {
  line: { line: number; item: string; owed: number; name: string; handed: number; quantity: number }
  names: { pt: string; en: string }
  isMoney: boolean
  give: (quantity: number) => Promise<void>
}) {
  const { say } = useWords()
  const [quantity, setQuantity] = useState(line.owed)
  const [isGoing, setGoing] = useState(false)
  const shown = Math.min(quantity, line.owed)
  const hand = async () => {
    setGoing(true)
    await give(shown)
    setGoing(false)
  }
  return (
    <li className="day-line">
      <div className="day-goods">
        <Pictogram name={names} isMoney={isMoney} />
        <p>
          <b>{line.name}</b>
          <span className="day-many">{say('day.ofLine', { handed: line.handed, all: line.quantity })}</span>
          {isMoney && <small>{say('day.moneyElsewhere')}</small>}
        </p>
      </div>
      {line.owed > 0 && isMoney && (
        <button type="button" className="main" disabled={isGoing} onClick={() => void hand()}>
          {say('day.moneyGiven', { n: line.owed, item: line.name })}
        </button>
      )}
      {line.owed > 0 && !isMoney && (
        <div className="day-give">
          <button type="button" onClick={() => setQuantity(Math.max(1, shown - 1))} aria-label={say('day.less', { item: line.name })} disabled={shown <= 1}>
            −
          </button>
          <button type="button" className="main" disabled={isGoing} onClick={() => void hand()}>
            {say('day.give', { n: shown, item: line.name })}
          </button>
          <button type="button" onClick={() => setQuantity(shown + 1)} aria-label={say('day.more', { item: line.name })} disabled={shown >= line.owed}>
            +
          </button>
        </div>
      )}
    </li>
  )
}

type Given = { open: OpenDay; household: ListedHere; by: 'token' | 'card' | 'typed'; servedBefore: boolean; next: () => void }

export function HouseholdBlock({ open, household, by, servedBefore, next }: Given) {
  const { say, sayTold, language } = useWords()
  const [how, setHow] = useState<How>({ receivedBy: 'head', acknowledgement: 'signature', collector: null })
  const [told, setTold] = useState<Told | null>(null)
  const { state, lines } = open.standing(household)
  const isFull = lines.every(({ owed }) => owed === 0)
  const colour = state === 'twice' || (servedBefore && isFull) ? 'red' : isFull ? 'green' : 'amber'
  const name = (item: string) => open.day.items[item]?.[language] ?? item
  const own = open.kept.filter(({ fact }) => fact.household === household.household)
  const undone = new Set(own.map(({ fact }) => fact.reverses))
  const last = own.filter(({ fact }) => fact.kind === 'handed' && !undone.has(fact.sequence)).pop()
  const takeBack = async (fact: FieldFact) => {
    await open.takeBack(fact)
    setTold(null)
  }
  return (
    <section className={`verdict day-block ${colour}`} role="alert">
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d={shapes[colour]} />
      </svg>
      <h2>{say(`day.is.${colour}`)}</h2>
      <p className="large">
        {household.household}
        {household.mark && ` · ● ${say('day.mark')}`}
      </p>
      <p>{[household.people === null ? say('day.peopleUnknown') : say('day.people', { n: household.people }), say(`day.by.${by}`)].join(' · ')}</p>
      {state === 'no_show' || state === 'refused' ? <p>{say(`day.was.${state}`)}</p> : null}
      {open.others.flatMap(({ device, label, served }) =>
        served
          .filter((one) => one.household === household.household)
          .map(({ at }) => (
            <p key={device}>
              <b>{say('meet.servedAt', { label: label || say('meet.another'), time: at ? hourOrDay(at, language) : '?' })}</b>
            </p>
          )),
      )}
      <ul className="day-lines">
        {lines.map((line) => (
          <LineButton
            key={`${line.line}-${line.owed}`}
            line={{ ...line, name: name(line.item) }}
            names={open.day.items[line.item] ?? { pt: line.item, en: line.item }}
            isMoney={open.day.money?.includes(line.item) ?? false}
            give={async (quantity) => setTold(await open.hand(household, { line: line.line, item: line.item, quantity }, how))}
          />
        ))}
      </ul>
      {told && <p className="told">{sayTold(told)}</p>}
      {!isFull && (
        <div className="day-how">
          <Choice
            name="receivedBy"
            values={household.alternates ? receivers : receivers.slice(0, 2)}
            value={how.receivedBy!}
            choose={(receivedBy) => setHow({ ...how, receivedBy, collector: null })}
          />
          <Choice
            name="acknowledgement"
            values={acknowledgements}
            value={how.acknowledgement!}
            choose={(acknowledgement) => setHow({ ...how, acknowledgement })}
          />
          {how.receivedBy === 'alternate' && (
            <label className="day-choice">
              {say('day.collector')}
              <input
                type="text"
                autoCapitalize="characters"
                value={how.collector ?? ''}
                onChange={(event) => setHow({ ...how, collector: event.target.value.trim().toUpperCase().slice(0, 20) || null })}
              />
            </label>
          )}
        </div>
      )}
      {own.length > 0 && (
        <p className="day-slip">
          {say('day.slip', { code: own.at(-1)!.slip.slice(0, 8) })}
          {lines.some(({ owed }) => owed > 0) &&
            ` · ${say('day.owes', {
              list: lines
                .filter(({ owed }) => owed > 0)
                .map(({ owed, item }) => `${owed} × ${name(item)}`)
                .join(', '),
            })}`}
        </p>
      )}
      <div className="day-more">
        {last && (
          <button type="button" onClick={() => void takeBack(last.fact)}>
            {say('day.takeBack', { n: last.fact.quantity, item: name(last.fact.item ?? '') })}
          </button>
        )}
        {state === 'waiting' && (
          <>
            <button type="button" onClick={() => void open.say(household.household, 'no_show')}>
              {say('day.noShow')}
            </button>
            <button type="button" onClick={() => void open.say(household.household, 'refused')}>
              {say('day.refuses')}
            </button>
          </>
        )}
        <button type="button" onClick={next}>
          {say('day.next')}
        </button>
      </div>
    </section>
  )
}
