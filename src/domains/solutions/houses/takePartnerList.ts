/**
 * A partner's list of houses, each line with its stage. Lines that are not handed over are kept at their stage and named, never counted as houses; a list without a
 * column of stages is not guessed at (specification, 7 and 9.5).
 */
import { sql } from 'kysely'
import { audit, type Db, homeOf, insertRow, type House as Mission, plainWords, type Refused, refuse, refused, updateRow } from '../../../kernel/index.ts'
import { type Cell, columnsNamed, readTabular, textOf } from '../../../kernel/tables.ts'
import { houseStates } from './house.ts'
import { PartnerHouse, PartnerLine, type PartnerLineRow } from './partnerHouse.ts'

type Stage = (typeof houseStates)[number]
export type TakenList = {
  lines: number
  houses: number
  notYet: { line: number; code: string; stage: Stage }[]
  aside: { line: number; code: string; words: 'code' | 'place' | 'stage' }[]
}

/** Headings as partners write them. */
const headings = {
  code: /^(code|c[oó]digo( da casa)?|house( code)?|casa|id)$/i,
  place: /^(place|lugar|p-?code|locality|localidade)$/i,
  stage: /^(stage|fase|estado|status)$/i,
}
const stageWords: Partial<Record<Stage, string[]>> = {
  handed_over: ['handed over', 'entregue', 'completed', 'concluida', 'complete'],
  foundation: ['foundation', 'foundations', 'fundacao', 'fundacoes', 'alicerce'],
  frame: ['frame', 'walls', 'estrutura', 'paredes'],
  roof: ['roof', 'roofing', 'telhado', 'cobertura'],
  finished: ['finishing', 'acabamentos', 'acabada'],
  inspected: ['inspected', 'inspeccionada', 'inspecionada'],
  selected: ['selected', 'seleccionada', 'selecionada', 'planned', 'planeada'],
}

/** At most as much as the record takes. */
const asWritten = (cell: Cell | undefined): string | null => textOf(cell).slice(0, 200) || null

function stageOf(cell: Cell): Stage | null {
  const word = plainWords(textOf(cell))
  const code = word.replaceAll(' ', '_')
  return houseStates.find((stage) => stage === code) ?? houseStates.find((stage) => stageWords[stage]?.includes(word)) ?? null
}

type Given = { organisation: string; reportedOn: string; name: string; bytes: Buffer }

export async function takePartnerList(db: Db, mission: Mission, given: Given): Promise<TakenList | Refused> {
  const file = await readTabular({ name: given.name, bytes: given.bytes })
  if ('code' in file) return { refused: [file] }
  const sheet = file.sheets.find(({ hidden, rows }) => !hidden && rows.length > 0)
  if (!sheet) return refused(refuse('house.list-empty'))
  const { code, place, stage } = columnsNamed(sheet.columns, headings)
  if (stage === undefined) return refused(refuse('house.stage-column-missing'))
  if (code === undefined || place === undefined) return refused(refuse('house.list-columns'))
  const known = new Set((await db.rows<{ pcode: string }>(sql`select pcode from places.place`)).map(({ pcode }) => pcode))
  const { organisation, reportedOn } = given
  // The same list brought twice at once: the second waits and finds what the first wrote.
  await db.rows(sql`select pg_advisory_xact_lock(hashtext(${`partner list ${organisation}`}))`)
  const taken: TakenList = { lines: 0, houses: 0, notYet: [], aside: [] }
  for (const { line, cells } of sheet.rows) {
    const [own, pcode, reached] = [textOf(cells[code]), textOf(cells[place]), stageOf(cells[stage] ?? null)]
    taken.lines++
    const wrong = !own ? 'code' : !known.has(pcode) ? 'place' : !reached ? 'stage' : null
    if (wrong) {
      taken.aside.push({ line, code: own, words: wrong })
      const written = { code: asWritten(cells[code]), place: asWritten(cells[place]), stage: asWritten(cells[stage]) }
      await keepAside(db, { scope: homeOf(mission, db.actor), organisation, reportedOn, line, ...written, why: wrong })
      continue
    }
    await keepLine(db, { organisation, code: own, place: pcode, stage: reached!, reportedOn })
    if (reached === 'handed_over' || reached === 'checked_12m') taken.houses++
    else taken.notYet.push({ line, code: own, stage: reached! })
  }
  await audit(db, 'house.partner-list', PartnerHouse.name, organisation, { lines: taken.lines, houses: taken.houses })
  return taken
}

type Aside = Pick<PartnerLineRow, 'scope' | 'organisation' | 'reportedOn' | 'line' | 'code' | 'place' | 'stage' | 'why'>

/** As it was written, for the partner to mend; the same list again changes nothing, and another line at the same place stands beside the first. */
async function keepAside(db: Db, aside: Aside): Promise<void> {
  const { organisation, reportedOn, line, code, place, stage } = aside
  const there = await db.one(sql`
    select 1 from solutions.partner_line where organisation = ${organisation}::uuid and reported_on = ${reportedOn}::date and line = ${line}
      and (code, place, stage) is not distinct from (${code}::text, ${place}::text, ${stage}::text)`)
  if (!there) await insertRow(db, PartnerLine, aside)
}

type Line = { organisation: string; code: string; place: string; stage: Stage; reportedOn: string }

async function keepLine(db: Db, line: Line): Promise<void> {
  const there = await db.one<{ id: string }>(
    sql`select id from solutions.partner_house where organisation = ${line.organisation}::uuid and code = ${line.code}`,
  )
  if (there) await updateRow(db, PartnerHouse, there.id, { stage: line.stage, place: line.place, reportedOn: line.reportedOn })
  else await insertRow(db, PartnerHouse, { scope: line.place, ...line })
}
