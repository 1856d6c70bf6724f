/** Where one submission stands, found and held: of two people who decide at once, the second waits and meets what the first decided. */
import { sql } from 'kysely'
import { canUpdate, readableRows } from '../../access/rules.ts'
import { type Db, isRefused, type Refused, refused } from '../../db/transaction.ts'
import { isId, type RowOf } from '../../record/record.ts'
import { updateRow } from '../../record/store.ts'
import { refuse } from '../../refusal.ts'
import { mayOpenSealed } from '../sealedContent.ts'
import { Standing } from '../submission.ts'

export type StandingRow = RowOf<typeof Standing>

/** `submission` is its first instance. */
export async function standingOf(db: Db, submission: string): Promise<StandingRow | Refused> {
  const readable = readableRows(db.actor, Standing)
  if (!readable || !isId(submission)) return refused(refuse('access.not-found'))
  return (
    (await db.one<StandingRow>(sql`select r.* from forms.standing r where r.submission = ${submission} and ${readable}`)) ?? refused(refuse('access.not-found'))
  )
}

export async function heldStanding(db: Db, submission: string): Promise<StandingRow | Refused> {
  if (!canUpdate(db.actor, Standing)) return refused(refuse('access.not-allowed', { deed: 'review', record: Standing.name }))
  if (isId(submission)) await db.rows(sql`select 1 from forms.standing where submission = ${submission} for update`)
  const standing = await standingOf(db, submission)
  if (isRefused(standing) || mayOpenSealed(db.actor)) return standing
  const sealed = await db.one(sql`select 1 from forms.form where id = ${standing.form} and sealed`)
  return sealed ? refused(refuse('forms.sealed-for-registrars')) : standing
}

export const changeStanding = (db: Db, standing: StandingRow, values: Partial<StandingRow>) => updateRow(db, Standing, standing.id, values)

/** Counts anew what is still to be answered about the current instance. */
export const countOpen = (db: Db, standing: StandingRow) =>
  db.run(sql`
    update forms.standing set version = version + 1,
      open_findings = (select count(*) from forms.finding f where f.submission = ${standing.current} and f.state = 'open' and f.severity <> 'note')
    where id = ${standing.id}`)

/** Phones and desks that follow submissions learn that this one has changed. */
export const tellChange = (db: Db, standing: StandingRow) =>
  db.run(sql`insert into kernel.change (topic, record_id, scope, class) values ('submission', ${standing.submission}, ${standing.scope}, ${standing.class})`)
