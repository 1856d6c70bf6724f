/**
 * A project with a published form, as phones meet it: place, day, households in a repeat with their members, a photograph. And phones with keys, each with
 * an area and an author.
 */
import { createHash, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { hashOfSecret, newSecret } from '../../src/kernel/access/secrets.ts'
import { Assignment, Device } from '../../src/kernel/forms/fieldKey.ts'
import { Form, FormVersion, Project } from '../../src/kernel/forms/form.ts'
import { type Actor, asOwner, insertRow } from '../../src/kernel/index.ts'
import type { TestHouse } from './testHouse.ts'

const questions = [
  { path: '/data/place', name: 'place', kind: 'question', type: 'text', answer: 'string', repeat: null },
  { path: '/data/day', name: 'day', kind: 'question', type: 'date', answer: 'date', repeat: null },
  { path: '/data/people', name: 'people', kind: 'question', type: 'integer', answer: 'int', repeat: null },
  { path: '/data/photo', name: 'photo', kind: 'question', type: 'image', answer: 'binary', repeat: null },
  { path: '/data/photo2', name: 'photo2', kind: 'question', type: 'image', answer: 'binary', repeat: null },
  { path: '/data/af', name: 'af', kind: 'repeat', type: 'repeat', answer: '', repeat: null },
  { path: '/data/af/n', name: 'n', kind: 'question', type: 'integer', answer: 'int', repeat: '/data/af' },
]

const xformOf = (code: string, version: string) => `<?xml version="1.0"?>
<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:jr="http://openrosa.org/javarosa">
  <h:head><h:title>Local</h:title><model><instance><data id="${code}" version="${version}"><place/><day/><people/><photo/><photo2/><af jr:template=""><n/></af><meta><instanceID/></meta></data></instance>
    <bind nodeset="/data/people" type="int"/><bind nodeset="/data/photo" type="binary"/></model></h:head>
  <h:body><input ref="/data/people"><label>Pessoas</label></input></h:body>
</h:html>`

export type FieldWork = { project: number; projectId: string; form: string; formVersion: string; code: string; version: string }

let projects = 0

export async function layFieldWork(
  { house }: Pick<TestHouse, 'house'>,
  change: Partial<{ code: string; placeQuestion: string; dateQuestion: string; restricted: boolean; sealed: boolean }> = {},
): Promise<FieldWork> {
  const db = asOwner(house.doors)
  const number = ++projects
  const code = change.code ?? 'site_visit'
  const project = await insertRow(db, Project, { scope: 'MZ', number, name: `Operação ${number}`, training: false })
  const form = await insertRow(db, Form, {
    scope: 'MZ',
    project: project.id,
    code,
    title: 'Visita',
    titles: { pt: 'Visita', en: 'Visit' },
    state: 'published',
    listsAt: 'receipt',
    makerChecker: true,
    restricted: change.restricted ?? false,
    sealed: change.sealed ?? false,
    placeQuestion: change.placeQuestion ?? 'place',
    dateQuestion: change.dateQuestion ?? 'day',
  })
  return { project: number, projectId: project.id, form: form.id, code, version: '3', formVersion: await publishVersion({ house }, form.id, code, '3') }
}

export async function publishVersion({ house }: Pick<TestHouse, 'house'>, form: string, code: string, name: string): Promise<string> {
  const xform = Buffer.from(xformOf(code, name))
  const stored = await house.files.put(xform)
  const understood = await house.files.put(Buffer.from(JSON.stringify({ questions, findings: [], itemsets: null })))
  const version = await insertRow(asOwner(house.doors), FormVersion, {
    scope: 'MZ',
    form,
    name,
    state: 'published',
    xform: stored.sha256,
    md5: createHash('md5').update(xform).digest('hex'),
    understood: understood.sha256,
    refusals: 0,
    warnings: 0,
    languages: ['pt', 'en'],
    compiler: '1',
    publishedAt: '2020-01-01T00:00:00.000Z',
  })
  return version.id
}

/** A phone of that project with everything assigned to it. */
export async function layPhone(
  { house }: Pick<TestHouse, 'house'>,
  { projectId }: Pick<FieldWork, 'projectId'>,
  person: { id: string; name: string } | null,
  areas = ['MZ01'],
): Promise<Actor> {
  const db = asOwner(house.doors)
  const device = await insertRow(db, Device, {
    scope: areas[0]!,
    project: projectId,
    label: 'Telefone',
    kind: person ? 'person' : 'shared',
    person: person?.id ?? null,
    areas,
    expiresAt: '2099-01-01T00:00:00.000Z',
    announcedSeq: 0,
  })
  await insertRow(db, Assignment, { scope: 'MZ', ofProject: projectId, targetKind: 'device', target: device.id })
  return { userId: person?.id ?? device.id, name: person?.name ?? 'Telefone', roles: ['enumerator'], areas, credential: 'device', device: device.id }
}

/** Its key, as the office makes one; without the QR codes, which take longer than all else. */
export async function layKey({ house }: Pick<TestHouse, 'house'>, { device }: Pick<Actor, 'device'>): Promise<string> {
  const key = `dev_${newSecret()}`
  await asOwner(house.doors).run(sql`insert into kernel.device_secret (hash, device) values (${hashOfSecret(key)}, ${device})`)
  return key
}

export type Filled = {
  instanceId?: string
  people?: number
  place?: string
  day?: string
  photos?: string[]
  households?: number[]
  replaces?: string
  version?: string
  code?: string
}

/** A filled form as a phone writes it. */
export function filled(given: Filled = {}): { xml: string; instanceId: string } {
  const {
    instanceId = `uuid:${randomUUID()}`,
    people = 7,
    place = 'MZ0109',
    day = '2026-03-01',
    photos = [],
    households = [4, 3],
    version = '3',
    code = 'site_visit',
  } = given
  const replaced = given.replaces ? `<deprecatedID>${given.replaces}</deprecatedID>` : ''
  const images = photos.map((name, at) => `<photo${at === 0 ? '' : at + 1}>${name}</photo${at === 0 ? '' : at + 1}>`).join('')
  const repeats = households.map((n) => `<af><n>${n}</n></af>`).join('')
  return {
    instanceId,
    xml: `<data id="${code}" version="${version}"><place>${place}</place><day>${day}</day><people>${people}</people>${images}${repeats}<meta><instanceID>${instanceId}</instanceID>${replaced}</meta></data>`,
  }
}

/** How many rows of each kind the forms hold; what was kept once is counted once. */
export const countOf = async ({ house }: Pick<TestHouse, 'house'>, table: string, where = 'true'): Promise<number> =>
  (await asOwner(house.doors).one<{ n: number }>(sql`select count(*)::int as n from ${sql.raw(table)} where ${sql.raw(where)}`))!.n
