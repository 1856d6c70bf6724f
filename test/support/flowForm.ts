/** A session of flow monitoring as a phone sends it. */
import { randomUUID } from 'node:crypto'

type Country = string
export type PassingGroup = {
  direction?: 'in' | 'out' | 'internal'
  origin?: Country
  destination?: Country
  /** Women, men, girls, boys; absent: they could not be told apart. */
  who?: [number, number, number, number]
  individuals?: number
  reason?: string
}
export type WatchedSession = { point: string; day: string; from?: string; to?: string; groups?: PassingGroup[]; interviews?: number }

const tag = (name: string, value: string | number | undefined) => (value === undefined ? '' : `<${name}>${value}</${name}>`)
/** `MZ01` is a province of our own country, `TZA` a country. */
const end = (page: string, place: string | undefined) =>
  place?.startsWith('MZ') ? tag(`${page}_country`, 'MOZ') + tag(`${page}_province`, place) : tag(`${page}_country`, place ?? 'unknown')

const groupXml = ({ direction = 'out', origin, destination, who, individuals, reason = 'trade' }: PassingGroup) =>
  [
    `<group><group_page>${tag('direction', direction)}${end('origin', origin)}${end('destination', destination)}<transport>foot</transport>${tag('reason', reason)}`,
    ...(who ? (['women', 'men', 'girls', 'boys'] as const).map((name, at) => tag(name, who[at])) : []),
    `${tag('individuals', individuals)}</group_page></group>`,
  ].join('')

const interviewXml = `<interview><interview_page><consent>yes</consent><sex>f</sex>${end('left', 'MZ01')}${end('heads', 'TZA')}<why>trade</why><stay>week</stay></interview_page></interview>`

export function flowXml({ point, day, from = '06:00', to = '12:00', groups = [], interviews = 0 }: WatchedSession) {
  const instanceId = `uuid:${randomUUID()}`
  const watch = `<watch>${tag('point', point)}${tag('day', day)}<from_time>${from}:00.000+02:00</from_time><to_time>${to}:00.000+02:00</to_time></watch>`
  const xml = `<data id="dtm_flow" version="2026112701">${watch}${groups.map(groupXml).join('')}${interviewXml.repeat(interviews)}<meta><instanceID>${instanceId}</instanceID></meta></data>`
  return { xml, instanceId }
}
