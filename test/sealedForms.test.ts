/**
 * Forms about named people: what thirty families said stands nowhere in the clear, neither in the database nor in logs or files; registration officers read it, nobody
 * else does, and what was destroyed with its key stays destroyed.
 */
import { randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { sql } from 'kysely'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Project } from '../src/kernel/forms/form.ts'
import { receive } from '../src/kernel/forms/receive.ts'
import { asOwner, insertRow, isRefused } from '../src/kernel/index.ts'
import { answerTo, authorOf, settings, sheet } from './support/authoring.ts'
import { findingsBehindReceipts } from './support/lookedOver.ts'
import { type Name, openTestHouse, type TestHouse } from './support/testHouse.ts'

const logged: string[] = []
const log = pino(
  { level: 'trace' },
  new Writable({
    write(chunk, _, done) {
      logged.push(String(chunk))
      done()
    },
  }),
)

const survey = (code: string) =>
  [
    sheet(
      'survey',
      'type | name | label | constraint | constraint_message',
      'text | given | Nome | | ',
      `integer | age | Idade | . < 120 | Demasiado`,
      'begin_repeat | child | Criança | | ',
      'text | child_name | Nome da criança | | ',
      'end_repeat | | | | ',
    ),
    sheet('settings', 'form_title | form_id | version | instance_name', `Agregado | ${code} | 1 | ${answerTo('given')}`),
  ].join('\n')

const marker = (n: number) => `Zuleikha${n}Marcada`
const filledBy = (n: number, { version = '1', age = 30, instanceId = `uuid:${randomUUID()}`, replaces = '', code = 'agregado' } = {}) => ({
  instanceId,
  xml: `<data id="${code}" version="${version}"><given>${marker(n)}</given><age>${age}</age><child><child_name>Filho${marker(n)}</child_name></child><meta><instanceID>${instanceId}</instanceID><instanceName>${marker(n)}</instanceName>${replaces && `<deprecatedID>${replaces}</deprecatedID>`}</meta></data>`,
})

const layProject = ({ house }: TestHouse) => insertRow(asOwner(house.doors), Project, { scope: 'MZ', number: 1, name: 'Registo', training: false })

