/** A distribution day: choose the distribution, scan or type, hand over. Served, waiting and what is left in this tablet's hands are always in sight. */
import { useEffect, useState } from 'react'
import { outOf } from '../../../engines/handover/index.ts'
import { ScanOrType } from '../screens/ScanOrType.tsx'
import { Head } from '../shell/Frame.tsx'
import { dayOfYear } from '../shell/format.ts'
import { goTo } from '../shell/route.ts'
import { usePhone, usePicture, useWords } from '../usePhone.tsx'
import { type DayHere, daysHere } from './daysHere.ts'
import { type Finding, findHousehold } from './findHousehold.ts'
import { HouseholdBlock } from './HouseholdBlock.tsx'
import { MeetTablet } from './MeetTablet.tsx'
import { Outside } from './Outside.tsx'
import { ServedTwice } from './ServedTwice.tsx'
import { type OpenDay, useDay } from './useDay.ts'

function Days() {
  const { say, language } = useWords()
  const { cache } = usePhone()
  const { isMeeting } = usePicture()
  const [days, setDays] = useState<DayHere[] | null>(null)
  useEffect(() => {
    if (!isMeeting) void daysHere(cache).then(setDays)
  }, [cache, isMeeting])
  return (
    <>
      <Head title={say('day.title')} back={() => goTo('')} />
      {days?.length === 0 && <p className="calm-note">{say('day.none')}</p>}
      <nav className="ways">
        {days?.map(({ id, name, point, day, code }) => (
          <a key={id} className="way" href={`#/distribution/${id}`}>
            <span>
              <b>{name}</b>
              <small>{[code, point, dayOfYear(day, language)].join(' · ')}</small>
            </span>
          </a>
        ))}
      </nav>
    </>
  )
}

function Counter({ open }: { open: OpenDay }) {
  const { say, language } = useWords()
  const { counts, left, day } = open
  const items = [...new Set([...Object.keys(day.items), ...left.map(({ item }) => item)])]
  return (
    <dl className="day-counter">
      <dt>{say('day.served')}</dt>
      <dd>{counts.served}</dd>
      <dt>{say('day.waiting')}</dt>
      <dd>{counts.waiting}</dd>
      {items.map((item) => (
        <div key={item} className="day-stock">
          <dt>{day.items[item]?.[language] ?? item}</dt>
          <dd>{left.filter((held) => held.item === item).reduce((sum, { quantity }) => sum + Math.max(0, quantity), 0)}</dd>
        </div>
      ))}
      {day.money?.map((item) => (
        <div key={item} className="day-stock">
          <dt>{say('day.moneyCount', { item })}</dt>
          <dd>{open.kept.reduce((sum, { fact }) => sum + (fact.item === item ? outOf(fact) : 0), 0)}</dd>
        </div>
      ))}
    </dl>
  )
}

function Table({ open, meet }: { open: OpenDay; meet: () => void }) {
  const { say, sayTold } = useWords()
  const { cache } = usePhone()
  const { profile } = usePicture()
  const [finding, setFinding] = useState<{ it: Finding; servedBefore: boolean } | null>(null)
  const take = async (given: string) => {
    const it = await findHousehold(given, { day: open.day, list: open.list, profile, cache })
    const state = 'found' in it ? open.standing(it.found).state : null
    setFinding({ it, servedBefore: state === 'served' || state === 'twice' })
  }
  const troubled = open.kept.filter(({ told }) => told.length > 0)
  return (
    <>
      <Counter open={open} />
      {finding && 'found' in finding.it && (
        <HouseholdBlock
          key={finding.it.found.household}
          open={open}
          household={finding.it.found}
          by={finding.it.by}
          servedBefore={finding.servedBefore}
          next={() => setFinding(null)}
        />
      )}
      {finding && 'problem' in finding.it && <Outside key={finding.it.typed} open={open} finding={finding.it} done={() => setFinding(null)} />}
      <ScanOrType id="day-code" words={{ scan: say('day.scan'), type: say('day.type'), take: say('day.find') }} isMain={!finding} take={take} />
      {troubled.map(({ fact, told }) => (
        <p key={fact.sequence} className="told">
          {told.map(sayTold).join(' ')}
        </p>
      ))}
      {open.day.messages && !finding && <p className="calm-note">{open.day.messages}</p>}
      {!finding && (
        <>
          <button type="button" className="meet-other" onClick={meet}>
            {say('meet.title')}
          </button>
          <ServedTwice open={open} />
        </>
      )}
    </>
  )
}

function OneDay({ id }: { id: string }) {
  const { say } = useWords()
  const open = useDay(id)
  const [isMeeting, setMeeting] = useState(false)
  return (
    <>
      <Head title={isMeeting ? say('meet.title') : (open?.day.name ?? say('day.title'))} back={() => (isMeeting ? setMeeting(false) : goTo('distribution'))} />
      {!open && <p className="calm-note">{say('day.none')}</p>}
      {open && (isMeeting ? <MeetTablet open={open} /> : <Table open={open} meet={() => setMeeting(true)} />)}
    </>
  )
}

export const DistributionDay = ({ id }: { id: string }) => (id ? <OneDay key={id} id={id} /> : <Days />)
