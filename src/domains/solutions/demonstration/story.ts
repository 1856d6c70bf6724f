/** Invented durable solutions for the demonstration mission: two localities and houses at every stage of building, so that whoever signs in finds work of his own part. */
import { type RawBuilder, sql } from 'kysely'
import { buildingStages } from '../../../engines/solutions/index.ts'
import { act, insertRow, isRefused, type House as Mission, theSystem } from '../../../kernel/index.ts'
import { checklist } from '../houses/checklist.ts'
import { HouseDesign } from '../houses/design.ts'
import { BeneficiaryCase, House } from '../houses/house.ts'
import { Inspection } from '../houses/inspection.ts'
import { LocalitySelection } from '../localities/locality.ts'

const programme = 'Metuge (demonstração)'
const source = 'Inventado · invented'
const places = ['MZ010901', 'MZ010902'] as const
const stages = ['selected', 'agreed_design', 'materials_delivered', 'foundation', 'frame', 'roof', 'finished', 'inspected', 'handed_over'] as const

const criteria = [
  { kind: 'yes' as const, code: 'water', points: 3 },
  { kind: 'yes' as const, code: 'school', points: 2 },
  { kind: 'yes' as const, code: 'road', points: 2 },
]
const answersOf = (isFirst: boolean) => [
  ...[
    { code: 'water', answer: true, evidence: 'Furo visto (inventado)' },
    { code: 'school', answer: isFirst, evidence: null },
  ],
  // Nobody has looked: unknown is neither yes nor no.
  { code: 'road', answer: isFirst ? true : null, evidence: null },
]

/** As the mission: a demonstration that the database refuses is a fault of the demonstration. */
export async function loadSolutionsStory(mission: Mission): Promise<void> {
  const written = await act(mission.doors, theSystem, async (db) => {
    for (const [n, place] of places.entries())
      await insertRow(db, LocalitySelection, {
        ...{
          scope: place,
          programme,
          place,
          choice: 1,
          criteria,
          criteriaSource: source,
          answers: answersOf(n === 0),
          landConflict: n === 0 ? 'no' : 'unknown',
        },
        hazards: n === 0 ? [] : [{ kind: 'flood', mitigation: null, districtSigned: null }],
        ...{ minutes: [], state: n === 0 ? ('scored' as const) : ('proposed' as const) },
      })
    const { id: design } = await insertRow(db, HouseDesign, {
      ...{
        scope: mission.pack.country.pcode,
        code: 'DEMO-CASA',
        edition: 1,
        name: { pt: 'Casa de dois quartos', en: 'House of two rooms' },
        areaM2: 24,
        rooms: 2,
      },
      ...{ materials: [{ item: 'DEMO-BAMBU', quantity: 100 }], hazardFeatures: ['bracing', 'roof_fixing'], sessions: source },
    })
    for (const [n, state] of stages.entries()) {
      const place = places[n % 2]!
      const about = { programme, household: `DEMO-${n + 1}`, chosenBy: source, modality: 'in_kind' as const }
      const kase = await insertRow(db, BeneficiaryCase, { scope: place, class: 3, ...about })
      const handOver = state === 'handed_over' ? { on: new Date().toISOString().slice(0, 10), keys: true, leaflet: true, complaintWay: true } : null
      const house = await insertRow(db, House, {
        ...{ scope: place, kase: kase.id, programme, number: `DEMO-${n + 1}`, place, design: state === 'selected' ? null : design, state, handOver },
      })
      // A stage is passed once the next one has begun.
      for (const stage of buildingStages.filter((each) => stages.indexOf(each) < n)) {
        const items = checklist[stage].map(({ code, vital }) => ({ code, vital, answer: 'pass' as const, note: null, photo: null }))
        await insertRow(db, Inspection, { scope: place, house: house.id, stage, attempt: 1, items, seenOn: '2026-01-15', passed: true })
      }
    }
    return { houses: stages.length }
  })
  if (isRefused(written)) throw new Error(`demonstration: ${written.refused.map(({ code }) => code).join(', ')}`)
}

const houses = sql`select id from solutions.house where programme = ${programme}`

/** With all that somebody wrote about these houses while trying things out. */
export const solutionsGone: readonly RawBuilder<unknown>[] = [
  ...['year_check', 'tranche', 'tenure', 'defect', 'inspection'].map((table) => sql`delete from ${sql.table(`solutions.${table}`)} where house in (${houses})`),
  sql`delete from solutions.house where programme = ${programme}`,
  sql`delete from solutions.beneficiary_case where programme = ${programme}`,
  sql`delete from solutions.design_release where design in (select id from solutions.house_design where code = 'DEMO-CASA')`,
  sql`delete from solutions.drawing where design in (select id from solutions.house_design where code = 'DEMO-CASA')`,
  sql`delete from solutions.house_design where code = 'DEMO-CASA'`,
  sql`delete from solutions.locality_selection where programme = ${programme}`,
]
