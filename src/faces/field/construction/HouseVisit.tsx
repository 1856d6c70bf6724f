/** One house at the site: the stage it is at, what keeps it there, the checklist, repairs, and the step that opens when the last vital item has passed. */
import { useState } from 'react'
import { readFactReceipt } from '../../../engines/handover/index.ts'
import { type RoundFact, stageNow, wayForward } from '../../../engines/solutions/index.ts'
import { dayAndHour, dayOfYear, today } from '../shell/format.ts'
import { type Key, useWords } from '../usePhone.tsx'
import { HandOver } from './HandOver.tsx'
import type { HouseHere } from './roundHere.ts'
import { StageChecklist } from './StageChecklist.tsx'
import type { OpenRound } from './useRound.ts'

type Given = { open: OpenRound; house: HouseHere }

function Standing({ house }: { house: HouseHere }) {
  const { say } = useWords()
  const { state, passed, defects, tranches } = house
  const open = defects.some((defect) => defect.state === 'open')
  const colour = state === 'handed_over' || passed ? 'green' : open || passed === false ? 'red' : 'amber'
  const words =
    state === 'handed_over'
      ? 'round.handedOver'
      : passed
        ? 'round.hasPassed'
        : open || passed === false
          ? 'round.hasFailed'
          : stageNow(state)
            ? 'round.toSee'
            : 'round.toStep'
  const money = tranches.filter((tranche) => tranche.stage === state)
  return (
    <section className={`verdict day-block ${colour}`} role="status">
      <h2>{say(`round.state.${state}` as Key)}</h2>
      <p>{say(words)}</p>
      {money.map((tranche) => (
        <p key={tranche.stage} className={passed ? 'tranche lit' : 'tranche'}>
          {say(tranche.state === 'paid' ? 'round.tranchePaid' : passed ? 'round.trancheLit' : 'round.trancheWaits')}
        </p>
      ))}
    </section>
  )
}

function Repairs({ open, house }: Given) {
  const { say, language } = useWords()
  const [words, setWords] = useState<Record<string, string>>({})
  const label = (stage: keyof OpenRound['checklist'], item: string) => open.checklist[stage].find(({ code }) => code === item)?.label[language] ?? item
  const standing = house.defects.filter(({ state }) => state !== 'seen_repaired')
  if (standing.length === 0) return null
  return (
    <section className="round-part">
      <h2>{say('round.defects')}</h2>
      {standing.map(({ stage, item, fixBy, state }) => {
        const said = words[`${stage} ${item}`] ?? ''
        return (
          <div key={`${stage} ${item} ${state}`} className="card">
            <p>
              <b>{label(stage, item)}</b>
              <small className={state === 'open' && fixBy < today() ? 'late' : undefined}>
                {state === 'open' ? say('round.fixUntil', { day: dayOfYear(fixBy, language) }) : say('round.repairedUnseen')}
              </small>
            </p>
            {state === 'open' && (
              <>
                <label className="day-choice">
                  {say('round.whatWasDone')}
                  <input type="text" maxLength={500} value={said} onChange={(event) => setWords({ ...words, [`${stage} ${item}`]: event.target.value })} />
                </label>
                <button
                  type="button"
                  disabled={said.trim() === ''}
                  onClick={() => void open.write('repair', house.id, { stage, item, on: today(), words: said.trim() })}
                >
                  {say('round.repaired')}
                </button>
              </>
            )}
          </div>
        )
      })}
    </section>
  )
}

function NextStep({ open, house }: Given) {
  const { say, language } = useWords()
  const [design, setDesign] = useState(house.design ?? '')
  const forward = wayForward[house.state]
  if (!forward || (stageNow(house.state) && !house.passed)) return null
  if (forward.step === 'hand_over') return <HandOver open={open} house={house} />
  const isChoosing = house.state === 'selected'
  const take = async () => {
    if (isChoosing && design !== house.design) await open.write('design', house.id, { design, was: house.design })
    await open.write('step', house.id, { design: isChoosing ? design : house.design, step: forward.step, input: {} })
    scrollTo({ top: 0 })
  }
  return (
    <section className="round-part">
      {isChoosing && (
        <label className="day-choice">
          {say('round.design')}
          <select value={design} onChange={(event) => setDesign(event.target.value)}>
            <option value="">{say('round.choose')}</option>
            {open.designs.map(({ id, code, name }) => (
              <option key={id} value={id}>
                {code} · {name[language]}
              </option>
            ))}
          </select>
        </label>
      )}
      <button type="button" className="main" disabled={isChoosing && design === ''} onClick={() => void take()}>
        {say(`round.step.${forward.step}` as Key)}
      </button>
    </section>
  )
}

/** What the office kept and did not apply, or did not take, stands open; the rest is there to be looked up. */
function Written({ open, house }: Given) {
  const { say, sayTold, language } = useWords()
  const facts = open.factsOf(house.id).toReversed()
  const troubled = facts.filter(({ told }) => told.length > 0)
  const about = ({ kind, content }: RoundFact) => {
    const { stage, step } = JSON.parse(content) as { stage?: string; step?: string }
    const more = step ? say(`round.step.${step}` as Key) : stage ? say(`round.state.${stage}` as Key) : null
    return [say(`round.kind.${kind}`), more].filter(Boolean).join(': ')
  }
  if (facts.length === 0) return null
  return (
    <section className="round-part">
      {troubled.map(({ fact, receipt, told }) => (
        <p key={fact.sequence} className="told">
          <b>{about(fact)}.</b> {receipt && `${say('round.aside')} `}
          {told.map(sayTold).join(' ')}
        </p>
      ))}
      <details className="receipt">
        <summary>{say('round.writtenCount', { n: facts.length })}</summary>
        <ul className="day-lines">
          {facts.map(({ fact, receipt }) => (
            <li key={fact.sequence}>
              <b>{about(fact)}</b>
              <small>
                {dayAndHour(fact.at, language)} · {receipt ? say('round.receipt', { n: readFactReceipt(receipt.text)?.number ?? 0 }) : say('round.onPhone')}
              </small>
            </li>
          ))}
        </ul>
      </details>
    </section>
  )
}

export function HouseVisit({ open, house }: Given) {
  const { say, language } = useWords()
  const stage = stageNow(house.state)
  const design = open.designs.find(({ id }) => id === house.design)
  const isOpen = house.defects.some(({ state, stage: of }) => state === 'open' && of === stage)
  const isOwn = stage === 'inspected' && house.isCoach
  return (
    <>
      <p className="where">
        {[house.programme, house.placeName ?? house.place, design && `${design.code} · ${design.name[language]}`].filter(Boolean).join(' · ')}
      </p>
      <Standing house={house} />
      <Repairs open={open} house={house} />
      {stage && !house.passed && isOwn && <p className="warn">{say('round.ownHouse')}</p>}
      {stage && !house.passed && !isOpen && !isOwn && <StageChecklist key={`${stage} ${house.attempts}`} open={open} house={house} stage={stage} />}
      <NextStep key={house.state} open={open} house={house} />
      <Written open={open} house={house} />
    </>
  )
}
