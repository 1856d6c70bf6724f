/**
 * Phones and their keys: made in the office with an area, days and a project, shown once as two QR codes (one for ODK Collect and KoboCollect, one for the
 * field app), listed with what they have announced and what never came, and revoked one by one.
 */
import { deflateSync } from 'node:zlib'
import { sql } from 'kysely'
import QRCode from 'qrcode'
import { type Actor, covers } from '../access/actor.ts'
import { forgetKeys } from '../access/deviceKeys.ts'
import { hashOfSecret, newSecret } from '../access/secrets.ts'
import { audit } from '../audit/audit.ts'
import { act, asOwner, type Db, type Refused, refused } from '../db/transaction.ts'
import type { House } from '../house.ts'
import { insertRow, updateRow } from '../record/store.ts'
import { refuse } from '../refusal.ts'
import { homeOf } from './arrival.ts'
import { Assignment, Device } from './fieldKey.ts'

export type NewDevice = {
  /** Number of the project. */
  project: number
  label: string
  person: string | null
  areas: string[]
  days: number
  /** Which forms it may fill; none named: every form of the project. */
  forms?: string[]
}

export type Codes = { settings: string; enrolment: string; key: string; addresses: { collect: string; field: string } }

/** What ODK Collect reads: base64 of zlib-compressed JSON. */
export function collectSettings(server: string, project: { name: string; training: boolean }): string {
  const settings = {
    general: { server_url: server, form_update_mode: 'match_exactly', autosend: 'wifi_and_cellular', delete_send: false },
    project: { name: project.name, icon: project.training ? '🎓' : '📋', color: project.training ? '#b45309' : '#0f5c8c' },
    admin: {},
  }
  return deflateSync(Buffer.from(JSON.stringify(settings), 'utf8')).toString('base64')
}

/** What our own field app reads: everything behind the `#`, so that no server on the way sees the key; and the receipt key, so that no other can sign for us. */
function enrolmentAddress(house: House, address: string, key: string, project: number, label: string): string {
  const { x, y } = house.keyring.receiptKey.jwk
  const said = { a: address, k: key, p: project, r: { x, y }, n: label }
  return `${address}/field/#${Buffer.from(JSON.stringify(said), 'utf8').toString('base64url')}`
}

const image = (text: string) => QRCode.toDataURL(text, { errorCorrectionLevel: 'L', margin: 2, scale: 6 })

async function codesOf(
  house: House,
  address: string,
  key: string,
  project: { number: number; name: string; training: boolean },
  label: string,
): Promise<Codes> {
  const collect = `${address}/v1/key/${key}/projects/${project.number}`
  const field = enrolmentAddress(house, address, key, project.number, label)
  return { key, addresses: { collect, field }, settings: await image(collectSettings(collect, project)), enrolment: await image(field) }
}

type ProjectRow = { id: string; number: number; name: string; training: boolean }

const projectOf = (db: Db, number: number) => db.one<ProjectRow>(sql`select id, number, name, training from forms.project where number = ${number}`)

export type MadeDevice = { id: string; label: string; expiresAt: string } & Codes

export async function makeDevice(house: House, actor: Actor, address: string, wanted: NewDevice): Promise<MadeDevice | Refused> {
  const wider = wanted.areas.filter((area) => (area === '*' ? !actor.areas.includes('*') : !covers(actor, area)))
  if (wider.length > 0 || wanted.areas.length === 0) return refused(refuse('forms.device-too-wide', { areas: wider }))
  const key = `dev_${newSecret()}`
  const made = await act(house.doors, actor, async (db) => {
    const project = await projectOf(db, wanted.project)
    if (!project) return refused(refuse('access.not-found'))
    const device = await insertRow(db, Device, {
      scope: homeOf(house, wanted),
      project: project.id,
      label: wanted.label,
      kind: wanted.person ? 'person' : 'shared',
      person: wanted.person,
      areas: wanted.areas,
      expiresAt: new Date(Date.now() + wanted.days * 86_400_000).toISOString(),
      announcedSeq: 0,
    })
    const target = { scope: device.scope, ofProject: project.id, targetKind: 'device' as const, target: device.id }
    for (const ofForm of wanted.forms ?? [null]) await insertRow(db, Assignment, { ...target, ofForm })
    await audit(db, 'device.make', 'forms.device', device.id, { areas: wanted.areas, days: wanted.days })
    return { device, project }
  })
  if ('refused' in made) return made
  const { device, project } = made
  await asOwner(house.doors).run(sql`insert into kernel.device_secret (hash, device) values (${hashOfSecret(key)}, ${device.id})`)
  return { id: device.id, label: device.label, expiresAt: device.expiresAt, ...(await codesOf(house, address, key, project, device.label)) }
}

