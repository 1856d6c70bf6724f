/** The author of a questionnaire, over the real routes: what is refused says why and how to mend it, and what went to the field never changes. */
import ExcelJS from 'exceljs'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asOwner } from '../src/kernel/index.ts'
import { answerTo, authorOf, type ShownForm, settings, sheet } from './support/authoring.ts'
import { openTestHouse, type TestHouse } from './support/testHouse.ts'

const survey = (...rows: string[]) => sheet('survey', 'type | name | label::Português (pt) | label::English (en) | relevant', ...rows)
const water = sheet(
  'choices',
  'list_name | name | label::Português (pt) | label::English (en)',
  'agua | furo | Furo | Borehole',
  'agua | rio | Rio | River',
  'agua | nada | Não há | None',
)
const first = [survey('integer | pessoas | Pessoas | People | ', 'select_one agua | fonte | Água | Water | ', 'date | dia | Dia | Day | '), water].join('\n')

let test: TestHouse
let bento: ReturnType<typeof authorOf>
beforeAll(async () => {
  test = await openTestHouse()
  bento = authorOf(test)
  await test.ask('bento', { method: 'POST', url: '/api/forms/project', payload: { number: 1, name: 'DTM', training: false } })
})
afterAll(() => test?.close())

const codes = ({ body }: { body: { refusals?: { code: string }[] } }) => body.refusals?.map(({ code }) => code)

describe('a questionnaire that is handed in', () => {
  let form: string
  it('becomes a draft with its questions in both languages', async () => {
    const made = await bento.handIn(`${first}\n${settings('1')}`)
    expect(made.status).toBe(200)
    form = made.body.form
    const shown = await bento.show(form)
    expect([shown.form.code, shown.form.title, shown.form.state]).toEqual(['visita', 'Visita', 'draft'])
    expect(shown.draft!.questions.map(({ path, type }) => [path, type])).toEqual([
      ['/data/pessoas', 'integer'],
      ['/data/fonte', 'select_one'],
      ['/data/dia', 'date'],
    ])
    expect(shown.draft!.languages.toSorted()).toEqual(['English (en)', 'Português (pt)'])
    expect(shown.obstacles).toEqual([])
  })

  it('says of each error the cell and what to do, in both languages, and is not published', async () => {
    const wrong = await bento.handIn(
      `${survey('integer | idade | Idade | Age | ', `text | nome_local | Local | Place | ${answerTo('idad')} > 5`)}\n${settings('1', 'errado')}`,
    )
    const shown = await bento.show(wrong.body.form)
    const finding = shown.draft!.findings.find(({ severity }) => severity === 'refuse')!
    expect([finding.sheet, finding.row]).toEqual(['survey', 3])
    expect(finding.sentence.pt).toMatch(/linha 3.*idad/)
    expect(finding.sentence.en).toMatch(/row 3.*idad/)
    expect(codes(await bento.publish(wrong.body.form))).toEqual(['forms.draft-refused'])
  })

  it('is published with a note, and not without one', async () => {
    expect(codes(await bento.publish(form, ' '))).toEqual(['forms.publish-without-note'])
    expect((await bento.publish(form)).body.name).toBe('1')
    const shown = await bento.show(form)
    expect([shown.form.state, shown.draft, shown.versions.map(({ name, note }) => [name, note])]).toEqual(['published', null, [['1', 'Primeira versão']]])
  })

  it('cannot be handed in by somebody who is not a data officer', async () => {
    for (const who of ['ana', 'celia', 'elsa', 'david'] as const) expect((await authorOf(test, who).handIn(`${first}\n${settings('9')}`)).status, who).toBe(403)
    expect((await authorOf(test, 'ana').ask('GET', '')).status).toBe(403)
  })
})

