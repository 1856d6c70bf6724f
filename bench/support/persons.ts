/**
 * People who do not exist, as registration lists hold them: households that share a phone, a site and a family name; days of birth of which only the year is
 * known; spelling by ear; names in either order; people registered again elsewhere. Same seed, same people. Names are made of parts that are met in
 * Mozambique, weighted by how often. A regression bed: what is measured here says nothing about a real camp.
 */
import { seeded } from '../../src/engines/linkage/hash.ts'
import type { Table } from '../../src/engines/linkage/index.ts'

export const personColumns = ['given', 'family', 'sex', 'birth', 'origin', 'site', 'phone', 'document'] as const
type Column = (typeof personColumns)[number]
export type Person = Record<Column, string | null>
export type People = { table: Table; person: Int32Array; sameAgain: number }

type Draw = { random: () => number; chance: (share: number) => boolean; upTo: (n: number) => number }
type Weighted = { names: string[]; sums: Float64Array }

/** `parts`: text of the list of name parts (part, position, count). `again`: share of rows that are another registration of somebody. */
export function peopleFrom(parts: string, { rows, again, seed }: { rows: number; again: number; seed: number }): People {
  const random = seeded(seed)
  const draw: Draw = { random, chance: (share) => random() < share, upTo: (n) => Math.floor(random() * n) }
  const { givenNames, familyNames } = namePool(parts)
  const people: Person[] = []
  const extra = Math.round(rows * again)
  while (people.length < rows - extra) people.push(...household(draw, givenNames, familyNames).slice(0, rows - extra - people.length))
  const origins = people.length
  const written = people.map((person, who) => ({ person, who }))
  for (let made = 0; made < extra; ) {
    const who = draw.upTo(origins)
    const times = draw.chance(0.8) ? 1 : draw.chance(0.75) ? 2 : 3
    for (let i = 0; i < times && made < extra; i++, made++) written.push({ person: registeredAgain(draw, people[who]!, familyNames), who })
  }
  for (let i = written.length - 1; i > 0; i--) {
    const j = draw.upTo(i + 1)
    ;[written[i], written[j]] = [written[j]!, written[i]!]
  }
  const columns = Object.fromEntries(personColumns.map((column) => [column, written.map(({ person }) => person[column])]))
  return { table: { size: rows, columns }, person: Int32Array.from(written, ({ who }) => who), sameAgain: extra }
}

function namePool(parts: string): { givenNames: Weighted; familyNames: Weighted } {
  const rows = parts
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','))
  const of = (position: string): Weighted => {
    const chosen = rows.filter((row) => row[1] === position)
    let sum = 0
    return { names: chosen.map((row) => row[0]!), sums: Float64Array.from(chosen, (row) => (sum += Number(row[2]))) }
  }
  return { givenNames: of('first'), familyNames: of('other') }
}

function pick({ names, sums }: Weighted, { random }: Draw): string {
  const at = random() * sums[sums.length - 1]!
  let [low, high] = [0, sums.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (sums[middle]! > at) high = middle
    else low = middle + 1
  }
  return names[low]!
}

const particles = ['de ', 'da ', 'dos ']
const prefixes = ['82', '83', '84', '85', '86', '87']
const phone = (draw: Draw) => prefixes[draw.upTo(6)]! + String(draw.upTo(10_000_000)).padStart(7, '0')
const document = (draw: Draw) => `${String(draw.upTo(1_000_000_000)).padStart(9, '0')}${String(draw.upTo(1000)).padStart(3, '0')}${'ABCFNPSM'[draw.upTo(8)]}`
const dateText = (year: number, month: number, day: number) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
/** Few places hold many people. */
const skewed = (draw: Draw, n: number) => Math.floor(n * draw.random() ** 2)

function household(draw: Draw, givenNames: Weighted, familyNames: Weighted): Person[] {
  const size = 1 + draw.upTo(8)
  const origin = `MZ${String(skewed(draw, 160)).padStart(4, '0')}`
  const site = `S${String(skewed(draw, 600)).padStart(3, '0')}`
  const shared = draw.chance(0.65) ? phone(draw) : null
  const familyName = () => (draw.chance(0.12) ? particles[draw.upTo(3)]! : '') + pick(familyNames, draw)
  const headsFamily = familyName()
  const headBorn = 1945 + draw.upTo(60)
  const people: Person[] = []
  for (let i = 0; i < size; i++) {
    const isChild = i >= 2
    const born = isChild ? Math.min(2026, headBorn + 16 + draw.upTo(26)) : headBorn + (i === 0 ? 0 : draw.upTo(15) - 7)
    const given = pick(givenNames, draw) + (draw.chance(0.3) ? ` ${pick(givenNames, draw)}` : '')
    const before = people[i - 1]
    // Twins: same day, same house, often names that sound alike.
    const isTwin = isChild && i > 2 && draw.chance(0.03)
    people.push({
      given,
      family: isChild || i === 0 ? headsFamily : familyName() + (draw.chance(0.2) ? ` ${headsFamily}` : ''),
      sex: draw.chance(0.52) ? 'F' : 'M',
      birth: isTwin ? before!.birth : birthday(draw, born),
      origin,
      site,
      phone: shared && (i === 0 || draw.chance(0.5)) ? shared : draw.chance(isChild ? 0.02 : 0.2) ? phone(draw) : null,
      document: draw.chance(isChild ? 0.1 : 0.4) ? document(draw) : null,
    })
  }
  return people
}

