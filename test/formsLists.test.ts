/** Items of lists that forms make and change offline: nothing is overwritten, chains end right in whatever order they come, and each key sees its own rows. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { everyDomain } from '../src/domains.ts'
import { forceHeld } from '../src/kernel/forms/lists/letGo.ts'
import { listCsv, listHash, listIntegrity } from '../src/kernel/forms/lists/lists.ts'
import { takeItems } from '../src/kernel/forms/lists/takeItems.ts'
import { act, asOwner, type Domain, isRefused, read, theSystem } from '../src/kernel/index.ts'
import { type PlantedForm, plantForm, plantSubmission, question } from './support/plantedForms.ts'
import { openTestHouse, type TestHouse } from './support/testHouse.ts'

const saved: { entity: string; label: string | null }[] = []
const trial: Domain = {
  name: 'trial',
  serves: ['FA15.B'],
  records: [],
  lists: [
    {
      code: 'wells',
      labels: { pt: 'Poços', en: 'Wells' },
      properties: [{ name: 'depth', label: { pt: 'Fundo', en: 'Depth' } }],
      registers: [{ table: 'places.place', key: 'pcode' }],
      rows: async (db) =>
        db.rows(
          sql`select p.id::text as entity, p.name as label, p.version, '{}'::jsonb as properties, p.scope from places.place p where p.kind = 'province' order by p.name limit 2`,
        ),
      saveTo: async (_db, { entity, label }) => {
        saved.push({ entity, label })
        return { record: 'trial.well', id: entity }
      },
    },
  ],
}

const questions = [
  question({ path: '/data/name', type: 'text', saveTo: { list: 'sites', property: 'site_name' } }),
  question({ path: '/data/people', type: 'integer', saveTo: { list: 'sites', property: 'people' } }),
  question({ path: '/data/af', type: 'repeat' }),
  question({ path: '/data/af/head', type: 'text', repeat: '/data/af', saveTo: { list: 'households', property: 'head' } }),
]

let test: TestHouse
let form: PlantedForm
beforeAll(async () => {
  test = await openTestHouse({ domains: [...everyDomain, trial] })
})
afterAll(() => test?.close())
beforeEach(async () => {
  form = await plantForm(test, { questions })
})

const owner = () => asOwner(test.house.doors)
type Entity = { id: string; create?: boolean; update?: boolean; base?: number; trunk?: number; branch?: string; list?: string; label?: string }
const entityXml = ({ id, create, update, base, trunk, branch, list = 'sites', label }: Entity) =>
  `<entity dataset="${list}" id="${id}"${create ? ' create="1"' : ''}${update ? ' update="1"' : ''} baseVersion="${base ?? ''}" trunkVersion="${trunk ?? ''}" branchId="${branch ?? ''}">${label === undefined ? '' : `<label>${label}</label>`}</entity>`
const filled = (answers: Record<string, string>, entity: Entity, rest = '') =>
  `<data id="sites">${Object.entries(answers)
    .map(([name, value]) => `<${name}>${value}</${name}>`)
    .join('')}${rest}<meta>${entityXml(entity)}</meta></data>`

async function send(answers: Record<string, string>, entity: Entity, options: { scope?: string; rest?: string; edits?: string } = {}) {
  const planted = await plantSubmission(test, form, filled(answers, entity, options.rest), options)
  const taken = await act(test.house.doors, theSystem, (db) => takeItems(test.house, db, planted.id, 'receipt'))
  return { ...planted, taken }
}
const itemOf = (entity: string) =>
  owner().one<{ label: string; properties: Record<string, string>; itemVersion: number }>(
    sql`select label, properties, item_version from forms.list_item where entity = ${entity}`,
  )
const proposals = (entity: string) =>
  owner().rows<{ id: string; kind: string; base: object; theirs: object; ours: object; decision: string | null }>(
    sql`select id, kind, base, theirs, ours, decision from forms.item_proposal where entity = ${entity} order by recorded_at`,
  )
const decide = (id: string, payload: object) => test.ask('bento', { method: 'POST', url: `/api/forms/review/proposals/${id}/decide`, payload })

describe('an item', () => {
  it('is created and changed by forms; what a form does not ask stays', async () => {
    const id = randomUUID()
    await send({ name: 'Nanga', people: '40' }, { id, create: true, label: 'Nanga' })
    await send({ people: '50' }, { id, update: true, base: 1 })
    expect(await itemOf(id)).toEqual({ label: 'Nanga', properties: { site_name: 'Nanga', people: '50' }, itemVersion: 2 })
    const told = await owner().rows(sql`select topic from kernel.change where record_id = ${id}`)
    expect(told).toEqual([{ topic: 'list:sites' }, { topic: 'list:sites' }])
  })

  it('that two phones changed in the same property leaves a hard proposal with all three values, and nothing overwritten', async () => {
    const id = randomUUID()
    await send({ name: 'Nanga', people: '40' }, { id, create: true, label: 'Nanga' })
    await send({ people: '50' }, { id, update: true, base: 1 })
    await send({ people: '60' }, { id, update: true, base: 1 })
    expect((await itemOf(id))!.properties.people).toBe('50')
    expect(await proposals(id)).toMatchObject([{ kind: 'hard', base: { people: '40' }, theirs: { people: '50' }, ours: { people: '60' }, decision: null }])
  })

  it('that two phones changed in different properties leaves a soft one', async () => {
    const id = randomUUID()
    await send({ name: 'Nanga', people: '40' }, { id, create: true, label: 'Nanga' })
    await send({ people: '50' }, { id, update: true, base: 1 })
    await send({ name: 'Nanga A' }, { id, update: true, base: 1 })
    expect((await proposals(id)).map(({ kind }) => kind)).toEqual(['soft'])
  })

  it('is what a person decided, once, and the decision is recorded', async () => {
    const id = randomUUID()
    await send({ people: '40' }, { id, create: true, label: 'Nanga' })
    await send({ people: '50' }, { id, update: true, base: 1 })
    await send({ people: '60' }, { id, update: true, base: 1 })
    const [proposal] = await proposals(id)
    expect((await decide(proposal!.id, { decision: 'merged', properties: { people: '55' } })).status).toBe(200)
    expect((await decide(proposal!.id, { decision: 'applied' })).status).toBe(422)
    expect(await itemOf(id)).toMatchObject({ properties: { people: '55' }, itemVersion: 3 })
    expect(await owner().one(sql`select deed from forms.item_version where entity = ${id} and item_version = 3`)).toEqual({ deed: 'decided' })
  })

  it('that nobody knows is proposed, and becomes one when a person takes it', async () => {
    const id = randomUUID()
    await send({ people: '9' }, { id, update: true, base: 4 })
    expect(await itemOf(id)).toBeNull()
    const [proposal] = await proposals(id)
    expect(proposal!.kind).toBe('unknown')
    await decide(proposal!.id, { decision: 'applied' })
    expect((await itemOf(id))!.properties).toEqual({ people: '9' })
  })

  it('is not made twice by an edit of the form that made it', async () => {
    const id = randomUUID()
    const first = await send({ people: '9' }, { id, create: true, label: 'A' })
    await send({ people: '10' }, { id, create: true, label: 'A' }, { edits: first.id })
    expect(await itemOf(id)).toMatchObject({ properties: { people: '10' }, itemVersion: 2 })
    expect(await proposals(id)).toEqual([])
  })
})

describe('a chain of changes made offline', () => {
  const chain = (id: string) => {
    const branch = randomUUID()
    return [1, 2, 3].map((n) => () => send({ people: String(n * 10) }, { id, update: true, base: n, trunk: 1, branch }))
  }

  it('ends right when its links come in the order 3, 1, 2', async () => {
    const id = randomUUID()
    await send({ people: '1' }, { id, create: true, label: 'Nanga' })
    const [one, two, three] = chain(id)
    await three!()
    expect((await itemOf(id))!.properties.people).toBe('1')
    expect((await proposals(id))[0]).toMatchObject({ kind: 'held', decision: null })
    await one!()
    expect((await itemOf(id))!.properties.people).toBe('10')
    await two!()
    expect(await itemOf(id)).toMatchObject({ properties: { people: '30' }, itemVersion: 4 })
    expect((await proposals(id)).map(({ decision }) => decision)).toEqual(['applied'])
  })

  it('waits for the item itself when that was made offline too', async () => {
    const id = randomUUID()
    const branch = randomUUID()
    await send({ people: '2' }, { id, update: true, base: 1, branch })
    expect((await proposals(id))[0]!.kind).toBe('held')
    await send({ people: '1' }, { id, create: true, label: 'Nanga', branch })
    expect((await itemOf(id))!.properties.people).toBe('2')
  })

  it('is made without its missing link after seven days, with a mark, and not a day before', async () => {
    const id = randomUUID()
    await send({ people: '1' }, { id, create: true, label: 'Nanga' })
    await chain(id)[2]!()
    await owner().run(sql`update forms.item_proposal set recorded_at = now() - interval '6 days' where entity = ${id}`)
    await forceHeld(test.house, new Date())
    expect((await itemOf(id))!.properties.people).toBe('1')
    await owner().run(sql`update forms.item_proposal set recorded_at = now() - interval '8 days' where entity = ${id}`)
    await forceHeld(test.house, new Date())
    expect((await itemOf(id))!.properties.people).toBe('30')
    expect((await proposals(id))[0]!.decision).toBe('forced')
    expect(await owner().one(sql`select deed from forms.item_version where entity = ${id} and item_version = 2`)).toEqual({ deed: 'forced' })
  })
})

describe('several items of one form', () => {
  const household = (entity: Entity) => `<af><head>H</head><meta>${entityXml({ ...entity, list: 'households' })}</meta></af>`

  it('come in all, one for each turn of a repeat', async () => {
    const [site, a, b] = [randomUUID(), randomUUID(), randomUUID()]
    await send(
      { people: '2' },
      { id: site, create: true, label: 'S' },
      { rest: household({ id: a, create: true, label: 'A' }) + household({ id: b, create: true, label: 'B' }) },
    )
    expect([(await itemOf(site))!.label, (await itemOf(a))!.label, (await itemOf(b))!.properties]).toEqual(['S', 'A', { head: 'H' }])
  })

  it('or none, when one of them cannot be', async () => {
    const [site, a] = [randomUUID(), randomUUID()]
    const { taken } = await send(
      { people: '2' },
      { id: site, create: true, label: 'S' },
      { rest: household({ id: a, create: true, label: 'A' }) + household({ id: 'no uuid', create: true, label: 'B' }) },
    )
    expect(isRefused(taken) && taken.refused[0]!.code).toBe('forms.item-unusable')
    expect([await itemOf(site), await itemOf(a)]).toEqual([null, null])
  })
})

describe('a list on a phone', () => {
  const csvFor = (who: 'ana' | 'bento', code = 'sites') => read(test.house.doors, test.actor(who), (db) => listCsv(test.house, db, form.project, code))
  const hashFor = (who: 'ana' | 'bento') => read(test.house.doors, test.actor(who), (db) => listHash(test.house, db, form.project, 'sites'))

  it('holds the items of the areas of its key, and its hash changes only when these do', async () => {
    const [near, far] = [randomUUID(), randomUUID()]
    await send({ people: '1', name: 'A, "B"' }, { id: near, create: true, label: 'Near' }, { scope: 'MZ010902' })
    await owner().run(sql`insert into forms.assignment (scope, of_project, target_kind, target) values ('MZ', ${form.project}, 'role', 'enumerator')`)
    const before = await hashFor('ana')
    await send({ people: '2' }, { id: far, create: true, label: 'Far' }, { scope: 'MZ070101' })
    expect(await hashFor('ana')).toBe(before)
    expect(await csvFor('ana')).toBe(`name,label,__version,site_name,people\n${near},Near,1,"A, ""B""",1\n`)
    expect(await csvFor('bento')).toContain(far)
    await send({ people: '3' }, { id: near, update: true, base: 1 })
    expect(await hashFor('ana')).not.toBe(before)
  })

  it('says of each item whether it is still there', async () => {
    const [kept, gone] = [randomUUID(), randomUUID()]
    for (const id of [kept, gone]) await send({ people: '1' }, { id, create: true, label: 'X' })
    const { id } = (await owner().one<{ id: string }>(sql`select id from forms.list_item where entity = ${gone}`))!
    expect((await test.ask('bento', { method: 'POST', url: `/api/forms/review/items/${id}/remove`, payload: {} })).status).toBe(200)
    const answered = await read(test.house.doors, test.actor('bento'), (db) => listIntegrity(test.house, db, form.project, 'sites', [kept, gone, randomUUID()]))
    expect(answered!.map(({ deleted }) => deleted)).toEqual([false, true, true])
    expect(await owner().one(sql`select deleted from kernel.change where record_id = ${gone} order by seq desc limit 1`)).toEqual({ deleted: true })
  })

  it('may be a view of a register, which takes changes by its own rules', async () => {
    expect(await csvFor('ana', 'wells')).toMatch(/^name,label,__version,depth\n/)
    const id = randomUUID()
    await send({}, { id, create: true, label: 'Well', list: 'wells' })
    expect(saved).toContainEqual({ entity: id, label: 'Well' })
    expect(await itemOf(id)).toBeNull()
  })

  it('changes only at approval where the form says so', async () => {
    form = await plantForm(test, { questions, form: { listsAt: 'approval' } })
    const id = randomUUID()
    const { root } = await send({ people: '1' }, { id, create: true, label: 'Late' })
    expect(await itemOf(id)).toBeNull()
    await test.ask('bento', { method: 'POST', url: `/api/forms/review/${root}/approve`, payload: {} })
    expect((await itemOf(id))!.label).toBe('Late')
  })
})
