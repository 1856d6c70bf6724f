/** What the interpretation may look up: the register's places with their former codes and other names, limits of the pack, and what was imported before. */
import { sql } from 'kysely'
import { fold } from '../../../engines/places/spelling.ts'
import type { Bilingual, Choices, Db, House } from '../../../kernel/index.ts'
import { gazetteerOf } from '../../../registry/places/index.ts'
import type { Decision, Earlier, Gazetteer, GazetteerPlace, ImportContext } from '../import/proposal.ts'
import { settledDecisions } from './spellings.ts'

const known = (value: number | null) => value ?? ('unknown' as const)

async function previouslyImported(db: Db, operation: string | undefined): Promise<Map<string, Earlier>> {
  const rows = await db.rows<{ key: string; households: number | null; individuals: number | null }>(sql`
    select a.key, c.households, c.individuals from displacement.assessment a
    left join displacement.presence_cell c on c.assessment = a.id and c.population_group = 'IDP'
    where ${operation ?? null}::text is null or exists (
      select 1 from displacement.round r join displacement.operation o on o.id = r.operation where r.id = a.round and o.name = ${operation ?? ''})`)
  return new Map(rows.map(({ key, households, individuals }) => [key, { households: known(households), individuals: known(individuals) }]))
}

async function knownSites(db: Db, country: string) {
  const rows = await db.rows<{ pcode: string; name: string; code: string }>(sql`
    select p.pcode, n.name, c.name as code from places.place p
    join places.alias n on n.place = p.id and n.kind = 'name' join places.alias c on c.place = p.id and c.kind = 'code'
    where p.kind = 'site' and p.country = ${country}`)
  const byCodeAndName = new Map(rows.map(({ pcode, name, code }) => [`${code} ${fold(name)}`, pcode]))
  return (code: string, foldedName: string) => byCodeAndName.get(`${code} ${foldedName}`) ?? null
}

const namesOf = (codes: readonly { code: string; label: Bilingual; aliases?: string[] }[]) =>
  new Map(codes.flatMap(({ code, label, aliases = [] }) => [...aliases, label.pt, label.en, code].map((name) => [fold(name), code])))

export async function contextOf(db: Db, house: House, choices: Choices, decisions: Decision[]): Promise<ImportContext> {
  const { country, thresholds } = house.pack
  const everyCountry = choices.target?.country === '*'
  const operation = choices.target?.operation
  const names = [...new Set([country.names.en, country.names.pt, ...country.otherNames])]
  const register = await gazetteerOf(db, everyCountry ? null : country.iso3)
  const gazetteer: Gazetteer = {
    byCode: (code) => register.byCode(code) as GazetteerPlace | null,
    byName: (name, level, parent) => register.byName(name, level, parent) as GazetteerPlace[],
    suggest: (name, level, parent) => register.suggest(name, level, parent) as GazetteerPlace[],
    children: (pcode) => register.children(pcode) as GazetteerPlace[],
  }
  return {
    country: everyCountry ? null : { iso2: country.iso2, iso3: country.iso3, names },
    operation: operation ? { name: operation, reasons: [] } : null,
    gazetteer,
    thresholds: {
      smallestHousehold: thresholds.smallestHousehold,
      largestHousehold: thresholds.largestHousehold,
      copiedShare: thresholds.copiedShare,
      copiedRows: thresholds.copiedRows,
      oddDateDays: thresholds.oddDateDays,
    },
    ageBands: (house.pack.codeLists.get('ageBand')?.codes ?? []).flatMap(({ code, fromYears }) => (fromYears === undefined ? [] : [code])),
    words: new Map([...house.pack.codeLists].map(([list, { codes }]) => [list, namesOf(codes)])),
    // What was answered for this very file comes last, and holds.
    savedDecisions: [...(await settledDecisions(db, operation ?? '')), ...decisions],
    previouslyImported: await previouslyImported(db, operation),
    knownSite: await knownSites(db, country.iso3),
    mapping: choices.columns,
    round: roundNamed(choices.target),
  }
}

/** For a file that does not say its round itself; the wizard asks for it. */
function roundNamed(target: Record<string, string> | undefined): ImportContext['round'] {
  const number = Number(target?.round)
  if (!target?.round || !Number.isInteger(number) || !target.from || !target.to) return undefined
  const assessmentType = target.assessmentType === 'SA' || target.assessmentType === 'ETT' ? target.assessmentType : 'BA'
  return { number, assessmentType, from: target.from, to: target.to }
}
