/** People by day and kind as bars; every day of the span stands there, so that a day without a report is seen as one. */
import { type Day, movementKinds } from '../../../../engines/movements/summary.ts'
import { number } from '../../../portal/numbers.ts'
import { useWords } from '../../words/words.ts'

const most = 62

function span(from: string, to: string): string[] {
  const days: string[] = []
  for (let at = Date.parse(`${from}T12:00:00Z`); at <= Date.parse(`${to}T12:00:00Z`) && days.length < most; at += 86_400_000)
    days.push(new Date(at).toISOString().slice(0, 10))
  return days
}

export function DayBars({ days, from, to, print }: { days: readonly Day[]; from: string; to: string; print: (day: string) => string }) {
  const { t, language } = useWords()
  const highest = Math.max(1, ...span(from, to).map((day) => days.filter((each) => each.day === day).reduce((sum, each) => sum + each.individuals, 0)))
  const shown = movementKinds.filter((kind) => days.some((day) => day.kind === kind))
  return (
    <figure className="day-bars">
      <figcaption className="small">
        {shown.map((kind) => (
          <span key={kind} className={`day-key ${kind}`}>
            {t(`events.kind.${kind}`)}
          </span>
        ))}
      </figcaption>
      <ol>
        {span(from, to).map((day) => {
          const parts = days.filter((each) => each.day === day)
          const words = parts.map(({ kind, individuals }) => `${t(`events.kind.${kind}`)}: ${number(individuals, language)}`).join(', ')
          return (
            <li key={day} title={`${print(day)} ${words}`}>
              <span className="unseen">{`${print(day)}: ${words || '0'}`}</span>
              {parts.map(({ kind, individuals, unsized }) => (
                <i key={kind} className={unsized > 0 ? `${kind} unsized` : kind} style={{ height: `${(100 * individuals) / highest}%` }} />
              ))}
              <b aria-hidden="true">{day.slice(8)}</b>
            </li>
          )
        })}
      </ol>
    </figure>
  )
}
