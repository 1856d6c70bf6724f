/**
 * What happens behind the receipt, without anybody waiting: a form is looked over again, lists and records take what they take at receipt. A submission waits
 * while `checkedAt` is empty; what a killed process left is simply still waiting. Nothing here can lose or refuse an answer: whatever fails is a finding.
 */
import { sql } from 'kysely'
import { theSystem } from '../access/actor.ts'
import { act, type Db, isRefused, type Refused, read } from '../db/transaction.ts'
import type { House } from '../house.ts'
import { circumstances, type Waiting } from './checks/circumstances.ts'
import { typedFindings } from './checks/typedChecks.ts'
import type { FoundFinding } from './engine/compareDocuments.ts'
import { type FormEngine, openFormEngine } from './engine/formEngine.ts'
import { recheck } from './engine/recheck.ts'
import { takeItems } from './lists/takeItems.ts'
import { questionsOf } from './questionTable.ts'
import { rowsOfInstance } from './review/currentAnswers.ts'
import { takeRecords } from './review/takeRecords.ts'
import { closeFacts } from './sealedContent.ts'

type Next = Waiting & { formVersion: string; takenAt: string | null; author: string | null }

const batch = 20

const waitingNow = (db: Db) =>
  db.rows<Next>(sql`
    select st.id as standing, st.submission, st.current, st.form, f.checks, f.place_question, f.taken_at, s.elapsed_ms, s.payload_hash, s.form_version, s.recorded_by as author
    from forms.standing st join forms.submission s on s.id = st.current join forms.form f on f.id = st.form
    where st.checked_at is null and st.state <> 'withdrawn' order by s.server_seq limit ${batch}`)

const refusedAs = (house: House, code: string, { refused }: Refused): FoundFinding => ({
  path: '',
  code,
  severity: 'error',
  facts: { problem: house.catalogue.sentence(refused[0]!, 'pt'), problemEn: house.catalogue.sentence(refused[0]!, 'en') },
})

/** Each in a transaction of its own: a list that cannot take its item holds back neither the records nor the findings. */
async function effects(house: House, next: Next): Promise<FoundFinding[]> {
  const author = { ...theSystem, userId: next.author }
  const found: FoundFinding[] = []
  const items = await act(house.doors, author, (db) => takeItems(house, db, next.current, 'receipt'))
  if (isRefused(items)) found.push(refusedAs(house, 'forms.list-not-changed', items))
  if (next.takenAt !== 'receipt') return found
  const records = await act<unknown>(house.doors, author, (db) => takeRecords(house, db, next))
  if (isRefused(records)) found.push(refusedAs(house, 'forms.not-taken', records))
  return found
}

async function look(house: House, engine: FormEngine, next: Next): Promise<FoundFinding[]> {
  const answered = await read(house.doors, theSystem, async (db) => ({
    questions: await questionsOf(house, db, next.formVersion),
    rows: await rowsOfInstance(house, db, next.current),
  }))
  const { findings, asked } = await recheck(house, engine, next.current)
  const more = await read(house.doors, theSystem, (db) => circumstances(house, db, next, answered.questions, answered.rows))
  return [...findings, ...typedFindings(answered.questions, answered.rows, !asked), ...more]
}

async function keep(house: House, next: Next, findings: readonly FoundFinding[]): Promise<boolean> {
  const kept = await act(house.doors, theSystem, async (db) => {
    // Edited meanwhile, or done by another process: whoever holds it goes on with it.
    const held = await db.one<{ scope: string; class: number }>(sql`
      select scope, class from forms.standing where id = ${next.standing} and current = ${next.current} and checked_at is null for update skip locked`)
    if (!held) return false
    const kept = await closeFacts(house, db, next.current, findings)
    if (kept.length > 0)
      await db.run(sql`
        insert into forms.finding (scope, class, submission, path, code, severity, facts, state)
        select ${held.scope}, ${held.class}, ${next.current}, n.path, n.code, n.severity, n.facts, 'open'
        from jsonb_to_recordset(${JSON.stringify(kept)}::jsonb) as n(path text, code text, severity text, facts jsonb)
        on conflict (submission, path, code) do nothing`)
    await db.run(sql`
      update forms.standing set checked_at = now(), version = version + 1,
        open_findings = (select count(*) from forms.finding g where g.submission = ${next.current} and g.state = 'open' and g.severity <> 'note')
      where id = ${next.standing}`)
    await db.run(sql`insert into kernel.change (topic, record_id, scope, class) values ('submission', ${next.submission}, ${held.scope}, ${held.class})`)
    return true
  })
  return kept === true
}

/** How many were looked over. */
export async function lookOver(house: House, engine: FormEngine): Promise<number> {
  const waiting = await read(house.doors, theSystem, waitingNow)
  let done = 0
  for (const next of waiting) {
    const findings = await effects(house, next)
    findings.push(...(await look(house, engine, next)))
    if (await keep(house, next, findings)) done++
  }
  return done
}

const pauseMs = 2000

/** Looks every two seconds, and without a pause while there is work. */
export function startLookingOver(house: House): { stop(): Promise<void> } {
  const engine = openFormEngine()
  let stopped = false
  let wake = () => {}
  const run = async () => {
    while (!stopped) {
      const done = await lookOver(house, engine).catch((error: Error) => {
        house.log.error({ error: { name: error.name, message: error.message } }, 'looking over submissions')
        return 0
      })
      if (done === 0 && !stopped)
        await new Promise<void>((resolve) => {
          wake = resolve
          setTimeout(resolve, pauseMs).unref()
        })
    }
  }
  const running = run()
  return {
    async stop() {
      stopped = true
      wake()
      await running
      await engine.close()
    },
  }
}
