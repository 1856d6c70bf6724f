/**
 * A phone that finds no network puts what has no receipt into one sealed file; somebody carries it in on a card. It is opened here with the house's sealing key
 * and taken in the name of its phone, through the same door as if the phone had sent it: brought twice, or sent as well, each form counts once.
 */
import { sql } from 'kysely'
import { z } from 'zod'
import { type Actor, covers } from '../access/actor.ts'
import { actorOfKnownDevice } from '../access/deviceKeys.ts'
import { audit } from '../audit/audit.ts'
import { act, type Refused, read, refused } from '../db/transaction.ts'
import type { House } from '../house.ts'
import { refuse } from '../refusal.ts'
import { carriedWork, takeCarried, type WorkLine } from './carriedWork.ts'
import { envelope, sealed, takeEnvelope } from './push.ts'
import { unsealBytes } from './unseal.ts'

const rescueFile = z.object({
  kind: z.literal('capulana-rescue-1'),
  madeAt: z.string().max(40),
  device: z.string().max(300),
  project: z.number().int(),
  envelopes: z.array(envelope.extend({ sealed, contents: z.array(z.object({ name: z.string().min(1).max(300), sealed })).max(200) })).max(5000),
  /** Phones whose app is older bring forms alone. */
  carried: z.array(carriedWork).max(200).default([]),
})
type RescueFile = z.infer<typeof rescueFile>
type Carried = RescueFile['envelopes'][number]

type SaidRefusals = ReturnType<House['catalogue']['worded']>
export type RescueLine = { instanceId: string; form: string; deviceSeq: number | null; finishedAt: string | null } & (
  | { outcome: 'received' | 'already' | 'aside'; missing: string[] }
  | { outcome: 'refused'; refusals: SaidRefusals }
)
export type Rescued = { device: string; madeAt: string; lines: RescueLine[]; work: WorkLine[] }

function readRescue(bytes: Buffer): RescueFile | null {
  try {
    return rescueFile.safeParse(JSON.parse(bytes.toString('utf8'))).data ?? null
  } catch {
    return null
  }
}

/** Photos first: a form whose files are here is complete at once. What does not open stays missing, and the form says so. */
async function putContents(house: House, { instanceId, files, contents }: Carried): Promise<void> {
  const declared = new Set(files.map(({ name }) => name))
  for (const content of contents) {
    const bytes = declared.has(content.name) ? unsealBytes(house.keyring, content.sealed, instanceId) : null
    if (bytes) await house.files.put(bytes)
  }
}

const isHere = (house: House, phone: Actor, { form, instanceId }: Carried) =>
  read(house.doors, { ...phone, roles: ['system'] }, (db) =>
    db.one(sql`
      select 1 from forms.submission s join forms.form f on f.id = s.form join forms.project p on p.id = f.project
      where p.number = ${phone.phone!.project} and f.code = ${form} and s.instance_id = ${instanceId}`),
  )

async function takeOne(house: House, phone: Actor, carried: Carried): Promise<RescueLine> {
  const { instanceId, form, deviceSeq = null, finishedAt = null } = carried
  const line = { instanceId, form, deviceSeq, finishedAt }
  const before = await isHere(house, phone, carried)
  await putContents(house, carried)
  const answer = await takeEnvelope(house, phone, carried)
  if ('refusals' in answer) return { ...line, outcome: 'refused', refusals: answer.refusals }
  if ('retry' in answer) return { ...line, outcome: 'refused', refusals: house.catalogue.worded([refuse('forms.try-again')]) }
  if (answer.outcome === 'quarantined') return { ...line, outcome: 'aside', missing: answer.missing }
  return { ...line, outcome: before ? 'already' : 'received', missing: answer.missing }
}

export async function bringRescue(house: House, actor: Actor, { device, bytes }: { device: string; bytes: Buffer }): Promise<Rescued | Refused> {
  const file = readRescue(bytes)
  if (!file) return refused(refuse('forms.rescue-unreadable'))
  const phone = await actorOfKnownDevice(house.doors, device)
  if (!phone) return refused(refuse('access.not-found'))
  if (phone.phone!.project !== file.project) return refused(refuse('forms.rescue-other-project', { phone: phone.phone!.label, project: file.project }))
  // Whoever brings forms for an area stands for it.
  const wider = phone.areas.filter((area) => (area === '*' ? !actor.areas.includes('*') : !covers(actor, area)))
  if (wider.length > 0) return refused(refuse('forms.rescue-other-area', { phone: phone.phone!.label, areas: wider }))
  const lines: RescueLine[] = []
  // In the order of the phone: an edit comes after what it edits.
  for (const carried of file.envelopes) lines.push(await takeOne(house, phone, carried))
  const work: WorkLine[] = []
  for (const carried of file.carried) work.push(await takeCarried(house, phone, carried))
  const count = (outcome: RescueLine['outcome']) => lines.filter((line) => line.outcome === outcome).length
  const counts = { forms: lines.length, received: count('received'), already: count('already'), aside: count('aside'), refused: count('refused') }
  const pieces = { signed: work.reduce((sum, { signed }) => sum + signed, 0), refusedPieces: work.reduce((sum, { refusals }) => sum + refusals.length, 0) }
  await act(house.doors, actor, (db) => audit(db, 'device.rescue', 'forms.device', device, { ...counts, ...pieces }))
  return { device, madeAt: file.madeAt, lines, work }
}
