/**
 * A panel of sites visited again and again, kept in one sheet without round numbers (Cyclone Idai, 2019 to 2021, is such a file): country by country,
 * rounds found, copied blocks held back, sites followed by name where codes were reused, every unlikely figure named. Nothing is placed by guess: sites
 * enter the register unplaced. Strategy: focus area 15, activity B.
 */
import { type Finding, type Row, type Sheet, type TabularFile, textOf } from '../../../kernel/tables.ts'
import { isBlank } from './cells.ts'
import type { Roles } from './columns.ts'
import { cellOf } from './columns.ts'
import { splitByCountry } from './countries.ts'
import { orderOfDates } from './dateOrder.ts'
import { figureFindings, isColumnCopied } from './figures.ts'
import { groupBy, remembered } from './grouping.ts'
import type { OddDate } from './oddDates.ts'
import { oddDates } from './oddDates.ts'
import { panelFindings, panelQuestions } from './panelQuestions.ts'
import type { PanelRound, PanelRow } from './panelRows.ts'
import { findRounds, isHeld, readPanelRows } from './panelRows.ts'
import type { ImportContext, Interpreted, OutOfScope, ProposedAssessment, ProposedPlace } from './proposal.ts'
import { answerFor } from './proposal.ts'
import { assessmentKey, comparedWithEarlier, roundOf, setApartRepeats } from './rounds.ts'
import type { Site, SiteIdentity } from './sites.ts'
import { identifySites } from './sites.ts'
import { readSiteType } from './siteTypes.ts'

export function interpretPanel(file: TabularFile, sheet: Sheet, roles: Roles, context: ImportContext): Interpreted {
  const rows = sheet.rows.filter((row) => !isBlank(row))
  const split = splitByCountry(rows, roles, context.country, 'one')
  const iso3 = context.country?.iso3 ?? textOf(cellOf(rows[0]!, roles, 'country'))
  const read = readPanelRows(split.inScope, roles, context.country?.names[0] ?? iso3, context.savedDecisions)
  const panelRounds = findRounds(read.rows, context.savedDecisions)
  const identity = identifySites(
    panelRounds.flatMap((round) => round.rows.map(({ line, code, name }) => ({ line, round: round.number, code, name, held: isHeld(round) }))),
    context.savedDecisions,
    context.knownSite,
  )
  const counted = panelRounds.filter((round) => !isHeld(round))
  const odd = oddDates(
    counted.filter(({ dated }) => dated === null).map(({ number, rows: visits }) => ({ number, rows: visits })),
    context.thresholds.oddDateDays,
  )
  const copied = counted.filter((round) => isColumnCopied(asFigures(round.rows, identity), context.thresholds))
  const operation = context.operation?.name ?? null
  const frameOf = (round: PanelRound) => ({
    key: `${iso3}|${operation ?? ''}|SA|${round.number}`,
    country: iso3,
    operation,
    operationActive: null,
    number: round.number,
    assessmentType: 'SA' as const,
    ...spanOf(round, odd),
  })
  const cells = panelRounds.map((round) =>
    setApartRepeats(assessmentsOf(round, { roundKey: frameOf(round).key, identity, copied: copied.includes(round), odd, context })),
  )
  const proposal: Interpreted = {
    shape: 'site-panel',
    rowsRead: rows.length,
    inScope: split.inScope.length,
    outOfScope: split.outOfScope,
    quarantined: panelRounds.flatMap((round, index) => {
      const { fresh, setAside } = cells[index]!
      if (!isHeld(round)) return setAside
      const held = [...fresh, ...setAside.flatMap((aside) => aside.held)]
      return [{ code: 'import.block-repeats-keys', lines: round.rows.map(({ line }) => line), of: round.repeats!.ofLines, held }]
    }),
    rounds: panelRounds.flatMap((round, index) => (isHeld(round) ? [] : [roundOf(frameOf(round), cells[index]!.fresh, round.rows)])),
    places: identity.sites.map((site) => placeOf(site, iso3)),
    assessments: panelRounds.flatMap((round, index) => (isHeld(round) ? [] : cells[index]!.fresh)),
    findings: [],
    questions: [],
    refusals: split.refusals,
  }
  const story = { rounds: panelRounds, identity, odd, copied, rows: read.rows, outOfScope: split.outOfScope, context }
  proposal.findings = [
    ...file.findings,
    ...(split.inScope.length ? read.findings : []),
    ...ordersElsewhere(rows, roles, split.outOfScope),
    ...panelFindings(story),
    ...figuresOf(panelRounds, copied, identity, context),
    ...cells.flatMap(({ findings }, index) => (isHeld(panelRounds[index]!) ? [] : findings)),
    ...comparedWithEarlier(proposal.assessments, context.previouslyImported),
  ]
  proposal.questions = panelQuestions(story, proposal.findings)
  return proposal
}

