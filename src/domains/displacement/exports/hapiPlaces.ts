/**
 * The P-code check of the Humanitarian API: does the common list know the code, is only its length different, does the given name belong to another code?
 * Name likeness is the pipeline's own: indel ratio of sorted words, 55 of 100 or more, first of equals (OCHA, hdx-python-country). Used here only to warn.
 */
import { plainWords } from '../../../kernel/index.ts'

export type ListedPlace = { iso3: string; level: 1 | 2; code: string; name: string; parent: string }

export type PlaceList = {
  byCode: ReadonlyMap<string, ListedPlace>
  /** Level 1 by country, level 2 by parent code: where a name may be looked for. */
  under: ReadonlyMap<string, readonly ListedPlace[]>
}

export function placeList(places: readonly ListedPlace[]): PlaceList {
  const under = new Map<string, ListedPlace[]>()
  for (const place of places) {
    const key = place.level === 1 ? place.iso3 : place.parent
    under.set(key, [...(under.get(key) ?? []), place])
  }
  return { byCode: new Map(places.map((place) => [place.code, place])), under }
}

type Given = { iso3: string; level: 0 | 1 | 2; admin1Name: string; admin1Code: string; admin2Name: string; admin2Code: string }
type Named = { code: string; name: string }
type Checked = { admin1: Named; admin2: Named; warnings: string[] }

const nowhere: Named = { code: '', name: '' }

/** Lowest level first: the province then follows from the district's parent in the list. */
export function checkPlace(list: PlaceList, given: Given): Checked {
  const warnings: string[] = []
  if (given.level === 0) return { admin1: nowhere, admin2: nowhere, warnings }
  if (given.level === 1)
    return { admin1: checkCode(list, { ...given, level: 1, code: given.admin1Code, name: given.admin1Name }, warnings), admin2: nowhere, warnings }
  const admin2 = checkCode(list, { ...given, level: 2, code: given.admin2Code, name: given.admin2Name }, warnings)
  const parent = list.byCode.get(admin2.code)?.parent
  const admin1 = checkCode(list, { ...given, level: 1, code: given.admin1Code, name: given.admin1Name, parent }, warnings)
  return { admin1, admin2, warnings }
}

type One = { iso3: string; level: 1 | 2; code: string; name: string; admin1Code: string; parent?: string }

function checkCode(list: PlaceList, one: One, warnings: string[]): Named {
  const byName = one.parent ?? likeliest(candidates(list, one), one.name)?.code
  const listed = list.byCode.get(one.code)
  if (listed && listed.level === one.level) {
    if (byName && byName !== one.code) {
      warnings.push(one.parent ? `PCode mismatch ${one.code}->${byName} (parent)` : `PCode mismatch ${one.code} != ${one.name}`)
      if (one.parent) return named(list, one.parent)
    }
    return { code: one.code, name: listed.name }
  }
  if (one.code === '') return byName ? named(list, byName) : nowhere
  const relengthed = sameNumber(list, one)
  if (relengthed) {
    warnings.push(`PCode length ${one.code}->${relengthed}`)
    return named(list, relengthed)
  }
  warnings.push(byName ? `PCode unknown ${one.code}->${byName} (${one.parent ? 'parent' : `provider_adm${one.level}_name`})` : `PCode unknown ${one.code}->''`)
  return byName ? named(list, byName) : nowhere
}

const named = (list: PlaceList, code: string): Named => ({ code, name: list.byCode.get(code)?.name ?? '' })

function candidates(list: PlaceList, { level, iso3, code, admin1Code }: One): readonly ListedPlace[] {
  if (level === 1) return list.under.get(iso3) ?? []
  return list.under.get(list.byCode.get(code)?.parent ?? admin1Code) ?? []
}

const letters = /^[A-Za-z]*/

/** `TD0704` is `TCD0704` in a list that writes the country with three letters, and `NG01` is `NG001` where provinces have three digits. */
function sameNumber(list: PlaceList, { code, level, iso3 }: One): string | null {
  const digits = code.replace(letters, '')
  if (!/^\d+$/.test(digits)) return null
  const places = level === 1 ? (list.under.get(iso3) ?? []) : (list.under.get(iso3) ?? []).flatMap((province) => list.under.get(province.code) ?? [])
  const same = places.filter((place) => {
    const listed = place.code.replace(letters, '')
    return listed === digits || (level === 1 && Number(listed) === Number(digits))
  })
  return same.length === 1 ? same[0]!.code : null
}

const plain = (name: string): string => plainWords(name).trim()

/** The place whose name is the given one, contains it, or is most like it; undefined when nothing is like it. */
function likeliest(places: readonly ListedPlace[], name: string): ListedPlace | undefined {
  const wanted = plain(name)
  if (wanted === '') return undefined
  const certain = places.find((place) => plain(place.name) === wanted) ?? places.find((place) => plain(place.name).includes(wanted))
  if (certain) return certain
  let best: { place: ListedPlace; likeness: number } | undefined
  for (const place of places) {
    const likeness = nameLikeness(wanted, plain(place.name))
    if (likeness >= 55 && likeness > (best?.likeness ?? 0)) best = { place, likeness }
  }
  return best?.place
}

/** 0 to 100, the best over both names with and without their spaces. */
export function nameLikeness(a: string, b: string): number {
  const forms = (text: string) => [...new Set([text.split(/\s+/).sort().join(' '), text.replace(/\s+/g, '')])]
  return Math.max(...forms(a).flatMap((one) => forms(b).map((other) => indelRatio(one, other))))
}

/** Share of letters that need neither be put in nor taken out: twice the longest common subsequence over both lengths. */
function indelRatio(a: string, b: string): number {
  let previous = new Array<number>(b.length + 1).fill(0)
  for (const letter of a) {
    const current = [0]
    for (let j = 1; j <= b.length; j++) current.push(letter === b[j - 1] ? previous[j - 1]! + 1 : Math.max(previous[j]!, current[j - 1]!))
    previous = current
  }
  return a.length + b.length === 0 ? 100 : (200 * previous[b.length]!) / (a.length + b.length)
}
