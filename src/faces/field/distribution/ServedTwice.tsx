/** Who was served at two tablets, as far as this one knows: both facts stay, and the leader decides. */
import { usePicture, useWords } from '../usePhone.tsx'
import type { OpenDay } from './useDay.ts'

export function ServedTwice({ open }: { open: OpenDay }) {
  const { say, language } = useWords()
  const { profile } = usePicture()
  const { counts, others, day } = open
  if (counts.doubleService.length === 0) return null
  const tablet = (device: string) =>
    device === profile.deviceId ? say('meet.here') : (others.find((other) => other.device === device)?.label ?? say('meet.another'))
  return (
    <section className="round-part">
      <h2>{say('meet.twice', { n: new Set(counts.doubleService.map(({ household }) => household)).size })}</h2>
      <ul className="day-lines">
        {counts.doubleService.map(({ household, line, item, handed, entitled, devices }) => (
          <li key={`${household} ${line}`} className="told">
            <b>{household}</b>: {say('meet.twiceLine', { n: handed, item: day.items[item]?.[language] ?? item, entitled })} ({devices.map(tablet).join(', ')})
          </li>
        ))}
      </ul>
      <p>{say('meet.twiceWhy')}</p>
    </section>
  )
}
