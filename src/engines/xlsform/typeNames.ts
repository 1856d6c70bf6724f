/** What stands in the column `type`: a type by any of its names, a select with its list, or the begin or end of a group. */
import { questionTypes } from './questionTypes.ts'

/** Older names, as formhub, ODK Build and the first XLSForm guides wrote them. Compared in lower case, with underscores and blanks alike. */
const otherNames: Record<string, readonly string[]> = {
  text: ['string', 'q string', 'add text prompt', 'text prompt', 'short text', 'long text'],
  integer: ['int', 'q int', 'add integer prompt', 'number of people'],
  decimal: ['add decimal prompt', 'q decimal'],
  date: ['q date', 'add date prompt'],
  time: ['q time', 'add time prompt'],
  dateTime: ['datetime', 'date time', 'q dateTime', 'add date time prompt'],
  geopoint: ['gps', 'location', 'q geopoint', 'q location', 'add location prompt'],
  geotrace: ['q geotrace', 'add line prompt'],
  geoshape: ['q geoshape', 'add area prompt'],
  barcode: ['q barcode', 'add barcode prompt'],
  note: ['q note', 'add note prompt'],
  image: ['photo', 'picture', 'q image', 'q picture', 'add image prompt', 'add picture prompt'],
  audio: ['q audio', 'add audio prompt'],
  video: ['q video', 'add video prompt'],
  file: ['q file', 'add file prompt'],
  acknowledge: ['add acknowledge prompt', 'q acknowledge', 'acknowledgement'],
  calculate: ['calculation', 'q calculate', 'add calculate prompt'],
  'phone number': [],
  'days of month': ['number of days in last month'],
  'days of half a year': ['number of days in last six months'],
  'days of year': ['number of days in last year'],
  start: ['start time', 'get start time'],
  end: ['end time', 'get end time'],
  today: ['get today'],
  deviceid: ['device id', 'get device id', 'imei'],
  username: ['get username'],
  email: ['get email'],
  phonenumber: ['get phone number'],
  simserial: ['sim id', 'get sim id', 'sim serial'],
  subscriberid: ['subscriber id', 'get subscriber id'],
  'csv-external': ['csv external'],
  'xml-external': ['xml external'],
  'start-geopoint': ['start geopoint'],
  'background-geopoint': ['background geopoint'],
  'background-audio': ['background audio'],
}

const folded = (name: string) =>
  name
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, ' ')

const byFoldedName: ReadonlyMap<string, string> = new Map(
  [...questionTypes.keys()].flatMap((name) => [name, ...(otherNames[name] ?? [])].map((other): [string, string] => [folded(other), name])),
)

const listTypes: readonly [RegExp, string][] = [
  [/^select[ _]one[ _]external\s+/i, 'select_one_external'],
  [/^select[ _]one[ _]from[ _]file\s+/i, 'select_one from file'],
  [/^select[ _]multiple[ _]from[ _]file\s+/i, 'select_multiple from file'],
  [/^rank[ _]from[ _]file\s+/i, 'rank from file'],
  [/^(?:select[ _]one|select1)(?:[ _]from|[ _]using)?\s+/i, 'select_one'],
  [/^(?:add[ _])?select[ _]one[ _]prompt[ _](?:from|using)\s+/i, 'select_one'],
  [/^(?:select[ _]multiple|select[ _]all[ _]that[ _]apply)(?:[ _]from|[ _]using)?\s+/i, 'select_multiple'],
  [/^(?:add[ _])?select[ _]multiple[ _]prompt[ _](?:from|using)\s+/i, 'select_multiple'],
  [/^rank(?:[ _]from)?\s+/i, 'rank'],
  [/^osm(?:[ _]from)?\s+/i, 'osm'],
]

const containers: Record<string, 'group' | 'repeat' | 'loop'> = {
  group: 'group',
  repeat: 'repeat',
  'looped group': 'repeat',
  lgroup: 'repeat',
  loop: 'loop',
}

export type TypeCell =
  | { kind: 'question'; type: string; list?: string; fromFile: boolean; orOther: boolean }
  | { kind: 'begin' | 'end'; container: 'group' | 'repeat' | 'loop'; list?: string }
  | { kind: 'include'; section: string }
  | { kind: 'unknown' }

const orOtherAtEnd = /\s+(?:or[ _]other|or[ _]specify[ _]other)$/i

export function readType(cell: string): TypeCell {
  const text = cell.trim()
  const container = text.match(/^(begin|end)[\s_]+(looped[ _]group|lgroup|group|repeat|loop)(?:\s+over\s+(\S+))?$/i)
  if (container) {
    const [, way, name, list] = container
    return { kind: way!.toLowerCase() as 'begin' | 'end', container: containers[folded(name!)]!, ...(list ? { list } : {}) }
  }
  const include = text.match(/^include(?:\s+(\S+))?$/i)
  if (include) return { kind: 'include', section: include[1] ?? '' }
  const known = byFoldedName.get(folded(text))
  if (known && !['select_one', 'select_multiple', 'rank', 'select_one_external'].includes(known))
    return { kind: 'question', type: known, fromFile: false, orOther: false }
  for (const [pattern, name] of listTypes) {
    const start = text.match(pattern)
    if (!start) continue
    const rest = text.slice(start[0].length)
    const orOther = orOtherAtEnd.test(rest)
    const list = rest.replace(orOtherAtEnd, '').trim()
    if (list === '' || (/\s/.test(list) && !list.startsWith('${'))) return { kind: 'unknown' }
    return { kind: 'question', type: name.replace(' from file', ''), list, fromFile: name.endsWith(' from file'), orOther }
  }
  return { kind: 'unknown' }
}

/** Every name that may stand in the column, for "did you mean". */
export const allTypeNames: readonly string[] = [
  ...byFoldedName.keys(),
  ...['select_one', 'select_multiple', 'rank', 'begin group', 'begin repeat', 'end group', 'end repeat'],
]