describe('a new version', () => {
  let form: string
  beforeAll(async () => {
    form = (await bento.handIn(`${first}\n${settings('1', 'agua')}`)).body.form
    await bento.publish(form)
  })

  it('is refused under a version text that phones already know with other content', async () => {
    await bento.handIn(`${survey('integer | pessoas | Quantas pessoas | How many people | ')}\n${settings('1', 'agua')}`)
    expect(codes(await bento.publish(form))).toEqual(['forms.version-taken'])
    await bento.handIn(`${first}\n${settings('1', 'agua')}`)
    expect(codes(await bento.publish(form))).toEqual(['forms.version-unchanged'])
  })

  it('is refused when a question changed its type under the same path, and the path and the remedy are named', async () => {
    const retyped = first.replace('integer | pessoas', 'text | pessoas')
    await bento.handIn(`${retyped}\n${settings('2', 'agua')}`)
    const refused = await bento.publish(form, 'Outra forma de contar')
    expect(codes(refused)).toEqual(['forms.drift'])
    expect(refused.body.refusals[0]!.facts).toMatchObject({ path: 'pessoas', before: 'integer', after: 'text', version: '1' })
    expect(refused.body.refusals[0]!.sentence.pt).toMatch(/pessoas.*outro nome/)
    expect((await bento.show(form)).obstacles.map(({ code }) => code)).toEqual(['forms.drift'])
  })

  it('tells what it adds, removes, renames, and how many answers chose what it no longer offers', async () => {
    const db = asOwner(test.house.doors)
    const [version] = (await bento.show(form)).versions
    const hash = '0'.repeat(64)
    for (const [i, source] of ['rio', 'rio', 'furo'].entries()) {
      const sent = await db.one<{ id: string }>(sql`
        insert into forms.submission (scope, form, form_version, instance_id, xml, payload_hash, files_hash)
        values ('MZ', ${form}, ${version!.id}, ${`uuid:${i}`}, '<data/>', ${hash}, '-') returning id`)
      await db.run(sql`
        insert into forms.answers (scope, submission, form, repeat, turn, parent_turn, answers)
        values ('MZ', ${sent!.id}, ${form}, '', 0, 0, ${JSON.stringify({ pessoas: 4, fonte: source })}::jsonb)`)
    }
    const changed = [
      survey('integer | pessoas | Quantas pessoas | How many people | ', 'select_one agua | fonte | Água | Water | ', 'text | notas | Notas | Notes | '),
      water.replace(/\n.*rio.*/, ''),
    ].join('\n')
    await bento.handIn(`${changed}\n${settings('2', 'agua')}`)
    const { drift } = (await bento.show(form)).draft!
    expect(drift!.added).toEqual([{ path: 'notas', type: 'text' }])
    expect(drift!.removed).toEqual([{ path: 'dia', type: 'date' }])
    expect(drift!.relabelled).toContainEqual({ path: 'pessoas', language: 'Português (pt)', before: 'Pessoas', after: 'Quantas pessoas' })
    expect(drift!.choicesRemoved).toEqual([{ path: 'fonte', choice: 'rio', label: 'Rio', answers: 2 }])
    expect((await bento.publish(form, 'Rio já não se pergunta')).status).toBe(200)
    expect((await bento.show(form)).versions.map(({ name }) => name)).toEqual(['2', '1'])
  })

  it('takes the number that the author gives while publishing, and writes it into the workbook', async () => {
    await bento.handIn(`${first.replace('Pessoas', 'Gente')}\n${settings('1', 'agua')}`)
    expect((await bento.publish(form, 'Outra palavra', '2026.3')).body.name).toBe('2026.3')
    const [newest] = (await bento.show(form)).versions
    const file = await test.ask('bento', { method: 'GET', url: `/api/forms/author/${form}/versions/${newest!.id}/workbook` })
    expect(file.headers['content-disposition']).toContain('questionario.xlsx')
    expect(file.status).toBe(200)
  })

  it('is closed, gives no version more, and is opened again; once retired it does not come back', async () => {
    expect((await bento.ask<{ state: string }>('POST', `/${form}/close`)).body.state).toBe('closed')
    expect(codes(await bento.ask('POST', `/${form}/close`))).toEqual(['forms.not-now'])
    expect((await bento.ask<{ state: string }>('POST', `/${form}/reopen`)).body.state).toBe('published')
    expect((await bento.ask<{ state: string }>('POST', `/${form}/retire`)).body.state).toBe('retired')
    expect(codes(await bento.handIn(`${first}\n${settings('4', 'agua')}`))).toEqual(['forms.retired'])
  })
})

