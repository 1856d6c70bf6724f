/** An approved movement form becomes one movement; an edit that is approved later gives the same row new figures, never a twin. */
import { sql } from 'kysely'
import {
  type AnswersTree,
  audit,
  type Db,
  type House,
  insertRow,
  type Pack,
  type Refused,
  refuse,
  refused,
  type TakenRecord,
  type TakenSubmission,
  type Taker,
  updateRow,
} from '../../../kernel/index.ts'
import { codeIn, codesIn, countIn, textIn, turnsOf } from '../field/answers.ts'
import { MovementEvent } from './event.ts'

type Lists = Pack['codeLists']
const kinds = ['arrival', 'departure', 'return', 'transit'] as const
const confidences = ['high', 'medium', 'low'] as const

/** The finest area that was named; nothing named is not known. */
const finest = (tree: AnswersTree, page: string): string | null =>
  ['posto', 'district', 'province'].map((level) => textIn(tree, `${page}/${page}_${level}`)).find((named) => named !== null) ?? null

/** Pure: the same answers are always the same movement. Where it was seen is one of its ends, whichever the kind of movement says. */
function movementIn(tree: AnswersTree, lists: Lists) {
  const kind = kinds.find((each) => each === textIn(tree, 'what/kind')) ?? 'arrival'
  const place = finest(tree, 'seen')
  const other = finest(tree, 'other')
  const leaves = kind === 'departure'
  return {
    kind,
    place,
    from: leaves ? place : other,
    to: leaves ? other : kind === 'transit' ? finest(tree, 'onward') : place,
    values: {
      kind,
      reasons: codesIn(lists, 'reason', tree, 'what/reasons'),
      households: countIn(tree, 'size/households'),
      individuals: countIn(tree, 'size/individuals'),
      females: countIn(tree, 'size/females'),
      males: countIn(tree, 'size/males'),
      timesDisplaced: countIn(tree, 'size/times') || null,
      vulnerabilities: turnsOf(tree, 'vulnerable').flatMap((turn) => {
        const [code, individuals] = [codeIn(lists, 'vulnerability', turn, 'vulnerability'), countIn(turn, 'vulnerable_people')]
        return code && individuals ? [{ code, individuals }] : []
      }),
      transport: codeIn(lists, 'transport', tree, 'what/transport'),
      setting: codeIn(lists, 'setting', tree, 'size/setting'),
      informant: codeIn(lists, 'informantType', tree, 'source/informant'),
      confidence: confidences.find((each) => each === textIn(tree, 'source/confidence')) ?? null,
    },
  }
}

type Found = { id: string; pcode: string; scope: string }

async function take(db: Db, house: House, { root, id, answers, effectiveAt }: TakenSubmission): Promise<TakenRecord[] | Refused> {
  const { place, from, to, values } = movementIn(answers, house.pack.codeLists)
  const day = textIn(answers, 'what/day')
  const named = await db.rows<Found>(sql`
    select id, pcode, scope from places.place where pcode = any(${[place, from, to].filter((each) => each !== null)}::text[]) and valid_to is null`)
  const idOf = (pcode: string | null) => named.find((each) => each.pcode === pcode)?.id ?? null
  const seen = named.find(({ pcode }) => pcode === place)
  if (!seen || !day) return refused(refuse('movement.no-place', { place: place ?? '' }))
  // The district's own operation that is open; of several the newest, and an officer may move it.
  const operation = await db.one<{ id: string }>(sql`
    select id from displacement.operation where status = 'Active' and country_iso3 = ${house.pack.country.iso3}
    order by demonstration, started_on desc nulls last, recorded_at desc limit 1`)
  if (!operation) return refused(refuse('movement.no-operation'))
  const row = { ...values, withdrawnReason: null, day, effectiveAt, place: seen.id, fromPlace: idOf(from), toPlace: idOf(to) }
  const known = await db.one<{ id: string }>(sql`select id from displacement.movement_event where import_id = ${root} limit 1`)
  const written = known
    ? (await updateRow(db, MovementEvent, known.id, row))!
    : await insertRow(db, MovementEvent, { ...row, scope: seen.scope, importId: root, operation: operation.id })
  await audit(db, 'movement.taken', MovementEvent.name, written.id, { submission: id })
  return [{ record: MovementEvent.name, id: written.id, paths: { day: '/data/what/day', individuals: '/data/size/individuals' } }]
}

/** Withdrawn rather than removed, so that an alert that told of it stays explained; approving the form again counts it again. */
async function takeBack(db: Db, _house: House, { root }: Pick<TakenSubmission, 'root'>): Promise<null> {
  const known = await db.one<{ id: string }>(sql`select id from displacement.movement_event where import_id = ${root} and withdrawn_reason is null limit 1`)
  if (!known) return null
  await updateRow(db, MovementEvent, known.id, { withdrawnReason: 'O formulário já não está aprovado / The form is no longer approved' })
  await audit(db, 'movement.withdraw', MovementEvent.name, known.id)
  return null
}

export const movementTaker: Taker = {
  name: 'displacement.movement',
  about: { pt: 'Acompanhamento de eventos: um movimento', en: 'Event tracking: one movement' },
  take,
  takeBack,
}