export async function revokeDevice(house: House, actor: Actor, id: string): Promise<{ id: string } | Refused> {
  const revoked = await act(house.doors, actor, async (db) => {
    const known = await db.one<{ id: string; revokedAt: string | null }>(sql`select id, revoked_at from forms.device where id::text = ${id} for update`)
    if (!known) return refused(refuse('access.not-found'))
    if (known.revokedAt) return { id }
    await updateRow(db, Device, known.id, { revokedAt: new Date().toISOString(), revokedBy: actor.userId })
    await audit(db, 'device.revoke', 'forms.device', known.id)
    return { id }
  })
  forgetKeys(house.doors)
  return revoked
}

/** A phone that moves to another area forgets what it may no longer hold, after it has sent its own work. */
export async function moveDevice(house: House, actor: Actor, id: string, areas: string[]): Promise<{ id: string } | Refused> {
  const moved = await act(house.doors, actor, async (db) => {
    const wider = areas.filter((area) => (area === '*' ? !actor.areas.includes('*') : !covers(actor, area)))
    if (wider.length > 0 || areas.length === 0) return refused(refuse('forms.device-too-wide', { areas: wider }))
    const known = await db.one<{ id: string }>(sql`select id from forms.device where id::text = ${id} for update`)
    if (!known) return refused(refuse('access.not-found'))
    await updateRow(db, Device, known.id, { areas, scope: homeOf(house, { areas }) })
    await db.run(sql`insert into kernel.device_order (device, kind, topic) values (${known.id}, 'purge', 'lists')`)
    await audit(db, 'device.move', 'forms.device', known.id, { areas })
    return { id }
  })
  forgetKeys(house.doors)
  return moved
}

/** Numbers that the phone says it gave and that never came; the beginning of a long list is enough to act on. */
export const gapsOf = (db: Db, device: string, announced: number): Promise<number[]> =>
  db
    .rows<{ n: number }>(sql`
      select n from generate_series(1, ${Math.min(announced, 100_000)}::int) n
      where not exists (select 1 from forms.submission s where s.device = ${device} and s.device_seq = n)
        and not exists (select 1 from forms.quarantine q where q.device = ${device} and q.device_seq = n) order by n limit 200`)
    .then((rows) => rows.map(({ n }) => n))

const daysToConfirm = 3

export const listDevices = (db: Db) =>
  db.rows(sql`
    select d.id, d.label, d.kind, d.person, p.name as person_name, j.number as project, d.areas, d.expires_at, d.last_used_at, d.revoked_at, d.skew_seconds,
      d.persistent_storage, d.client, d.announced_seq as announced,
      (select count(*)::int from forms.submission s where s.device = d.id) as arrived,
      greatest(d.announced_seq - (select count(*)::int from forms.submission s where s.device = d.id and s.device_seq is not null)
        - (select count(distinct q.device_seq)::int from forms.quarantine q where q.device = d.id), 0) as never_arrived,
      (select count(*)::int from kernel.device_order o where o.device = d.id and o.done_at is null) as orders_open,
      (select count(*)::int from kernel.device_order o where o.device = d.id and o.done_at is null and o.at < now() - make_interval(days => ${daysToConfirm})) as orders_late
    from forms.device d join forms.project j on j.id = d.project left join kernel.person p on p.id = d.person
    order by d.revoked_at is not null, d.label, d.id`)