describe('lists and files of a form', () => {
  const withList = `${sheet('survey', 'type | name | label | media::image', 'select_one_from_file places.csv | lugar | Lugar | ', 'select_one_from_file lojas.csv | loja | Loja | mapa.png')}\n${settings('1', 'lista')}`
  it('are attached by themselves when one of our registers has the name, and asked for otherwise', async () => {
    const { form } = (await bento.handIn(withList)).body
    const shown = await bento.show(form)
    expect(shown.draft!.needed).toEqual(['lojas.csv', 'mapa.png', 'places.csv'])
    expect(shown.draft!.attachments.map(({ fileName, kind, list }) => [fileName, kind, list])).toEqual([['places.csv', 'list', 'places']])
    const refused = await bento.publish(form)
    expect(codes(refused)).toEqual(['forms.attachments-missing'])
    expect(refused.body.refusals[0]!.facts).toEqual({ files: ['lojas.csv', 'mapa.png'] })
    expect(codes(await bento.send(`/${form}/attachments`, '.oculto', 'x'))).toEqual(['forms.attachment-name'])
    expect(codes(await bento.ask('POST', `/${form}/lists`, { fileName: 'lojas.csv', list: 'nenhuma' }))).toEqual(['forms.list-unknown'])
    expect((await bento.send(`/${form}/attachments`, 'lojas.csv', 'name,label\n1,Loja')).status).toBe(200)
    expect((await bento.send(`/${form}/attachments`, 'mapa.png', 'png')).status).toBe(200)
    expect((await bento.publish(form)).status).toBe(200)
    // The next draft keeps what the version in the field has.
    await bento.handIn(withList.replace('| 1 |', '| 2 |'))
    expect((await bento.show(form)).draft!.attachments.map(({ fileName }) => fileName)).toEqual(['lojas.csv', 'mapa.png', 'places.csv'])
  })
})

describe('translations', () => {
  type Table = {
    languages: string[]
    lines: { sheet: string; row: number; field: string; texts: Record<string, string> }[]
    coverage: { language: string; said: number }[]
  }
  let form: string
  beforeAll(async () => {
    form = (await bento.handIn(`${first}\n${settings('1', 'lingua')}`)).body.form
    await bento.publish(form)
  })

  it('stand in a table, and a new language becomes a new draft', async () => {
    const { body } = await bento.ask<Table>('GET', `/${form}/translations`)
    expect(body.languages).toEqual(['Português (pt)', 'English (en)'])
    expect(body.lines).toHaveLength(6)
    const changes = [{ sheet: 'survey', row: 2, field: 'label', language: 'Emakhuwa (vmw)', text: 'Atthu' }]
    expect((await bento.ask('POST', `/${form}/translations`, { changes })).status).toBe(200)
    const after = (await bento.ask<Table>('GET', `/${form}/translations`)).body
    expect(after.coverage).toEqual([
      { language: 'Português (pt)', said: 6, of: 6 },
      { language: 'English (en)', said: 6, of: 6 },
      { language: 'Emakhuwa (vmw)', said: 1, of: 6 },
    ])
    expect((await bento.show(form)).draft!.languages).toContain('Emakhuwa (vmw)')
  })

  it('go out as a sheet, come back, and only what differs is taken', async () => {
    const file = await test.server
      .inject({ method: 'GET', url: '/healthz' })
      .then(() => test.ask('bento', { method: 'GET', url: `/api/forms/author/${form}/translations/sheet?lang=en` }))
    expect(file.status).toBe(200)
    const workbook = new ExcelJS.Workbook()
    const page = workbook.addWorksheet('Translations')
    page.addRow(['Sheet', 'Row', 'Text', 'Question or choice', 'Português (pt)', 'English (en)', 'Emakhuwa (vmw)'])
    page.addRow(['survey', 2, 'label', 'pessoas', 'Pessoas', 'People', 'Atthu'])
    page.addRow(['choices', 2, 'label', 'agua · furo', 'Furo', 'Borehole', 'Mukhova'])
    page.addRow(['survey', 99, 'label', 'nada', 'Nada', 'Nothing', 'x'])
    const bytes = Buffer.from(await workbook.xlsx.writeBuffer())
    expect((await bento.send<{ changed: number }>(`/${form}/translations/sheet`, 'traducoes.xlsx', bytes)).body.changed).toBe(1)
    expect(codes(await bento.send(`/${form}/translations/sheet`, 'traducoes.xlsx', bytes))).toEqual(['forms.nothing-translated'])
    expect(codes(await bento.send(`/${form}/translations/sheet`, 'outra.csv', 'a,b\n1,2\n'))).toEqual(['forms.not-translations'])
  })
})