function birthday(draw: Draw, year: number): string | null {
  if (draw.chance(0.03)) return null
  // Adults often know a year, and that year is heaped on 0 and 5.
  if (draw.chance(year < 2000 ? 0.4 : 0.15)) return dateText(draw.chance(0.3) ? Math.round(year / 5) * 5 : year, 1, 1)
  return dateText(year, 1 + draw.upTo(12), 1 + draw.upTo(28))
}

/** The same person written by another clerk, some time later. */
function registeredAgain(draw: Draw, person: Person, familyNames: Weighted): Person {
  let given = respelt(draw, draw.chance(0.2) ? person.given!.split(' ')[0]! : person.given!)
  let family: string | null = respelt(draw, person.family!)
  if (draw.chance(0.1)) family = family.replace(/^(de|da|dos) /, '')
  if (person.sex === 'F' && draw.chance(0.02)) family = pick(familyNames, draw)
  if (draw.chance(0.07)) [given, family] = [family, given]
  if (draw.chance(0.02)) family = null
  const isMoved = draw.chance(0.4)
  return {
    given,
    family,
    sex: draw.chance(0.01) ? (person.sex === 'F' ? 'M' : 'F') : person.sex,
    birth: retold(draw, person.birth),
    origin: draw.chance(0.06) ? null : draw.chance(0.04) ? `MZ${String(skewed(draw, 160)).padStart(4, '0')}` : person.origin,
    site: isMoved ? `S${String(skewed(draw, 600)).padStart(3, '0')}` : person.site,
    phone: draw.chance(0.2) ? null : draw.chance(0.15) ? phone(draw) : person.phone && draw.chance(0.03) ? slip(draw, person.phone, digits) : person.phone,
    document: person.document === null || draw.chance(0.4) ? null : draw.chance(0.04) ? slip(draw, person.document, digits) : person.document,
  }
}

function retold(draw: Draw, birth: string | null): string | null {
  if (birth === null || draw.chance(0.04)) return null
  const [year, month, day] = birth.split('-').map(Number) as [number, number, number]
  if (draw.chance(0.12)) return dateText(draw.chance(0.7) ? year : year + draw.upTo(5) - 2, 1, 1)
  if (month === 1 && day === 1) return draw.chance(0.2) ? dateText(year + draw.upTo(7) - 3, 1, 1) : birth
  if (draw.chance(0.03)) return dateText(year, Math.min(12, day), month)
  return draw.chance(0.05) ? slip(draw, birth, digits) : birth
}

const digits = '0123456789'
const letters = 'abcdefghijlmnopqrstuvxz'
/** How one clerk hears what another wrote; both directions are met. */
const byEar: [string, string][] = [
  ['c', 'k'],
  ['ch', 'x'],
  ['l', 'r'],
  ['o', 'u'],
  ['s', 'ss'],
  ['i', 'y'],
  ['z', 's'],
  ['ph', 'f'],
  ['e', 'i'],
  ['u', 'w'],
  ['qu', 'k'],
  ['h', ''],
]

function respelt(draw: Draw, name: string): string {
  let text = name
  if (draw.chance(0.15)) text = text.normalize('NFD').replace(/\p{M}/gu, '')
  if (draw.chance(0.1)) text = text.toUpperCase()
  if (draw.chance(0.15)) {
    const fitting = byEar
      .flatMap(([one, other]) => [[one, other] as const, [other, one] as const])
      .filter(([from]) => from !== '' && text.toLowerCase().includes(from))
    const rule = fitting[draw.upTo(fitting.length)]
    if (rule) text = text.toLowerCase().replace(rule[0], rule[1])
  }
  return draw.chance(0.1) ? slip(draw, text, letters) : text
}

/** One slip of the pen: another sign, one left out, one too many, or two exchanged. Codes keep their length. */
function slip(draw: Draw, text: string, alphabet: string): string {
  const places = Array.from(text, (_, at) => at).filter((at) => alphabet !== digits || /\d/.test(text[at]!))
  const at = places[draw.upTo(places.length)]!
  const sign = alphabet[draw.upTo(alphabet.length)]!
  const kind = alphabet === digits ? 0 : draw.upTo(4)
  if (kind === 0) return text.slice(0, at) + sign + text.slice(at + 1)
  if (kind === 1) return text.length > 2 ? text.slice(0, at) + text.slice(at + 1) : text
  if (kind === 2) return text.slice(0, at) + sign + text.slice(at)
  return at + 1 < text.length ? text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2) : text
}
