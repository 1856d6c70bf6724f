/** One document through its own form again, with its files and lists; what the form objects to are findings. Without an XForm its declared questions must do. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { theSystem } from '../../access/actor.ts'
import { type Db, read } from '../../db/transaction.ts'
import type { House } from '../../house.ts'
import { csvOf, phoneList } from '../lists/lists.ts'
import { openContent } from '../sealedContent.ts'
import { type FoundFinding, findingsOf, steadyCalculations } from './compareDocuments.ts'
import type { FormEngine } from './formEngine.ts'

type Version = { id: string; xform: string | null; understood: string; project: string }

const steadyKept = new Map<string, Set<string>>()

function steadyOf(hash: string, xform: string): Set<string> {
  const known = steadyKept.get(hash)
  if (known) return known
  if (steadyKept.size >= 100) steadyKept.clear()
  const made = steadyCalculations(xform)
  steadyKept.set(hash, made)
  return made
}

/** Texts only: pictures and sounds change no rule. */
async function attachmentsOf(house: House, db: Db, { id, project, understood }: Version): Promise<Record<string, string>> {
  const listed = await db.rows<{ fileName: string; kind: string; sha256: string | null; list: string | null }>(sql`
    select file_name, kind, sha256, list from forms.attachment where form_version = ${id}`)
  const found: Record<string, string> = {}
  for (const { fileName, kind, sha256, list } of listed) {
    if (kind === 'list') {
      const rows = await phoneList(house, db, project, list ?? fileName.replace(/\.\w+$/, ''))
      if (rows) found[fileName] = csvOf(rows)
    } else if (sha256 && /\.(csv|xml|geojson)$/i.test(fileName)) {
      const bytes = await house.files.get(sha256)
      if (bytes) found[fileName] = bytes.toString('utf8')
    }
  }
  const itemsets = await house.files.get(understood)
  const external = itemsets ? (JSON.parse(itemsets.toString('utf8')) as { itemsets?: string | null }).itemsets : null
  if (external) found['itemsets.csv'] = external
  return found
}

type Gathered = { xml: string; xformHash: string; xform: string; attachments: Record<string, string> }

async function gather(house: House, db: Db, instance: string): Promise<Gathered | null> {
  const sent = await db.one<{ instance: string; xml: string; sealed: string | null } & Version>(sql`
    select s.id as instance, s.xml, s.sealed, v.id, v.xform, v.understood, f.project from forms.submission s join forms.form_version v on v.id = s.form_version join forms.form f on f.id = v.form
    where s.id = ${instance}`)
  const xform = sent?.xform ? (await house.files.get(sent.xform))?.toString('utf8') : undefined
  const xml = sent && openContent(house, db.actor, { id: sent.instance, xml: sent.xml, sealed: sent.sealed })?.xml
  return sent && xml && xform ? { xml, xformHash: sent.xform!, xform, attachments: await attachmentsOf(house, db, sent) } : null
}

/** `asked` says whether the form itself could be asked. No transaction is open while its engine is at work. */
export async function recheck(house: House, engine: FormEngine, instance: string): Promise<{ findings: FoundFinding[]; asked: boolean }> {
  const gathered = await read(house.doors, theSystem, (db) => gather(house, db, instance))
  if (!gathered) return { findings: [], asked: false }
  const { xml, xform, xformHash, attachments } = gathered
  const lists = createHash('sha256').update(JSON.stringify(attachments)).digest('hex')
  const checked = await engine.check({ form: `${xformHash} ${lists}`, xform, attachments, xml })
  if (checked === 'timeout') return { findings: [{ path: '', code: 'forms.check-timeout', severity: 'warning', facts: {} }], asked: false }
  if (checked.problem !== undefined)
    return { findings: [{ path: '', code: 'forms.not-checked', severity: 'note', facts: { problem: checked.problem.slice(0, 200) } }], asked: false }
  return { findings: findingsOf(xml, checked, steadyOf(xformHash, xform)), asked: true }
}