describe('assignments and settings', () => {
  it('give a form to a role, a person or a phone for some days, and are taken back', async () => {
    const { form } = (await bento.handIn(`${first}\n${settings('1', 'dada')}`)).body
    const give = (target: object) => bento.ask<{ id: string }>('POST', '/assignments', { project: 1, form, ...target })
    expect(codes(await give({ targetKind: 'person', target: 'ninguem' }))).toEqual(['forms.target-unknown'])
    expect(codes(await give({ targetKind: 'role', target: 'enumerator', fromDay: '2026-02-02', untilDay: '2026-02-01' }))).toEqual(['forms.days-reversed'])
    const given = await give({ targetKind: 'person', target: test.people.ana.id, untilDay: '2099-01-01' })
    expect(given.status).toBe(200)
    expect((await give({ targetKind: 'person', target: test.people.ana.id })).body.id).toBe(given.body.id)
    expect((await bento.ask('DELETE', `/assignments/${given.body.id}`)).status).toBe(200)
    expect((await bento.ask('DELETE', `/assignments/${given.body.id}`)).status).toBe(404)
  })

  it('name only questions that the form has, and domains that can take it', async () => {
    const { form } = (await bento.handIn(`${first}\n${settings('1', 'definida')}`)).body
    const set = (given: object) => bento.ask<ShownForm['form']>('POST', `/${form}/settings`, given)
    expect(codes(await set({ placeQuestion: '/data/lugar', taker: 'nobody.nothing' }))).toEqual(['forms.question-gone', 'forms.taker-unknown'])
    expect((await set({ dateQuestion: '/data/dia', taker: 'displacement.baseline' })).status).toBe(200)
    await bento.handIn(`${survey('integer | pessoas | Pessoas | People | ')}\n${settings('2', 'definida')}`)
    expect(codes(await bento.publish(form))).toEqual(['forms.question-gone'])
  })
})

describe('a form made from a record', () => {
  it('asks its fields in both languages, with the codes of the country pack as choices', async () => {
    const made = await bento.ask<{ form: string }>('POST', '/from-record', { record: 'displacement.operation', version: '1' })
    expect(made.status).toBe(200)
    const shown = await bento.show(made.body.form)
    expect([shown.draft!.refusals, shown.form.title]).toEqual([0, 'Operação'])
    const questions = shown.draft!.questions as unknown as {
      name: string
      type: string
      required: boolean
      choices?: { name: string; labels: Record<string, string> }[]
    }[]
    const cause = questions.find(({ name }) => name === 'cause')!
    expect([cause.type, cause.required]).toEqual(['select_one', true])
    expect(cause.choices!.find(({ name }) => name === 'conflict')!.labels).toEqual({ 'Português (pt)': 'Conflito', 'English (en)': 'Conflict' })
    expect(questions.map(({ name }) => name)).not.toContain('demonstration')
    expect(codes(await bento.ask('POST', '/from-record', { record: 'displacement.nothing', version: '1' }))).toEqual(['forms.record-unknown'])
  })
})

describe('trying a draft', () => {
  it('types what was filled in, meets no real answer, and is gone when the draft changes', async () => {
    const { form } = (await bento.handIn(`${first}\n${settings('1', 'ensaio')}`)).body
    const xml = '<data id="ensaio" version="1"><pessoas>4</pessoas><fonte>rio</fonte><meta><instanceID>uuid:1</instanceID></meta></data>'
    const tried = await bento.ask<{ answers: { rows: { answers: object }[] } }>('POST', `/${form}/trials`, { xml })
    expect(tried.body.answers.rows[0]!.answers).toMatchObject({ pessoas: 4, fonte: 'rio' })
    const count = async () => (await asOwner(test.house.doors).one<{ n: number }>(sql`select count(*) as n from forms.trial`))!.n
    expect(await count()).toBe(1)
    await bento.handIn(`${first}\n${settings('2', 'ensaio')}`)
    expect(await count()).toBe(0)
  })
})
