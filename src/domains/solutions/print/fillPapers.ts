/** What stands on each paper of durable solutions. */
import { sql } from 'kysely'
import { handOverNumber } from '../../../engines/cards/index.ts'
import { solutionCriteria } from '../../../engines/solutions/index.ts'
import type { Db, Language, House as Mission } from '../../../kernel/index.ts'
import { type Paper, printDate, printNumber, printSigned } from '../../../kernel/publishing.ts'
import { checklist } from '../houses/checklist.ts'
import type { Material } from '../houses/design.ts'
import type { HouseFile } from '../houses/readHouses.ts'
import type { LocalityNow } from '../localities/keepLocality.ts'
import type { ProgressNow } from '../progress/readProgress.ts'
import { handOverCode } from './handOverCode.ts'
import { type PrintWord, printWords } from './printWords.ts'

const heads = (lang: Language, ...names: PrintWord[]) => names.map((name) => ({ title: printWords[lang][name] }))
const word = (lang: Language, name: string): string => printWords[lang][name as PrintWord] ?? name
const aboutHouse = (house: HouseFile, lang: Language): [string, string][] => {
  const w = printWords[lang]
  return [
    [w.programme, house.programme],
    [w.place, house.placeName ?? house.place],
    [w.design, house.designName ?? w.unknown],
  ]
}

export async function inspectionPaper(mission: Mission, house: HouseFile, id: string, lang: Language): Promise<Paper | null> {
  const w = printWords[lang]
  const found = house.inspections.find((one) => one.id === id)
  if (!found) return null
  const labelOf = (code: string) => checklist[found.stage].find((item) => item.code === code)?.label[lang] ?? code
  const named = found.items.flatMap(({ code, photo }) => (photo && /^[0-9a-f]{64}$/.test(photo) ? [{ code, photo }] : []))
  const pictures = await Promise.all(named.map(async ({ code, photo }) => ({ alt: labelOf(code), content: await mission.files.get(photo) })))
  return {
    ...{ title: w.inspection, number: `${w.house} ${house.number} · ${word(lang, found.stage)}` },
    facts: [
      ...aboutHouse(house, lang),
      [w.day, printDate(found.seenOn, lang)],
      [w.by, found.by ?? w.unknown],
      [w.attempt, String(found.attempt)],
      [w.result, found.passed ? w.passed : w.failed],
    ],
    columns: [{ title: w.item, wide: true }, ...heads(lang, 'answer', 'note')],
    rows: found.items.map(({ code, vital, answer, note }) => [`${labelOf(code)}${vital ? ` (${w.vital})` : ''}`, word(lang, answer), note ?? '']),
    pictures: pictures.flatMap(({ alt, content }) => (content ? [{ alt, content }] : [])),
    signatures: [w.signEngineer],
  }
}

/** Null: the keys were not given. `site`: of the mission, as strangers reach it. */
export function handOverPaper(mission: Mission, house: HouseFile, { lang, site }: { lang: Language; site: string }): Paper | null {
  const w = printWords[lang]
  const { handOver, tenure } = house
  if (!handOver) return null
  const [land] = tenure
  const said = (yes: boolean) => (yes ? w.yes : w.no)
  return {
    ...{ title: w.handOver, number: `${w.house} ${house.number}` },
    facts: [
      ...aboutHouse(house, lang),
      [w.household, house.household ?? w.unknown],
      [w.day, printDate(handOver.on, lang)],
      [w.certificateNumber, handOverNumber(house.id)],
    ],
    columns: [{ title: w.given, wide: true }, { title: '' }],
    rows: [
      [w.keys, said(handOver.keys)],
      [w.leaflet, said(handOver.leaflet)],
      [w.complaintWay, said(handOver.complaintWay)],
      [w.right, word(lang, String(land?.kind ?? 'unknown'))],
      [w.bothSpouses, word(lang, String(land?.bothSpouses ?? 'unknown'))],
    ],
    notes: [w.handNote, w.codeNote],
    signatures: [w.signHousehold, w.signSpouse, w.signOffice],
    code: { text: `${site}/${lang}/certificates?code=${handOverCode(mission, house.id, handOver.on)}`, alt: w.codeNote },
  }
}

type Waiting = { code: string; houses: number; materials: Material[] }

export async function materialsPaper(db: Db, programme: string, lang: Language): Promise<Paper> {
  const w = printWords[lang]
  const designs = await db.rows<Waiting>(sql`
    select d.code || ' · ' || d.edition as code, count(*)::int as houses, d.materials from solutions.house h join solutions.house_design d on d.id = h.design
    where h.programme = ${programme} and h.state in ('selected', 'agreed_design') group by d.id order by d.code, d.edition`)
  const number = (value: number) => printNumber(value, lang)
  return {
    ...{ title: w.materials, number: programme, facts: [[w.houses, number(designs.reduce((sum, { houses }) => sum + houses, 0))]] },
    columns: [
      ...heads(lang, 'design'),
      { title: w.item, wide: true },
      { title: w.each, number: true },
      { title: w.houses, number: true },
      { title: w.quantity, number: true },
    ],
    rows: designs.flatMap(({ code, houses, materials }) =>
      materials.map(({ item, quantity }) => [code, item, number(quantity), number(houses), number(quantity * houses)]),
    ),
    notes: [w.materialsNote],
    signatures: [w.signOffice],
  }
}

