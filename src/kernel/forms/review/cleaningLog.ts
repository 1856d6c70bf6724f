/** The cleaning log in the layout that cleaning teams use, line by line: what was asked, what it was, what it became, and why. It replays (engines/cleaning). */
import { PassThrough } from 'node:stream'
import { sql } from 'kysely'
import type { Actor } from '../../access/actor.ts'
import { readableRows } from '../../access/rules.ts'
import { read } from '../../db/transaction.ts'
import type { House } from '../../house.ts'
import type { Content } from '../../http/route.ts'
import { type OutColumn, writeCsv } from '../../import/writeTable.ts'
import { AnswerCorrection } from '../answer.ts'
import { asText } from '../export/cells.ts'
import type { FormShape } from '../questionTable.ts'

const headers = ['uuid', 'question', 'issue', 'old_value', 'new_value', 'change_type', 'reason', 'turn', 'rule', 'changed_by', 'changed_at']
const columns: OutColumn[] = headers.map((name) => ({ name, labels: { pt: name, en: name }, kind: 'text' }))
const pageSize = 1000

type Line = {
  id: string
  at: string
  uuid: string
  path: string
  turn: number
  issue: string | null
  before: unknown
  after: unknown
  changeType: string
  reason: string
  rule: string | null
  by: string | null
}

async function* linesOf(house: House, actor: Actor, { id, tables }: FormShape) {
  const questions = new Map(tables.flatMap((table) => table.questions.map((question) => [question.path, question])))
  let after: Line | undefined
  for (;;) {
    const readable = readableRows(actor, AnswerCorrection)
    const page: Line[] = readable
      ? await read(house.doors, actor, (db) =>
          db.rows<Line>(sql`
            select r.id, date_trunc('milliseconds', r.recorded_at) as at, coalesce(f.instance_id, s.instance_id) as uuid, r.path, r.turn, r.issue, r.before, r.after, r.change_type,
              r.reason, r.rule, (select p.name from kernel.person p where p.id = r.recorded_by) as by
            from forms.correction r join forms.submission s on s.id = r.submission left join forms.submission f on f.id = s.root
            where s.form = ${id} and ${readable} and ${after ? sql`(date_trunc('milliseconds', r.recorded_at), r.id) > (${after.at}::timestamptz, ${after.id}::uuid)` : sql`true`}
            order by date_trunc('milliseconds', r.recorded_at), r.id limit ${pageSize}`),
        )
      : []
    for (const line of page) {
      const question = questions.get(line.path)
      yield [
        line.uuid.replace(/^uuid:/, ''),
        question?.key ?? line.path,
        line.issue ?? '',
        asText(line.before),
        line.changeType === 'change_response' ? asText(line.after) : '',
        line.changeType,
        line.reason,
        line.turn === 0 ? '' : line.turn,
        line.rule ?? '',
        line.by ?? '',
        line.at,
      ]
    }
    if (page.length < pageSize) return
    after = page.at(-1)
  }
}

export function cleaningLog(house: House, actor: Actor, shape: FormShape): Content {
  const out = new PassThrough()
  writeCsv({ title: shape.code, columns, language: 'en', rows: linesOf(house, actor, shape) }, out).catch((error: Error) => out.destroy(error))
  return { content: out, type: 'text/csv; charset=utf-8', name: `${shape.code}-cleaning-log.csv` }
}
