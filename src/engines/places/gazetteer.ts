/**
 * The names of all places, ready to be searched with the spelling that people really write. Whatever this finds is a suggestion; `resolveName` decides what may pass.
 * Method: trigrams find candidates; Jaro-Winkler, shared trigrams and equal sound rank them; the parent place, when given, comes before the rest of the country.
 */
import { buildCodes, type Codes } from './codes.ts'
import type { Place } from './place.ts'
import { jaroWinkler, trigramsOf } from './similarity.ts'
import { fold, plainName, soundOf, wordsOf } from './spelling.ts'

type Why = 'exact-name' | 'exact-alias' | 'same-sound' | 'similar-spelling' | 'within-parent' | 'outside-parent' | 'former-code'
export type NameMatch = { pcode: string; score: number; why: Why[] }
/** `kind` is the level of the place (1 province, 2 district, …). */
export type NameScope = { within?: string; kind?: number; limit?: number }

/** `core`: the name without "Cidade de", "Sede" and the like; it helps to find, and never decides. */
type Spelling = { place: Place; is: 'name' | 'alias' | 'core'; folded: string; plain: string; sound: string; grams: number }
export type Gazetteer = { codes: Codes; spellings: Spelling[]; byFold: Map<string, number[]>; bySound: Map<string, number[]>; byGram: Map<string, number[]> }

const kindWords = new Set([
  'cidade',
  'vila',
  'sede',
  'distrito',
  'provincia',
  'posto',
  'administrativo',
  'localidade',
  'municipio',
  'city',
  'district',
  'province',
  'town',
])

export function coreName(text: string): string {
  const words = wordsOf(text)
  return words.filter((word) => !kindWords.has(word)).join(' ') || words.join(' ')
}

export function buildGazetteer(places: Iterable<Place>): Gazetteer {
  const list = [...places]
  const gazetteer: Gazetteer = { codes: buildCodes(list), spellings: [], byFold: new Map(), bySound: new Map(), byGram: new Map() }
  for (const place of list) {
    const known = new Set<string>()
    const add = (text: string, is: Spelling['is']) => {
      const plain = plainName(text)
      if (plain === '' || known.has(plain)) return
      known.add(plain)
      const grams = trigramsOf(plain.split(' '))
      const at = gazetteer.spellings.push({ place, is, folded: fold(text), plain, sound: soundOf(text), grams: grams.size }) - 1
      put(gazetteer.byFold, plain, at)
      put(gazetteer.bySound, gazetteer.spellings[at]!.sound, at)
      for (const gram of grams) put(gazetteer.byGram, gram, at)
    }
    add(place.name, 'name')
    for (const alias of place.aliases) add(alias, 'alias')
    add(coreName(place.name), 'core')
  }
  return gazetteer
}

function put(map: Map<string, number[]>, key: string, value: number) {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

/** A place lies within another by its chain of parents, and within the successors of a code that ended. */
export function withinTest(codes: Codes, within: string): (place: Place) => boolean {
  const scope = new Set([within, ...(codes.successors.get(within) ?? []).map(({ to }) => to)])
  return (place) => {
    let at: Place | undefined = place
    for (let steps = 0; at && steps < 12; steps++) {
      if (scope.has(at.pcode)) return true
      at = at.parent === null ? undefined : codes.byCode.get(at.parent)
    }
    return false
  }
}

const strongest = 120
const likenessBins = 200

/** For each spelling that shares a trigram with the query: how many. */
function countShared({ byGram, spellings }: Gazetteer, grams: Iterable<string>): { touched: number[]; common: Uint8Array } {
  const common = new Uint8Array(spellings.length)
  const touched: number[] = []
  for (const gram of grams) for (const at of byGram.get(gram) ?? []) if (common[at]!++ === 0) touched.push(at)
  return { touched, common }
}

/** The best spellings for a name, at most one per place, best first; never more than a suggestion. */
export function matchName(gazetteer: Gazetteer, name: string, { within, kind, limit = 5 }: NameScope = {}): NameMatch[] {
  const plain = plainName(name)
  if (plain === '') return []
  const [core, sound, coreSound] = [coreName(name), soundOf(name), soundOf(coreName(name))]
  const grams = trigramsOf([...new Set([...plain.split(' '), ...core.split(' ')])])
  const isInside = within === undefined ? () => true : withinTest(gazetteer.codes, within)
  const likeness = (at: number, common: number) => common / (grams.size + gazetteer.spellings[at]!.grams - common)
  const fits = (at: number) => kind === undefined || gazetteer.spellings[at]!.place.level === kind
  const { touched, common: shared } = countShared(gazetteer, grams)
  const bins = new Int32Array(likenessBins + 1)
  const binOf = (at: number) => Math.floor(likeness(at, shared[at]!) * likenessBins)
  for (const at of touched) if (fits(at)) bins[binOf(at)]!++
  let lowestBin = likenessBins
  for (let seen = bins[lowestBin]!; lowestBin > 0 && (seen === 0 || seen + bins[lowestBin - 1]! <= strongest); ) seen += bins[--lowestBin]!
  const candidates = new Map<number, number>()
  // Inside the parent a weaker resemblance is worth a look, so those are never cut off.
  for (const at of touched) {
    if (fits(at) && (binOf(at) >= lowestBin || (within !== undefined && isInside(gazetteer.spellings[at]!.place)))) candidates.set(at, shared[at]!)
  }
  for (const key of [sound, coreSound]) for (const at of gazetteer.bySound.get(key) ?? []) if (fits(at)) candidates.set(at, shared[at]!)

  const best = new Map<string, NameMatch>()
  for (const [at, common] of candidates) {
    const spelling = gazetteer.spellings[at]!
    const why: Why[] = []
    const written = spelling.is === 'core' ? core : plain
    const heard = spelling.is === 'core' ? coreSound : sound
    let score = 0.5 * jaroWinkler(written, spelling.plain) + 0.2 * likeness(at, common) + 0.3 * jaroWinkler(heard, spelling.sound)
    if (spelling.plain === written && spelling.is !== 'core') {
      why.push(spelling.is === 'name' ? 'exact-name' : 'exact-alias')
      score = spelling.is === 'name' ? 1 : 0.99
    } else why.push(spelling.sound === heard ? 'same-sound' : 'similar-spelling')
    if (spelling.is === 'core') score *= 0.97
    if (within) {
      const inside = isInside(spelling.place)
      why.push(inside ? 'within-parent' : 'outside-parent')
      if (!inside) score *= 0.8
    }
    for (const pcode of standingFor(gazetteer.codes, spelling.place)) {
      const match = { pcode, score, why: pcode === spelling.place.pcode ? why : [...why, 'former-code' as const] }
      const known = best.get(pcode)
      if (!known || known.score < score) best.set(pcode, match)
    }
  }
  const levelOf = (match: NameMatch) => gazetteer.codes.byCode.get(match.pcode)!.level
  return [...best.values()].sort((a, b) => b.score - a.score || levelOf(a) - levelOf(b) || (a.pcode < b.pcode ? -1 : 1)).slice(0, limit)
}

/** A code that ended is never offered: its successors are, marked as such. */
function standingFor(codes: Codes, place: Place): string[] {
  if (place.validTo === undefined) return [place.pcode]
  const next = codes.successors.get(place.pcode) ?? []
  return next.length > 0 ? next.map(({ to }) => to) : [place.pcode]
}
