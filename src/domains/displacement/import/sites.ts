/**
 * Which rows speak of the same site. A site code is not a site: lists are renumbered between visits, and a code then points to another place, so that
 * joining by code invents movements of tens of thousands of people.
 *
 *   - A code with one name, or with spellings of one name, is one site.
 *   - A code is *reused* when it carries several names and one of them goes on under another code of the same list (never both codes in one round).
 *     Its rows follow the name; the codes stay as aliases.
 *   - Other changes of name under one code are put to a person: one site renamed, unless the new name stood beside it under another code at that time.
 *   - Rows held in quarantine give no evidence; they are fitted to the sites that the other rows yield.
 */

import { fold } from '../../../engines/places/spelling.ts'
import { areDisjoint, groupBy, remembered } from './grouping.ts'
import { foldName, looksAlike, slug } from './names.ts'
import type { Decision, ProposedAlias } from './proposal.ts'
import { answerFor } from './proposal.ts'

export type SiteVisit = { line: number; round: number; code: string; name: string; held: boolean }
export type Site = { key: string; code: string | null; name: string; aliases: ProposedAlias[] }
type NameHistory = { name: string; rounds: number[] }
export type CodeWithNames = { code: string; names: NameHistory[]; lines: number[] }
type RenamedCode = CodeWithNames & { proposed: 'one-site' | 'two-sites' }
type SharedName = { name: string; codes: string[]; lines: number[] }

export type SiteIdentity = {
  keyOf: (visit: { code: string; name: string }) => string
  sites: Site[]
  reused: CodeWithNames[]
  variants: CodeWithNames[]
  renamed: RenamedCode[]
  /** The same name in two lists of codes: an accommodation centre and a resettlement site may share it, so they stay apart until a person says. */
  shared: SharedName[]
}

type Spelling = { code: string; folded: string; name: string; rounds: Set<number>; lines: number[] }
type KnownSite = (code: string, foldedName: string) => string | null

const listOf = (code: string): string => code.replace(/\d+$/, '')
const spellingKey = (code: string, folded: string): string => `${code}\u0000${folded}`

export function identifySites(visits: SiteVisit[], decisions: Decision[], knownSite: KnownSite = () => null): SiteIdentity {
  const evidence = spellingsOf(visits.filter(({ held }) => !held))
  const byCode = groupBy(
    [...evidence.values()].filter(({ code }) => code !== ''),
    ({ code }) => code,
  )
  const byName = groupBy(evidence.values(), ({ code, folded }) => spellingKey(listOf(code), folded))
  const manyNames = [...byCode].filter(([, spellings]) => spellings.length > 1)
  const reused = manyNames.filter(([, spellings]) => spellings.some((spelling) => wentOnElsewhere(spelling, byName)))
  const reusedCodes = new Set(reused.map(([code]) => code))
  // Rows without a code have nothing but their name to follow.
  const followsName = new Set(['', ...[...reusedCodes].filter((code) => answerFor(decisions, 'import.code-reused', code)?.answer !== 'follow-code')])

  const sameSite = new Groups()
  for (const sharing of byName.values()) if (sharing.some(({ code }) => followsName.has(code))) joinAll(sameSite, sharing)
  const variants: CodeWithNames[] = []
  const renamed: RenamedCode[] = []
  for (const [code, spellings] of manyNames) {
    for (const [index, other] of spellings.entries()) {
      const alike = spellings.slice(0, index).find((one) => looksAlike(one.name, other.name) && !together(one, other, byName))
      const id = variantId(code, other.name)
      if (alike) {
        variants.push(history(code, [alike, other]))
        if (answerFor(decisions, 'import.name-variant', id)?.answer !== 'two-sites') join(sameSite, alike, other)
      } else if (index > 0 && reusedCodes.has(code)) {
        if (!followsName.has(code)) join(sameSite, spellings[0]!, other)
      } else if (index > 0) {
        const proposed = stoodBeside(spellings[0]!, other, evidence) ? 'two-sites' : 'one-site'
        renamed.push({ ...history(code, [spellings[0]!, other]), proposed })
        if ((answerFor(decisions, 'import.code-renamed', id)?.answer ?? proposed) === 'one-site') join(sameSite, spellings[0]!, other)
      }
    }
  }
  const shared = namesInTwoLists(evidence, sameSite)
  for (const { name, codes } of shared) {
    if (answerFor(decisions, 'import.same-name-two-lists', foldName(name))?.answer !== 'one-site') continue
    joinAll(
      sameSite,
      codes.flatMap((code) => evidence.get(spellingKey(code, foldName(name))) ?? []),
    )
  }
  return {
    ...keysAndSites(visits, evidence, sameSite, followsName, knownSite),
    reused: reused.map(([code, spellings]) => history(code, spellings)),
    variants,
    renamed,
    shared,
  }
}

export const variantId = (code: string, name: string): string => `${code}|${foldName(name)}`

function spellingsOf(visits: SiteVisit[]): Map<string, Spelling> {
  const spellings = new Map<string, Spelling>()
  const folding = remembered(foldName, (name) => name)
  for (const { code, name, round, line } of visits) {
    const folded = folding(name)
    const key = spellingKey(code, folded)
    const spelling = spellings.get(key) ?? { code, folded, name: name.replace(/\s+/g, ' ').trim(), rounds: new Set(), lines: [] }
    spelling.rounds.add(round)
    spelling.lines.push(line)
    spellings.set(key, spelling)
  }
  return spellings
}

const wentOnElsewhere = (spelling: Spelling, byName: Map<string, Spelling[]>): boolean =>
  byName.get(spellingKey(listOf(spelling.code), spelling.folded))!.some((other) => other !== spelling && areDisjoint(spelling.rounds, other.rounds))

