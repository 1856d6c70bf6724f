/**
 * The mission's strategy as the chief of mission, donors and Government know it: priorities, focus areas, key results and lettered activities, each in our
 * own short words, each saying which part of the product serves it. Numbers of global frameworks stand as they can be read in the printed source; where
 * they cannot, the entry says "not legible" so that nobody takes silence for "none". Serves every focus area (specification: results, section 2).
 */
import { z } from 'zod'
import type { Refusal } from '../../kernel/shared.ts'

/** Folders under src/domains; an activity is served by one of these. */
const domainNames = [
  'displacement',
  'sites',
  'relief',
  'solutions',
  'feedback',
  'coordination',
  'protection',
  'wellbeing',
  'health',
  'borders',
  'labour',
  'research',
  'climate',
  'risk',
  'peace',
  'policing',
  'publications',
] as const

export const bilingual = z.strictObject({ pt: z.string().min(1), en: z.string().min(1) })
export const domainName = z.enum(domainNames)
const noteIds = z.array(z.string()).min(1).optional()
const day = z.iso.date()

const framework = z.enum(['SDG', 'MIGOF', 'GCM', 'SENDAI', 'CROSSCUTTING'])
const link = z.discriminatedUnion('legibility', [
  /** `kind` tells principle from objective in MiGOF; the source prints that by colour only, so it stays null. */
  z.strictObject({ framework, code: z.string().min(1), kind: z.enum(['principle', 'objective']).nullable().optional(), legibility: z.literal('as_printed') }),
  z.strictObject({ framework, code: z.null(), kind: z.null().optional(), legibility: z.literal('not_legible') }),
  z.strictObject({
    framework,
    code: z.string().min(1),
    kind: z.enum(['principle', 'objective']).nullable().optional(),
    legibility: z.literal('added_by_mission'),
    added: z.strictObject({ source: z.string().min(1), date: day, by: z.string().min(1) }),
  }),
])

const servedBy = z.union([
  z.strictObject({ domain: domainName, feature: z.string().regex(/^[a-z][a-z-]*$/) }),
  /** Thought through but not offered yet, with the reason that people read. */
  z.strictObject({ domain: domainName, plannedOnly: bilingual }),
])

const keyResult = z.strictObject({ number: z.int().min(1), title: bilingual, sourceNotes: noteIds })
const activity = z.strictObject({ letter: z.string().regex(/^[A-Z]$/), title: bilingual, servedBy, sourceNotes: noteIds })
const focusArea = z.strictObject({
  number: z.int().min(1),
  priority: z.int().min(1),
  name: bilingual,
  objective: bilingual,
  domains: z.strictObject({ main: z.array(domainName).min(1), others: z.array(domainName) }),
  links: z.array(link).min(1),
  sourceNotes: noteIds,
  keyResults: z.array(keyResult).min(1),
  activities: z.array(activity).min(1),
})
const priority = z.strictObject({ number: z.int().min(1), name: bilingual, objective: bilingual })
const marker = z.strictObject({ code: z.string().min(1), name: bilingual })

const strategy = z.strictObject({
  version: z.string().min(1),
  validFrom: day,
  validTo: day,
  title: bilingual,
  citation: z.string().min(1),
  sourceLicence: z.string().min(1),
  wording: bilingual,
  sourceNotes: z.record(z.string(), bilingual),
  appliedNotes: z.array(z.string()),
  priorities: z.array(priority).min(1),
  crosscuttingThemes: z.array(marker),
  approaches: z.array(marker),
  /** What each named feature is called on screen, keyed "domain/feature". */
  features: z.record(z.string(), bilingual),
  areas: z.array(focusArea).min(1),
})

export type Strategy = z.infer<typeof strategy>
export type Priority = Strategy['priorities'][number]
export type FocusArea = Strategy['areas'][number]
export type KeyResult = FocusArea['keyResults'][number]
export type StrategicActivity = FocusArea['activities'][number]
export type StrategyLink = FocusArea['links'][number]

/**
 * Reads the strategy of a country pack. Refusals: `results.strategy-unreadable {place, problem}` when the file does not have the shape above;
 * `results.strategy-inconsistent {problems}` when it contradicts itself (double numbers, an unnamed feature, a note or priority that is not there).
 */
export function readStrategy(json: unknown): Strategy | Refusal {
  const parsed = strategy.safeParse(json)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!
    return { code: 'results.strategy-unreadable', facts: { place: issue.path.join('.'), problem: issue.message } }
  }
  const problems = contradictions(parsed.data)
  return problems.length ? { code: 'results.strategy-inconsistent', facts: { problems } } : parsed.data
}

const numbers = (entries: { number: number }[]) => entries.map((each) => each.number)

function contradictions(read: Strategy): string[] {
  const problems: string[] = []
  const once = (what: string, names: (string | number)[]) => {
    for (const name of names.filter((each, at) => names.indexOf(each) !== at)) problems.push(`${what} ${name} twice`)
  }
  const noted = (where: string, ids: readonly string[] = []) => {
    for (const id of ids.filter((each) => !(each in read.sourceNotes))) problems.push(`${where}: source note ${id} is not in the list`)
  }

  if (read.validFrom > read.validTo) problems.push('validFrom is after validTo')
  once('priority', numbers(read.priorities))
  once('area', numbers(read.areas))
  noted('strategy', read.appliedNotes)
  for (const area of read.areas) {
    if (!read.priorities.some((each) => each.number === area.priority)) problems.push(`area ${area.number}: priority ${area.priority} is not in the list`)
    once(`area ${area.number}: key result`, numbers(area.keyResults))
    once(
      `area ${area.number}: activity`,
      area.activities.map((each) => each.letter),
    )
    noted(
      `area ${area.number}`,
      [area, ...area.keyResults, ...area.activities].flatMap((each) => each.sourceNotes ?? []),
    )
    for (const { letter, servedBy: served } of area.activities) {
      if ('feature' in served && !(`${served.domain}/${served.feature}` in read.features))
        problems.push(`area ${area.number} ${letter}: feature ${served.feature} has no name`)
    }
  }
  return problems
}