export function localityPaper(locality: LocalityNow, lang: Language): Paper {
  const w = printWords[lang]
  const { score, hazards, minutes, landConflict } = locality
  const points = score.least === score.most ? printNumber(score.least, lang) : `${printNumber(score.least, lang)} – ${printNumber(score.most, lang)}`
  return {
    ...{ title: w.locality, number: locality.placeName ?? locality.place },
    facts: [
      [w.programme, locality.programme],
      [w.source, locality.criteriaSource],
      [w.score, points],
      [w.land, word(lang, landConflict)],
    ],
    columns: [{ title: w.criterion, wide: true }, { title: w.points, number: true }, ...heads(lang, 'answer', 'evidence')],
    rows: locality.criteria.map(({ code, points: each }) => {
      const given = locality.answers.find((one) => one.code === code)
      const answer = given?.answer === true ? w.yes : given?.answer === false ? w.no : (given?.answer ?? w.unknown)
      return [code, printNumber(each, lang), String(answer), given?.evidence ?? '']
    }),
    notes: [
      ...hazards.map(
        ({ kind, mitigation, districtSigned }) =>
          `${w.hazard}: ${word(lang, kind)}. ${mitigation && districtSigned ? `${mitigation} (${districtSigned})` : w.open}`,
      ),
      ...minutes.map(
        ({ on, with: side, present, words }) => `${w.minutes} ${word(lang, side)}, ${printDate(on, lang)}${present === null ? '' : ` (${present})`}: ${words}`,
      ),
    ],
    signatures: [w.signOffice, w.signDistrict],
  }
}

export async function householdsPaper(db: Db, programme: string, lang: Language): Promise<Paper> {
  const w = printWords[lang]
  const rows = await db.rows<{ household: string; number: string; place: string; state: string; modality: string; chosenBy: string }>(sql`
    select c.household, h.number, coalesce(p.name, h.place) as place, h.state, c.modality, c.chosen_by from solutions.beneficiary_case c
    join solutions.house h on h.kase = c.id left join places.place p on p.pcode = h.place where c.programme = ${programme} order by h.number`)
  return {
    ...{ title: w.households, number: programme, facts: [] },
    columns: [...heads(lang, 'household', 'house', 'place', 'state', 'modality'), { title: w.chosenBy, wide: true }],
    rows: rows.map((one) => [one.household, one.number, one.place, word(lang, one.state), word(lang, one.modality), one.chosenBy]),
  }
}

export async function tenurePaper(db: Db, programme: string, lang: Language): Promise<Paper> {
  const w = printWords[lang]
  const rows = await db.rows<{ kind: string | null; bothSpouses: string | null; document: string | null; conflict: string | null; houses: number }>(sql`
    select t.kind, t.both_spouses, t.document, t.conflict, count(*)::int as houses from solutions.house h
    left join lateral (select * from solutions.tenure where house = h.id order by checked_on desc, recorded_at desc limit 1) t on true
    where h.programme = ${programme} group by 1, 2, 3, 4 order by 5 desc, 1, 2, 3, 4`)
  const said = (name: string | null) => (name === null ? w.notAsked : word(lang, name))
  return {
    ...{ title: w.tenure, number: programme, facts: [] },
    columns: [{ title: w.right, wide: true }, ...heads(lang, 'bothSpouses', 'document', 'conflict'), { title: w.houseCount, number: true }],
    rows: rows.map((one) => [said(one.kind), said(one.bothSpouses), said(one.document), said(one.conflict), printNumber(one.houses, lang)]),
  }
}

export function progressPaper(survey: ProgressNow, lang: Language): Paper {
  const w = printWords[lang]
  const percent = (share: { yes: number; asked: number } | null) =>
    share ? `${printNumber((100 * share.yes) / share.asked, lang, 1)} % (${printNumber(share.asked, lang)})` : w.notAsked
  const points = (part: number) => printSigned(Math.round(part * 1000) / 10, lang)
  return {
    ...{ title: w.progress, number: survey.placeName ?? survey.place },
    facts: [
      [w.day, printDate(survey.asOf, lang)],
      [w.source, survey.source],
    ],
    columns: [
      { title: w.criterion, wide: true },
      { title: w.displaced, number: true },
      { title: w.hosts, number: true },
      { title: w.gap, number: true },
    ],
    rows: solutionCriteria.map((criterion) => {
      const { displaced, hosts, gap } = survey.criteria.find((one) => one.criterion === criterion)!
      const between = gap ? `${points(gap.gap)} (${points(gap.interval.low)} ; ${points(gap.interval.high)})` : displaced ? w.noHosts : w.notAsked
      return [word(lang, criterion), percent(displaced), percent(hosts), between]
    }),
    notes: [w.both],
  }
}
