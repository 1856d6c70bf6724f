/** Keys to a household: whose the ground is was asked, keys and leaflet are given, and people know how to complain. What is missing is said before anybody presses. */
import { useState } from 'react'
import { today } from '../shell/format.ts'
import { type Key, useWords } from '../usePhone.tsx'
import type { HouseHere } from './roundHere.ts'
import type { OpenRound } from './useRound.ts'

const asked = {
  kind: ['duat', 'customary', 'municipal_title', 'lease', 'owner_consent', 'none_known'],
  bothSpouses: ['yes', 'no', 'unknown'],
  document: ['held', 'asked_for', 'none', 'unknown'],
  conflict: ['no', 'yes', 'unknown'],
} as const
type Land = { [K in keyof typeof asked]: string }
const given = ['keys', 'leaflet', 'complaintWay'] as const

export function HandOver({ open, house }: { open: OpenRound; house: HouseHere }) {
  const { say } = useWords()
  const [land, setLand] = useState<Land>({ kind: '', bothSpouses: '', document: '', conflict: '' })
  const [handed, setHanded] = useState<Record<(typeof given)[number], boolean>>({ keys: false, leaflet: false, complaintWay: false })
  const names = Object.keys(asked) as (keyof Land)[]
  const isLandWhole = names.every((name) => land[name] !== '')
  return (
    <section className="round-part">
      <h2>{say('round.land')}</h2>
      {house.tenureAsked ? (
        <p className="calm-note">{say('round.landKept')}</p>
      ) : (
        <>
          {names.map((name) => (
            <label key={name} className="day-choice">
              {say(`round.land.${name}` as Key)}
              <select value={land[name]} onChange={(event) => setLand({ ...land, [name]: event.target.value })}>
                <option value="">{say('round.choose')}</option>
                {asked[name].map((value) => (
                  <option key={value} value={value}>
                    {say(`round.land.${name}.${value}` as Key)}
                  </option>
                ))}
              </select>
            </label>
          ))}
          <button type="button" disabled={!isLandWhole} onClick={() => void open.write('tenure', house.id, { ...land, checkedOn: today(), words: null })}>
            {say('round.keepLand')}
          </button>
        </>
      )}
      <h2>{say('round.handing')}</h2>
      {given.map((name) => (
        <label key={name} className="round-check">
          <input type="checkbox" checked={handed[name]} onChange={(event) => setHanded({ ...handed, [name]: event.target.checked })} />
          <span>{say(`round.${name}` as Key)}</span>
        </label>
      ))}
      <button
        type="button"
        className="main"
        disabled={!house.tenureAsked || given.some((name) => !handed[name])}
        onClick={() => void open.write('step', house.id, { design: house.design, step: 'hand_over', input: { on: today(), ...handed } })}
      >
        {say('round.step.hand_over')}
      </button>
      {(!house.tenureAsked || given.some((name) => !handed[name])) && <p className="calm-note">{say('round.handingWhy')}</p>}
    </section>
  )
}
