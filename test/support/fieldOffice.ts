/**
 * The real house as the office of a phone's story: a published questionnaire, a list of 5,000 places, a phone made for Ana. What came in is read from its
 * tables; a loss of everything is a loss of its rows and files with a new epoch, as after a restore.
 */
import { createHash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { sql } from 'kysely'
import { renewEpoch } from '../../src/kernel/db/epoch.ts'
import { makeDevice, revokeDevice } from '../../src/kernel/forms/devices.ts'
import { Form, FormAttachment, FormVersion, Project } from '../../src/kernel/forms/form.ts'
import { FieldList } from '../../src/kernel/forms/list.ts'
import { forgetSigning } from '../../src/kernel/forms/receipts.ts'
import { asOwner, type House, insertRow, isRefused } from '../../src/kernel/index.ts'
import { siteVisit } from './siteVisit.ts'
import { openTestHouse } from './testHouse.ts'

const project = 71

type Published = { code: string; titles: { pt: string; en: string }; version: string; placeQuestion?: string; compiled: { xform: string; questions: unknown } }

/** As an author would have published it: the XForm and what was understood of it are files by content. */
export async function publishForm(house: House, id: string, { code, titles, version: name, placeQuestion, compiled }: Published): Promise<string> {
  const db = asOwner(house.doors)
  const home = { scope: 'MZ' }
  const form = await insertRow(db, Form, {
    ...home,
    project: id,
    code,
    title: titles.pt,
    titles,
    state: 'published',
    placeQuestion,
    listsAt: 'receipt',
    makerChecker: true,
    restricted: false,
  })
  const { xform, questions } = compiled
  const kept = await house.files.put(Buffer.from(xform))
  const understood = await house.files.put(Buffer.from(JSON.stringify({ questions, findings: [], itemsets: null })))
  const version = await insertRow(db, FormVersion, {
    ...home,
    form: form.id,
    name,
    state: 'published',
    xform: kept.sha256,
    md5: createHash('md5').update(xform).digest('hex'),
    understood: understood.sha256,
    refusals: 0,
    warnings: 0,
    languages: ['Português (pt)', 'English (en)'],
    compiler: '1',
    publishedAt: new Date().toISOString(),
  })
  return version.id
}

async function publishSiteVisit(house: House): Promise<void> {
  const db = asOwner(house.doors)
  const home = { scope: 'MZ' }
  const { id } = await insertRow(db, Project, { ...home, number: project, name: 'Locais 2026', training: false })
  const titles = { pt: 'Visita ao local', en: 'Site visit' }
  const version = await publishForm(house, id, { code: 'site_visit', titles, version: '3', placeQuestion: 'site', compiled: siteVisit() })
  await insertRow(db, FormAttachment, { ...home, formVersion: version, fileName: 'places.csv', kind: 'list', list: 'visit_places' })
  const list = await insertRow(db, FieldList, { ...home, project: id, code: 'visit_places', properties: ['district'], approvalNeeded: false })
  await db.run(sql`
    insert into forms.list_item (scope, list, entity, label, properties, item_version)
    select 'MZ01', ${list.id}::uuid, 'place-' || n, (array['Mieze', 'Ocua', 'Chiúre Velho', 'Ntocota'])[n % 4 + 1] || ' ' || n,
      jsonb_build_object('district', case when n % 2 = 1 then 'pemba' else 'metuge' end), 1
    from generate_series(0, 4999) n`)
}

export async function openFieldOffice() {
  const test = await openTestHouse()
  const { house, server, people } = test
  await publishSiteVisit(house)
  const db = asOwner(house.doors)
  let phone = ''
  const address = await server.listen({ port: 0, host: '127.0.0.1' })
  return {
    house,
    address,
    /** The link of the QR code, for a phone that reaches the office at this address. */
    async linkFor(reachedAt: string): Promise<string> {
      const wanted = { project, label: 'Telefone 7', person: people.ana.id, areas: ['MZ01'], days: 30 }
      const made = await makeDevice(house, test.actor('bento'), reachedAt, wanted)
      if (isRefused(made)) throw new Error(JSON.stringify(made.refused))
      phone = made.id
      return made.addresses.field
    },
    async has(): Promise<{ submissions: number; files: number[] }> {
      const submissions = await db.one<{ n: number }>(sql`select count(*) as n from forms.submission`)
      const files = await db.rows<{ bytes: number }>(sql`select bytes from forms.submission_file where sha256 is not null`)
      return { submissions: submissions!.n, files: files.map(({ bytes }) => bytes) }
    },
    revoke: () => revokeDevice(house, test.actor('bento'), phone),
    async forget(): Promise<void> {
      const files = await db.rows<{ sha256: string }>(sql`select sha256 from forms.submission_file where sha256 is not null`)
      await db.run(sql`truncate forms.submission, forms.receipt, kernel.blob cascade`)
      for (const { sha256 } of files) await rm(house.files.path(sha256), { force: true })
      await renewEpoch(house.doors.owner, 'restore')
      forgetSigning(house.doors)
    },
    async close(): Promise<void> {
      server.server.closeAllConnections()
      await test.close()
    },
  }
}
