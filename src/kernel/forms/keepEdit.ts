/** An instance that replaces another one: only by who wrote it or by who corrects data in its area, and only of the current one. */
import { sql } from 'kysely'
import { covers } from '../access/actor.ts'
import { read } from '../db/transaction.ts'
import { type Arrival, onBehalfOf } from './arrival.ts'
import type { Replacing } from './keepFirst.ts'

type Base = { id: string; scope: string; recordedBy: string | null; root: string; standing: string; current: string; state: string }

export type EditObstacle = 'edit-of-unknown' | 'edit-not-allowed' | 'edit-of-superseded'

/** What is replaced, or why it may not be; the instance that is replaced lends its files to the new one where names are the same. */
export async function replacedBy(
  arrival: Arrival,
  replaces: string,
): Promise<{ replacing: Replacing; sibling: string } | { obstacle: EditObstacle; sibling: string | null }> {
  const { house, actor, form } = arrival
  return read(house.doors, onBehalfOf(actor), async (db) => {
    const base = await db.one<Base>(sql`
      select s.id, s.scope, s.recorded_by, st.submission as root, st.id as standing, st.current, st.state
      from forms.submission s join forms.standing st on st.submission = coalesce(s.root, s.id)
      where s.form = ${form.form} and s.instance_id = ${replaces}`)
    if (!base || base.state === 'withdrawn') return { obstacle: 'edit-of-unknown', sibling: base?.id ?? null }
    const own = actor.userId !== null && base.recordedBy === actor.userId
    const corrects = (actor.roles.includes('dataOfficer') || actor.roles.includes('coordinator')) && covers(actor, base.scope)
    if (!own && !corrects) return { obstacle: 'edit-not-allowed', sibling: base.id }
    if (base.current !== base.id) return { obstacle: 'edit-of-superseded', sibling: base.id }
    const files = await db.rows<{ name: string; sha256: string; bytes: number | null }>(sql`
      select name, sha256, bytes from forms.submission_file where submission = ${base.id} and sha256 is not null order by ordinal`)
    for (const file of arrival.declared) {
      const carried = file.announced === null ? files.find(({ name }) => name === file.name) : undefined
      if (carried) Object.assign(file, { announced: carried.sha256, sha256: carried.sha256, bytes: carried.bytes })
    }
    return { replacing: { base: base.id, root: base.root, standing: base.standing }, sibling: base.id }
  })
}