/** Two names met in one round under two codes of the list are two sites, however alike. */
function together(one: Spelling, other: Spelling, byName: Map<string, Spelling[]>): boolean {
  const roundsOf = ({ code, folded }: Spelling) => new Set(byName.get(spellingKey(listOf(code), folded))!.flatMap(({ rounds }) => [...rounds]))
  return !areDisjoint(roundsOf(one), roundsOf(other))
}

/** Both names in one round, under this code or another: they cannot be one site renamed. */
function stoodBeside(one: Spelling, other: Spelling, evidence: Map<string, Spelling>): boolean {
  if (!areDisjoint(one.rounds, other.rounds)) return true
  for (const spelling of evidence.values()) {
    if (spelling.code === one.code) continue
    if (spelling.folded === other.folded && !areDisjoint(spelling.rounds, one.rounds)) return true
    if (spelling.folded === one.folded && !areDisjoint(spelling.rounds, other.rounds)) return true
  }
  return false
}

function namesInTwoLists(evidence: Map<string, Spelling>, sameSite: Groups): SharedName[] {
  const byName = groupBy(
    [...evidence.values()].filter(({ code }) => code !== ''),
    ({ folded }) => folded,
  )
  return [...byName.values()].flatMap((spellings) => {
    const lists = new Set(spellings.map(({ code }) => listOf(code)))
    const groups = new Set(spellings.map((spelling) => sameSite.find(spellingKey(spelling.code, spelling.folded))))
    if (lists.size < 2 || groups.size < 2) return []
    return [{ name: spellings[0]!.name, codes: spellings.map(({ code }) => code), lines: spellings.flatMap(({ lines }) => lines) }]
  })
}

function keysAndSites(visits: SiteVisit[], evidence: Map<string, Spelling>, sameSite: Groups, followsName: Set<string>, knownSite: KnownSite) {
  const held = spellingsOf(visits.filter((visit) => visit.held))
  const groups = groupBy(evidence.values(), ({ code, folded }) => sameSite.find(spellingKey(code, folded)))
  const keyOfSpelling = new Map<string, string>()
  const sites = new Map<string, Site>()
  const mostVisited = [...groups.values()].sort((a, b) => visitsIn(b) - visitsIn(a))
  for (const spellings of mostVisited) {
    const first = spellings[0]!
    const known = spellings.map(({ code, name }) => knownSite(code, fold(name))).find((key) => key !== null)
    const plain = spellings.some(({ code }) => followsName.has(code)) ? `${listOf(first.code)}~${slug(first.name)}` : first.code
    const key = known ?? (sites.has(plain) ? `${first.code}~${slug(first.name)}` : plain)
    sites.set(key, siteOf(key, spellings))
    for (const { code, folded } of spellings) keyOfSpelling.set(spellingKey(code, folded), key)
  }
  for (const spelling of held.values()) {
    const own = spellingKey(spelling.code, spelling.folded)
    if (keyOfSpelling.has(own)) continue
    const namesakes = new Set(
      [...evidence.values()].filter(({ folded }) => folded === spelling.folded).map(({ code, folded }) => keyOfSpelling.get(spellingKey(code, folded))!),
    )
    keyOfSpelling.set(own, namesakes.size === 1 ? [...namesakes][0]! : `${spelling.code}~${slug(spelling.name)}`)
  }
  const keyOf = remembered(
    ({ code, name }: { code: string; name: string }): string => keyOfSpelling.get(spellingKey(code, foldName(name)))!,
    ({ code, name }) => spellingKey(code, name),
  )
  const inFileOrder = [...groups.values()].map((spellings) => sites.get(keyOfSpelling.get(spellingKey(spellings[0]!.code, spellings[0]!.folded))!)!)
  return { keyOf, sites: inFileOrder }
}

function siteOf(key: string, spellings: Spelling[]): Site {
  const latest = spellings.reduce((a, b) => (Math.max(...b.rounds) > Math.max(...a.rounds) ? b : a))
  const roundsBy = (field: 'code' | 'name') =>
    [...groupBy(spellings, (spelling) => spelling[field])].map(([value, some]) => ({
      kind: field,
      value,
      rounds: [...new Set(some.flatMap(({ rounds }) => [...rounds]))].sort((a, b) => a - b),
    }))
  return { key, code: latest.code || null, name: latest.name, aliases: [...roundsBy('code').filter(({ value }) => value !== ''), ...roundsBy('name')] }
}

const visitsIn = (spellings: Spelling[]): number => spellings.reduce((sum, { lines }) => sum + lines.length, 0)

const history = (code: string, spellings: Spelling[]): CodeWithNames => ({
  code,
  names: spellings.map(({ name, rounds }) => ({ name, rounds: [...rounds].sort((a, b) => a - b) })),
  lines: spellings.flatMap(({ lines }) => lines),
})

const join = (groups: Groups, one: Spelling, other: Spelling): void => groups.join(spellingKey(one.code, one.folded), spellingKey(other.code, other.folded))
const joinAll = (groups: Groups, spellings: Spelling[]): void => {
  for (const other of spellings.slice(1)) join(groups, spellings[0]!, other)
}

/** Union-find over spellings (Galler and Fischer 1964). */
class Groups {
  private readonly parents = new Map<string, string>()

  find(member: string): string {
    let root = member
    while (this.parents.has(root)) root = this.parents.get(root)!
    return root
  }

  join(one: string, other: string): void {
    const [a, b] = [this.find(one), this.find(other)]
    if (a !== b) this.parents.set(b, a)
  }
}