/** Another country's rows may write dates in another order: shown beside ours, so that nobody takes the one for the other. */
function ordersElsewhere(rows: Row[], roles: Roles, outOfScope: OutOfScope[]): Finding[] {
  const dates = new Map(rows.map((row) => [row.line, cellOf(row, roles, 'date') ?? null]))
  const found = outOfScope.flatMap(
    ({ reason, lines }) =>
      orderOfDates(
        lines.map((line) => dates.get(line) ?? null),
        reason,
        [],
      ).findings,
  )
  return found.filter(({ severity }) => severity === 'note')
}

type Reading = { roundKey: string; identity: SiteIdentity; copied: boolean; odd: OddDate[]; context: ImportContext }

function assessmentsOf(round: PanelRound, { roundKey, identity, copied, odd, context }: Reading): ProposedAssessment[] {
  const peopleUnknown = copied && answerFor(context.savedDecisions, 'import.column-copied', String(round.number))?.answer !== 'keep'
  const typeOf = remembered(
    ({ typeText, classificationText }: PanelRow) => readSiteType(typeText, classificationText, context.savedDecisions),
    ({ typeText, classificationText }) => `${typeText}|${classificationText}`,
  )
  const oddOf = new Map(odd.map((one) => [one.line, one]))
  return round.rows.map((row) => {
    const placeKey = identity.keyOf(row)
    const reasons = context.operation?.reasons ?? []
    const decided = oddOf.has(row.line) ? answerFor(context.savedDecisions, 'import.date-odd', String(row.line)) : null
    const corrected = decided?.answer === 'use-suggestion' ? oddOf.get(row.line)!.suggestion : (decided?.value ?? null)
    return {
      key: assessmentKey(roundKey, placeKey, [reasons.join('; '), null, 'site', null]),
      roundKey,
      placeKey,
      sheet: null,
      line: row.line,
      writtenCode: row.code || null,
      writtenName: row.name,
      date: round.repeats ? null : (corrected ?? row.date),
      households: row.households,
      individuals: peopleUnknown ? 'unknown' : row.individuals,
      females: 'unknown',
      males: 'unknown',
      ages: [],
      returnees: 'unknown',
      returneeHouseholds: 'unknown',
      reasons,
      origin: null,
      setting: 'site',
      arrival: null,
      outcome: 'assessed',
      outcomeReason: row.households === 0 && row.individuals === 0 ? 'none-of-this-cause' : null,
      sourceRound: null,
      placeOpen: null,
      siteType: typeOf(row),
    }
  })
}

const asFigures = (rows: PanelRow[], identity: SiteIdentity) =>
  rows.map((row) => ({ line: row.line, place: identity.keyOf(row), name: row.name, households: row.households, individuals: row.individuals }))

/** Figures of a held round are read only for zeros; those of a copied column prove nothing. */
function figuresOf(rounds: PanelRound[], copied: PanelRound[], identity: SiteIdentity, { thresholds }: ImportContext): Finding[] {
  const isTrusted = (round: PanelRound): boolean => !isHeld(round) && !copied.includes(round)
  const visits = groupBy(
    rounds.filter(isTrusted).flatMap((round) => asFigures(round.rows, identity)),
    ({ place }) => place,
  )
  const judged = [...visits.values()].flatMap((same) =>
    same.flatMap((row, index) => figureFindings(row, thresholds, [...same.slice(Math.max(0, index - 1), index), ...same.slice(index + 1, index + 2)])),
  )
  const zeros = rounds
    .filter((round) => !isTrusted(round))
    .flatMap((round) =>
      asFigures(
        round.rows.filter(({ households, individuals }) => households === 0 && individuals === 0),
        identity,
      ),
    )
  return [...judged, ...zeros.flatMap((row) => figureFindings(row, thresholds, []))].sort((a, b) => a.line! - b.line!)
}

function spanOf(round: PanelRound, odd: OddDate[]): { from: string | null; to: string | null; reportingDate: string | null } {
  const oddLines = new Set(odd.map(({ line }) => line))
  const dates = round.rows.flatMap(({ date, line }) => (date === null || oddLines.has(line) ? [] : [date])).sort()
  const from = round.dated?.from ?? dates[0] ?? null
  const to = round.dated?.to ?? dates.at(-1) ?? null
  return { from, to, reportingDate: to }
}

/** The type stays with the visit that wrote it; the register shows the last known one with its date and never fills a blank. */
function placeOf(site: Site, country: string): ProposedPlace {
  return {
    key: site.key,
    kind: 'site',
    country,
    level: null,
    code: site.code,
    name: site.name,
    parent: null,
    point: null,
    aliases: site.aliases,
    siteType: null,
  }
}