describe('a sealed form', () => {
  let test: TestHouse
  let form: string
  const submissions: string[] = []
  beforeAll(async () => {
    test = await openTestHouse({ log })
    await layProject(test)
    const author = authorOf(test)
    form = (await author.handIn(survey('agregado'))).body.form
    expect((await author.ask('POST', `/${form}/settings`, { sealed: true, makerChecker: true })).status).toBe(200)
    expect((await author.publish(form)).status).toBe(200)
    expect((await author.ask('POST', '/assignments', { project: 1, targetKind: 'role', target: 'enumerator' })).status).toBe(200)
  })
  afterAll(() => test?.close())

  const send = async (xml: string, files: { name: string; content: Buffer }[] = []) => {
    const sent = await receive(test.house, test.actor('ana'), { project: 1, xml, files, via: 'push' })
    if (isRefused(sent)) throw new Error(JSON.stringify(sent.refused))
    return sent
  }
  const look = async (who: Name, submission: string) =>
    (await test.ask(who, { method: 'GET', url: `/api/forms/review/${submission}` })) as unknown as {
      status: number
      text: string
      body: { sealed: string; rows: { answers: Record<string, unknown> }[]; findings: { code: string; sentence: { pt: string } }[] }
    }
  const deed = (who: Name, submission: string, name: string, payload: object = {}) =>
    test.ask(who, { method: 'POST', url: `/api/forms/review/${submission}/${name}`, payload }) as unknown as Promise<{
      status: number
      body: { refusals?: { code: string }[] }
    }>

  it('is receipted like any other, once, and edited and kept aside like any other', async () => {
    for (let n = 0; n < 30; n++) {
      const { xml, instanceId } = filledBy(n, { age: n === 3 ? 200 : 30 })
      // A file that no question asks for is not kept, and the log says so without its name.
      const sent = await send(xml, n === 8 ? [{ name: `${marker(n)}.jpg`, content: Buffer.from(marker(n)) }] : [])
      expect(sent.outcome).toBe('complete')
      submissions.push(sent.submission!)
      expect((await send(xml)).submission).toBe(sent.submission)
      if (n === 5) expect((await send(filledBy(n, { replaces: instanceId, age: 31 }).xml)).outcome).toBe('complete')
      if (n === 6) expect((await send(filledBy(n, { instanceId, age: 32 }).xml)).outcome).toBe('quarantined')
      if (n === 7) expect((await send(filledBy(n, { version: 'never published' }).xml)).outcome).toBe('quarantined')
    }
  })

  it('is gone over by the form engine, whose doubts quote nothing in the clear', async () => {
    expect(await findingsBehindReceipts(test)).toContainEqual(['forms.constraint', '/data/age'])
    const { body } = await look('gilda', submissions[3]!)
    expect(body.findings.map(({ code }) => code)).toContain('forms.constraint')
    const kept = await asOwner(test.house.doors).rows<{ facts: object }>(sql`select facts from forms.finding`)
    for (const { facts } of kept) expect(Object.keys(facts)).toEqual(['sealed'])
  })

  it('is read by registration officers of its area, and by nobody else in the office', async () => {
    const { body } = await look('gilda', submissions[0]!)
    expect(body.sealed).toBe('open')
    expect(body.rows.map(({ answers }) => answers)).toEqual([{ given: marker(0), age: 30 }, { child_name: `Filho${marker(0)}` }])
    const closed = await look('bento', submissions[0]!)
    expect(closed.body).toMatchObject({ sealed: 'closed', rows: [] })
    expect(closed.text).not.toContain(marker(0))
    expect((await look('celia', submissions[0]!)).status).toBe(404)
    expect((await look('ines', submissions[0]!)).status).toBe(403)
  })

  it('shows an edit with what it changed', async () => {
    const history = await test.ask('gilda', { method: 'GET', url: `/api/forms/review/${submissions[5]}/history` })
    expect(JSON.stringify(history.body)).toContain('"/data/age"')
    expect((await test.ask('bento', { method: 'GET', url: `/api/forms/review/${submissions[5]}/history` })).text).not.toContain('/data/age')
  })

  it('is decided on by registration officers alone, and its answers are not corrected in place', async () => {
    expect((await deed('bento', submissions[0]!, 'approve')).body.refusals![0]!.code).toBe('forms.sealed-for-registrars')
    expect((await deed('gilda', submissions[0]!, 'approve')).status).toBe(200)
    expect((await deed('gilda', submissions[1]!, 'reject', { reason: 'Falta a idade' })).status).toBe(200)
    const corrected = await deed('gilda', submissions[2]!, 'correct', { path: '/data/age', changeType: 'change_response', after: '7', reason: 'x' })
    expect(corrected.body.refusals![0]!.code).toBe('forms.sealed-not-corrected')
  })

  it('lets a registration officer take what was kept aside, and no data officer', async () => {
    const aside = await asOwner(test.house.doors).rows<{ id: string; xml: string }>(sql`select id, xml from forms.quarantine order by recorded_at`)
    expect(aside.map(({ xml }) => xml)).toEqual(['', ''])
    const decide = (who: Name) =>
      test.ask(who, { method: 'POST', url: `/api/forms/review/quarantine/${aside[0]!.id}/decide`, payload: { decision: 'taken' } }) as unknown as Promise<{
        status: number
        body: { submission: string; refusals?: { code: string }[] }
      }>
    expect((await decide('bento')).body.refusals![0]!.code).toBe('forms.sealed-for-registrars')
    const taken = await decide('gilda')
    expect(taken.status).toBe(200)
    expect((await look('gilda', taken.body.submission)).body.rows[0]!.answers).toEqual({ given: marker(6), age: 32 })
  })

  it('goes into no export, no feed and no filter, and says why', async () => {
    const asked = async (url: string) =>
      (await test.ask('bento', { method: 'GET', url })) as unknown as { body: { refusals?: { code: string }[] }; text: string }
    for (const format of ['csv', 'zip', 'xlsx', 'geojson'])
      expect((await asked(`/api/forms/export/${form}?format=${format}`)).body.refusals![0]!.code).toBe('forms.sealed-no-export')
    expect((await asked('/v1/projects/1/forms/agregado.svc/Submissions')).text).toContain('forms.sealed-no-export')
    expect((await asked(`/api/forms/review/forms/${form}/cleaning-log`)).body.refusals![0]!.code).toBe('forms.sealed-no-export')
    expect((await asked(`/api/forms/review?form=${form}&filter=${encodeURIComponent('age gt 3')}`)).body.refusals![0]!.code).toBe('forms.sealed-no-filter')
  })

  it('leaves the markers of thirty families in no table, log or file', async () => {
    const db = asOwner(test.house.doors)
    const tables = await db.rows<{ name: string }>(sql`
      select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'm', 'p') and n.nspname not in ('pg_catalog', 'information_schema')`)
    expect(tables.length).toBeGreaterThan(40)
    const leaking: string[] = []
    for (const { name } of tables) {
      const found = await db.one<{ n: number }>(
        sql`select count(*)::int as n from ${sql.raw(name)} t where t::text ilike '%marcada%' or t::text ilike '%zuleikha%'`,
      )
      if (found!.n > 0) leaking.push(name)
    }
    expect(leaking).toEqual([])
    expect(logged.length).toBeGreaterThan(0)
    expect(logged.filter((line) => /zuleikha|marcada/i.test(line))).toEqual([])
    for (const file of await readdir(test.house.dataFolder, { recursive: true, withFileTypes: true }))
      if (file.isFile()) expect((await readFile(join(file.parentPath, file.name))).includes('Zuleikha'), file.name).toBe(false)
  })

  it('says "erased" once the key of the submission is destroyed', async () => {
    expect(await test.house.vault.destroy([submissions[9]!])).toBe(1)
    expect((await look('gilda', submissions[9]!)).body).toMatchObject({ sealed: 'erased', rows: [] })
    expect((await look('gilda', submissions[10]!)).body.sealed).toBe('open')
  })
})

describe('publishing a sealed form', () => {
  let test: TestHouse
  beforeAll(async () => {
    test = await openTestHouse()
  })
  afterAll(() => test?.close())

  it('is refused with photographs or lists in it, and sealing comes before the first answer or never', async () => {
    await layProject(test)
    const author = authorOf(test)
    const text = [
      sheet('survey', 'type | name | label | save_to', 'text | given | Nome | given', 'image | face | Retrato | '),
      sheet('entities', 'list_name | label', `pessoas | ${answerTo('given')}`),
      settings('1', 'com_foto'),
    ].join('\n')
    const { form } = (await author.handIn(text)).body
    await author.ask('POST', `/${form}/settings`, { sealed: true })
    const refused = (await author.publish(form)).body as unknown as { refusals: { code: string }[] }
    expect(refused.refusals.map(({ code }) => code)).toEqual(['forms.sealed-without-files', 'forms.sealed-without-lists'])
    const open = (await author.handIn(survey('aberto'))).body.form
    expect((await author.publish(open)).status).toBe(200)
    const late = await author.ask<{ refusals: { code: string }[] }>('POST', `/${open}/settings`, { sealed: true })
    expect(late.body.refusals[0]!.code).toBe('forms.sealed-too-late')
  })
})
