/**
 * A partner's list of houses, each line with its stage. Lines that are not handed over are kept at their stage and named, never counted as houses; a list without a
 * column of stages is not guessed at (specification, 7 and 9.5).
 */
import { sql } from 'kysely'
import { audit, type Db, insertRow, plainWords, type Refused, refuse, refused, updateRow } from '../../../kernel/index.ts'
import { type Cell, readTabular } from '../../../kernel/tables.ts'
import { houseStates } from './house.ts'
import { PartnerHouse, PartnerLine } from './partnerHouse.ts'

type Stage = (typeof houseStates)[number]
export type TakenList = {
  lines: number
  houses: number
  notYet: { line: number; code: string; stage: Stage }[]
  aside: { line: number; code: string; words: 'code' | 'place' | 'stage' }[]
}

/** Headings as partners write them, lower case and without marks. */
const headings = {
  code: ['code', 'codigo', 'house', 'casa', 'id', 'house code', 'codigo da casa'],
  place: ['place', 'lugar', 'pcode', 'p-code', 'locality', 'localidade'],
  stage: ['stage', 'fase', 'estado', 'status'],
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

const plain = (cell: Cell): string => plainWords(String(cell === null || typeof cell === 'object' ? '' : cell)).trim()

function stageOf(cell: Cell): Stage | null {
  const word = plain(cell)
  const code = word.replaceAll(' ', '_')
  return houseStates.find((stage) => stage === code) ?? houseStates.find((stage) => stageWords[stage]?.includes(word)) ?? null
}

export async function takePartnerList(db: Db, given: { organisation: string; reportedOn: string; name: string; bytes: Buffer }): Promise<TakenList | Refused> {
  const file = await readTabular({ name: given.name, bytes: given.bytes })
  if ('code' in file) return { refused: [file] }
  const sheet = file.sheets.find(({ hidden, rows }) => !hidden && rows.length > 0)
  if (!sheet) return refused(refuse('house.list-empty'))
  const at = (names: readonly string[]) => sheet.columns.find(({ name }) => names.includes(plain(name)))?.index
  const [code, place, stage] = [at(headings.code), at(headings.place), at(headings.stage)]
  if (stage === undefined) return refused(refuse('house.stage-column-missing'))
  if (code === undefined || place === undefined) return refused(refuse('house.list-columns'))
  const known = new Set((await db.rows<{ pcode: string }>(sql`select pcode from places.place`)).map(({ pcode }) => pcode))
  const taken: TakenList = { lines: 0, houses: 0, notYet: [], aside: [] }
  for (const { line, cells } of sheet.rows) {
    const [own, pcode, reached] = [String(cells[code] ?? '').trim(), String(cells[place] ?? '').trim(), stageOf(cells[stage] ?? null)]
    taken.lines++
    const wrong = !own ? 'code' : !known.has(pcode) ? 'place' : !reached ? 'stage' : null
    if (wrong) {
      taken.aside.push({ line, code: own, words: wrong })
      await keepAside(db, given, { line, code: own || null, place: pcode || null, stage: String(cells[stage] ?? '').trim() || null, why: wrong })
      continue
    }
    await keepLine(db, { organisation: given.organisation, code: own, place: pcode, stage: reached!, reportedOn: given.reportedOn })
    if (reached === 'handed_over' || reached === 'checked_12m') taken.houses++
    else taken.notYet.push({ line, code: own, stage: reached! })
  }
  await audit(db, 'house.partner-list', PartnerHouse.name, given.organisation, { lines: taken.lines, houses: taken.houses })
  return taken
}

/** As it was written, for the partner to mend; the same list again changes nothing. */
async function keepAside(
  db: Db,
  { organisation, reportedOn }: { organisation: string; reportedOn: string },
  aside: { line: number; code: string | null; place: string | null; stage: string | null; why: 'code' | 'place' | 'stage' },
): Promise<void> {
  const there = await db.one(sql`
    select 1 from solutions.partner_line where organisation = ${organisation}::uuid and reported_on = ${reportedOn}::date and line = ${aside.line}`)
  const scope = db.actor.areas.find((area) => area !== '*') ?? 'MZ'
  if (!there) await insertRow(db, PartnerLine, { scope, organisation, reportedOn, ...aside })
}

type Line = { organisation: string; code: string; place: string; stage: Stage; reportedOn: string }

async function keepLine(db: Db, line: Line): Promise<void> {
  const there = await db.one<{ id: string }>(
    sql`select id from solutions.partner_house where organisation = ${line.organisation}::uuid and code = ${line.code}`,
  )
  if (there) await updateRow(db, PartnerHouse, there.id, { stage: line.stage, place: line.place, reportedOn: line.reportedOn })
  else await insertRow(db, PartnerHouse, { scope: line.place, ...line })
}
