/** A month of the 4W with two partners: each reads and writes its own rows and no other's, until the lock; after it a change is a correction with its reason. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SnapshotCollection } from '../src/domains/coordination/fourW/snapshot/snapshotGeoJson.ts'
import { addPerson, asOwner, isRefused, openSession, today } from '../src/kernel/index.ts'
import { type Mine, organisationsTogether, type Refusing } from './support/fourWTogether.ts'
import { fromText, multipart, type Preview, wizardOf } from './support/importing.ts'
import { pdfText } from './support/pdfText.ts'
import { openTestHouse, type TestHouse } from './support/testHouse.ts'

const file = [
  '#activity+code,#org,#sector,#activity+type,#adm2+code,#reached,#status,#date+start',
  'A1,Oxfam,WASH,Water,MZ0109,1200,ongoing,2026-09-01',
  'A2,Oxfam,WASH,Hygiene,MZ0103,500,ongoing,2026-09-01',
  'B1,Save the Children,Educação,Supplies,MZ0109,300,ongoing,2026-09-01',
  'C1,AVSI,Proteção,Safe space,MZ0104,80,completed,2026-09-01',
].join('\n')

describe('a month of the 4W', () => {
  let test: TestHouse
  let cycle: string
  const sessions: Record<string, string> = {}
  const owner = () => asOwner(test.house.doors)

  const asPartner = async (name: string, method: 'GET' | 'POST', url: string, payload?: object) => {
    const answered = await test.server.inject({ method, url, payload, cookies: { capulana_session: sessions[name]! } })
    return { status: answered.statusCode, body: answered.json() }
  }
  const mine = async (name: string) => (await asPartner(name, 'GET', '/api/coordination/mine')).body as Mine
  const answer = (name: string, answers: object[]) => asPartner(name, 'POST', '/api/coordination/mine/answers', { answers })
  const step = async (name: string) =>
    (await test.ask('noemia', { method: 'POST', url: `/api/coordination/months/${cycle}/${name}`, payload: {} })) as { status: number }
  const codes = (body: unknown) => (body as Refusing).refusals.map(({ code }) => code)

  beforeAll(async () => {
    test = await openTestHouse()
    await wizardOf(test, 'noemia').takeIn(fromText('4w.csv', file), { kind: 'fourW' })
    for (const [name, organisation] of [
      ['olga', 'Oxfam'],
      ['sara', 'Save the Children'],
    ]) {
      const found = await owner().one<{ id: string }>(sql`select id from organisations.organisation where name = ${organisation}`)
      const person = await addPerson(test.house.doors, { name: name!, email: `${name}@partner.test`, roles: ['partner'], areas: ['*'], worksFor: found!.id })
      if (isRefused(person)) throw new Error(JSON.stringify(person))
      sessions[name!] = await openSession(test.house.doors, person.id)
    }
  })
  afterAll(() => test?.close())

  it('opens for every organisation with work under way, once', async () => {
    const open = () => test.ask('noemia', { method: 'POST', url: '/api/coordination/months', payload: { month: '2026-11-01', dueOn: '2026-12-05' } })
    const { body } = (await open()) as unknown as { body: { id: string; partners: number } }
    expect(body.partners).toBe(2)
    cycle = body.id
    expect(codes((await open()).body)).toEqual(['coordination.month-open-already'])
    expect((await step('remind')).status).toBe(200)
  })

  it('shows each partner its own rows alone, in every door', async () => {
    expect((await mine('olga')).activities.map(({ activityType }) => activityType).toSorted()).toEqual(['Hygiene', 'Water'])
    expect((await mine('sara')).activities.map(({ activityType }) => activityType)).toEqual(['Supplies'])
    expect((await mine('sara')).report).toMatchObject({ state: 'reminded' })
    const listed = (await asPartner('sara', 'GET', '/api/coordination/activities')).body as { total: number }
    expect(listed.total).toBe(1)
    expect((await asPartner('sara', 'GET', '/api/coordination/presence')).status).toBe(403)
    const water = (await mine('olga')).activities.find(({ activityType }) => activityType === 'Water')!
    expect(codes((await answer('sara', [{ activity: water.id, answer: 'ended' }])).body)).toEqual(['access.not-found'])
    expect((await asPartner('sara', 'GET', `/api/coordination/activity/${water.id}`)).status).toBe(404)
    expect(codes((await test.ask('david', { url: '/api/coordination/mine' })).body)).toEqual(['coordination.no-organisation'])
  })

  it('takes yes, ended and changed, refuses what cannot be, and is handed in when all is answered', async () => {
    const [first, second] = (await mine('olga')).activities
    expect(codes((await asPartner('olga', 'POST', '/api/coordination/mine/submit', {})).body)).toEqual(['coordination.stale'])
    const wrong = [{ activity: first!.id, answer: 'changed', said: { status: 'planned', people: 5, fromDay: '2026-10-02', toDay: '2026-10-01' } }]
    expect(codes((await answer('olga', wrong)).body)).toEqual([
      'coordination.planned-but-reached',
      'coordination.end-before-start',
      'coordination.unit-missing',
    ])
    const right = [
      { activity: first!.id, answer: 'yes' },
      { activity: second!.id, answer: 'changed', said: { people: 650, unit: 'person', kind: 'cumulative' } },
    ]
    expect((await answer('olga', right)).body).toEqual({ answered: 2 })
    const added = { sector: 'wash', activityType: 'Latrines', place: 'MZ0101', status: 'ongoing', people: 40, unit: 'person' }
    expect((await asPartner('olga', 'POST', '/api/coordination/mine/activities', added)).status).toBe(200)
    expect((await asPartner('olga', 'POST', '/api/coordination/mine/activities', { ...added, place: 'MZ0117' })).body).toMatchObject({
      refusals: [{ code: 'coordination.place-not-found' }],
    })
    expect((await asPartner('olga', 'POST', '/api/coordination/mine/submit', {})).body).toEqual({ state: 'submitted' })
    const { body } = (await test.ask('noemia', { url: '/api/coordination/month' })) as unknown as { body: { partners: unknown[]; changes: unknown } }
    expect(body.partners).toMatchObject([
      { name: 'Save the Children', state: 'reminded', activities: 1, confirmed: 0 },
      { name: 'Oxfam', state: 'submitted', onTime: true, activities: 3, confirmed: 3 },
    ])
    expect(body.changes).toMatchObject({ changed: 1, ended: 0, corrections: 0 })
  })

  it('keeps silence as not confirmed, never as ended, and after the lock takes corrections with a reason', async () => {
    expect((await step('lock')).status).toBe(422)
    expect([(await step('validate')).status, (await step('lock')).status]).toEqual([200, 200])
    const [supplies] = (await mine('sara')).activities
    expect(supplies).toMatchObject({ status: 'ongoing', confirmed: false })
    const change = { activity: supplies!.id, answer: 'changed', said: { people: 280, unit: 'person' } }
    expect(codes((await answer('sara', [change])).body)).toEqual(['coordination.month-locked'])
    expect((await answer('sara', [{ ...change, reason: 'Counted twice' }])).body).toEqual({ answered: 1 })
    const kept = await owner().rows<{ kind: string; reason: string; before: { activity: object } }>(
      sql`select kind, reason, before from coordination.activity_change where activity = ${supplies!.id}`,
    )
    expect(kept).toMatchObject([{ kind: 'correction', reason: 'Counted twice', before: { activity: { reached_people: 300 } } }])
    expect((await mine('sara')).activities[0]!.people).toBe(280)
    const counting = { works: [{ record: 'relief.distribution', row: supplies!.id }], reason: '' }
    const countFrom = async (name: string, given: object) =>
      codes((await asPartner(name, 'POST', `/api/coordination/activities/${supplies!.id}/counted-from`, given)).body)
    expect(await countFrom('sara', counting)).toEqual(['coordination.month-locked'])
    expect(await countFrom('sara', { ...counting, reason: 'By hand-overs' })).toEqual(['coordination.not-to-count-from'])
    expect(await countFrom('olga', { ...counting, reason: 'Not hers' })).toEqual(['access.not-found'])
    const who = { women: 90, men: 60, girls: 70, boys: 61 }
    const told = (given: object) => answer('sara', [{ ...change, said: { ...change.said, who: { ...who, ...given } }, reason: 'By sex and age' }])
    expect(codes((await told({})).body)).toEqual(['coordination.parts-above-total'])
    expect((await told({ boys: null })).body).toEqual({ answered: 1 })
    type Rows = { body: { rows: { activityType: string; who: object }[] } }
    const whoOf = async () => ((await test.ask('noemia', { url: '/api/coordination/activities' })) as unknown as Rows).body.rows
    expect((await whoOf()).find(({ activityType }) => activityType === 'Supplies')!.who).toEqual({ ...who, boys: null })
    // Parts of an earlier total are no parts of the next.
    expect((await answer('sara', [{ ...change, reason: 'Counted once more' }])).body).toEqual({ answered: 1 })
    expect((await whoOf()).find(({ activityType }) => activityType === 'Supplies')!.who).toEqual({ women: null, men: null, girls: null, boys: null })
  })

  it('publishes the locked month by district, and protection by province only', async () => {
    const publish = (payload: object) => test.ask('noemia', { method: 'POST', url: `/api/coordination/months/${cycle}/publish`, payload })
    expect(codes((await publish({ licence: '', credit: '' })).body)).toEqual(['coordination.terms-missing'])
    const terms = { licence: 'CC BY 4.0', credit: 'Cluster coordination' }
    const { body } = (await publish(terms)) as unknown as { body: { slug: string } }
    expect(body.slug).toBe('moz-4w-2026-11')
    expect(codes((await publish(terms)).body)).toEqual(['coordination.published-already'])
    const page = await test.ask('public', { url: `/en/publications/${body.slug}` })
    expect(page.status).toBe(200)
    expect(page.text).toContain('whole province')
    expect(page.text).toContain('not a count of people')
    const dictionary = await test.ask('public', { url: `/en/publications/${body.slug}/v1/dictionary` })
    expect(dictionary.text).toContain('Operational presence')
    expect((await test.ask('public', { url: '/en/method/4w-snapshot' })).status).toBe(200)
    const csv = await test.ask('public', { url: `/files/${body.slug}/1/MOZ-4w-2026-11.csv` })
    const [, tags, ...rows] = csv.text.trim().split(/\r?\n/)
    expect(tags).toContain('#adm1+code,#adm1+name,#adm2+code')
    const protection = rows.filter((row) => row.includes('Protection'))
    expect(protection).toHaveLength(1)
    expect(protection[0]).toContain('MZ01,Cabo Delgado,,,')
    expect(csv.text + page.text).not.toMatch(/MZ0104|Cidade de Pemba|Safe space/)
    const map = JSON.parse((await test.ask('public', { url: `/files/${body.slug}/1/MOZ-4w-2026-11.geojson` })).text) as SnapshotCollection
    expect(
      map.features.map(({ id, properties: { level, organisations, sectors }, geometry }) => [id, level, organisations, sectors, geometry !== null]),
    ).toEqual([
      ['MZ0101', 2, 1, { wash: 1 }, true],
      ['MZ0103', 2, 1, { wash: 1 }, true],
      ['MZ0109', 2, 2, { education: 1, wash: 1 }, true],
      ['MZ01', 1, 1, { protection: 1 }, true],
    ])
    const sheet = await test.ask('public', { url: `/files/${body.slug}/1/MOZ-4w-2026-11-pt.pdf` })
    expect(sheet.bytes.subarray(0, 5).toString()).toBe('%PDF-')
    expect((await test.ask('public', { url: '/api/coordination/presence' })).status).toBe(401)
  })

  it('puts the gap matrix on paper: a need that is known in numbers, one that nobody knows in words, and one sector alone', async () => {
    await owner().run(sql`
      insert into coordination.place_figure (scope, place, figure, sector, people, as_of, source)
      select p.pcode, p.id, 'in_need', f.sector, f.people, '2026-10-01'::date, 'Invented for a test' from places.place p
      join (values ('MZ0109', 'wash', 3000), ('MZ0103', 'wash', 100), ('MZ0112', 'education', 700), ('MZ01', 'health', 5000)) f (pcode, sector, people) on f.pcode = p.pcode`)
    const paper = async (query: string) => {
      const { status, bytes } = await test.ask('noemia', { url: `/api/coordination/print/gaps?${query}` })
      expect(status).toBe(200)
      return (await pdfText(bytes)).text?.replace(/\s+/g, ' ')
    }
    const [pt, education] = [await paper('lang=pt'), await paper('lang=en&sector=education&status=active')]
    // Two in one sector, who may be the same people or others: a range.
    const moveTo = (sector: string) => owner().run(sql`update coordination.activity set sector = ${sector} where external_id = 'B1'`)
    await moveTo('wash')
    const en = await paper('lang=en')
    await moveTo('education')
    // Nothing is said of the text where no reader of PDF is.
    const stands = (text: string | undefined, ...parts: RegExp[]) => {
      for (const part of text === undefined ? [] : parts) expect(text, String(part)).toMatch(part)
    }
    const inPt = [/Com necessidade conhecida: 4 de 7 combinações/, /Cabo Delgado 7 4 3 1/, /necessidade não conhecida/, /não se pode dizer/, /\b2\s350\b/]
    stands(pt, ...inPt, /toda a província/, /mais alcançadas do que com necessidade/, /no máximo 700/, /Intervalo, e não uma contagem de pessoas/)
    stands(pt, /Fonte 1 da necessidade: Invented for a test, 1 de outubro de 2026/, /Protecção por distrito: só para quem coordena/)
    stands(en, /4 of 6 combinations/, /need not known/, /\b650 to 930\b/, /\b2,070 to 2,350\b/, /whole province/, /more reached than in need/, /at most 5,000/)
    stands(education, /Only the sector: Education/, /Only activities: ongoing or completed/, /1 of 2 combinations/)
    expect(education ?? '').not.toMatch(/Water|Protection/)
    type Gaps = { gaps: { place: string; sector: string }[]; places: Record<string, { name: string }> }
    const { body } = (await test.ask('noemia', { url: '/api/coordination/reach?sector=education' })) as unknown as { body: Gaps }
    // Somebody is in need where nobody works: the place has its name, and needs of other sectors were not asked for.
    expect(body.gaps.map(({ place, sector }) => [body.places[place]?.name, sector])).toEqual([
      ['Metuge', 'education'],
      ['Mueda', 'education'],
    ])
    await owner().run(sql`delete from coordination.place_figure`)
  })

  it('greys a district whose work nobody has confirmed for two months, and never one whose work is over', async () => {
    const silent = async () => {
      const { body } = (await test.ask('noemia', { url: '/api/coordination/presence' })) as unknown as { body: { silent: string[] } }
      return body.silent
    }
    expect(await silent()).toEqual([])
    await owner().run(sql`create table public.told as select id, last_confirmed, recorded_at from coordination.activity`)
    await owner().run(sql`update coordination.activity set last_confirmed = null, recorded_at = now() - interval '70 days'`)
    // In Metuge one row was confirmed today; the work in Pemba is completed.
    await owner().run(sql`update coordination.activity set last_confirmed = current_date where external_id = 'B1'`)
    expect(await silent()).toEqual(['MZ0101', 'MZ0103'])
    await owner().run(sql`
      update coordination.activity a set last_confirmed = t.last_confirmed, recorded_at = t.recorded_at from public.told t where t.id = a.id`)
    await owner().run(sql`drop table public.told`)
  })

  it('refuses to take an import back for which partners have answered since', async () => {
    const made = await owner().one<{ id: string }>(sql`select id from kernel.import where kind = 'fourW'`)
    expect(codes((await wizardOf(test, 'noemia').takeBack(made!.id)).body)).toEqual(['coordination.undo-answered'])
  })

  describe("a partner's own workbook", () => {
    const own = (...rows: string[]) => fromText('save.csv', [`${file.split('\n')[0]!.replace('#org', '#org,#org+impl')},#comment`, ...rows].join('\n'))
    const handIn = async (name: string, rows: string[], fields: Record<string, string> = {}) => {
      const sent = multipart(own(...rows), { kind: 'fourWOwn', ...fields })
      const answered = await test.server.inject({ method: 'POST', url: '/api/imports', ...sent, cookies: { capulana_session: sessions[name]! } })
      return answered.json() as { import: { id: string; choices: { target: object } } } & Refusing
    }
    const look = async (name: string, id: string) =>
      (await asPartner(name, 'GET', `/api/imports/${id}/preview`)).body.preview as Preview & {
        details: { changed: number; gone: number; asksForReason: boolean }
      }
    const confirm = (name: string, id: string) => asPartner(name, 'POST', `/api/imports/${id}/confirm`, {})
    const standing = async () => JSON.stringify(await owner().rows(sql`select * from coordination.activity order by id`))
    const b1 = 'B1,Save the Children,,Educação,Supplies,MZ0109'

    it('takes its own rows alone, as a correction once the month is locked, and is taken back', async () => {
      const before = await standing()
      const rows = [
        `${b1},260,ongoing,2026-09-01`,
        'B2,SAVE THE CHILDREN,Nobody Knows,Educação,Tents,MZ0103,90,ongoing,2026-11-01,Ask Maria Exemplo',
        'A1,Oxfam,,WASH,Water,MZ0109,1,cancelled,2026-09-01',
      ]
      const { import: made } = await handIn('sara', rows, { organisation: 'somebody else' })
      const seen = await look('sara', made.id)
      expect(seen).toMatchObject({
        rows: 3,
        outOfScope: 1,
        quarantined: 0,
        details: { new: 1, changed: 1, known: 0, newOrganisations: 0, asksForReason: true },
      })
      expect(seen.findings.map(({ code }) => code)).toEqual(
        expect.arrayContaining(['coordination.other-organisation', 'coordination.becomes-correction', 'coordination.implementer-unknown']),
      )
      expect(codes((await confirm('sara', made.id)).body)).toEqual(['coordination.month-locked'])
      await asPartner('sara', 'POST', `/api/imports/${made.id}/choices`, { target: { reason: 'Recounted', organisation: 'somebody else' } })
      expect((await confirm('sara', made.id)).body).toMatchObject({ summary: { imported: 1, changed: 1, confirmed: 0 } })
      expect((await mine('sara')).activities.map(({ activityType, people }) => [activityType, people]).toSorted()).toEqual([
        ['Supplies', 260],
        ['Tents', 90],
      ])
      expect((await mine('olga')).activities.find(({ activityType }) => activityType === 'Water')).toMatchObject({ status: 'ongoing' })
      const kept = await owner().rows(sql`select kind, reason, cycle from coordination.activity_change where import_id = ${made.id}`)
      expect(kept).toEqual([1, 2].map(() => ({ kind: 'correction', reason: 'Recounted', cycle })))
      type After = { corrections: { activityType: string; isNew: boolean; reason: string }[]; uploads: { id: string; organisation: string; state: string }[] }
      const office = async (url: string) =>
        ((await test.ask('noemia', { url: `/api/coordination/${url}` })) as unknown as { body: After & { changes: { new: number } } }).body
      expect((await office('corrections')).corrections.map(({ activityType, isNew, reason }) => [activityType, isNew, reason])).toEqual(
        expect.arrayContaining([
          ['Tents', true, 'Recounted'],
          ['Supplies', false, 'Recounted'],
          ['Supplies', false, 'Counted twice'],
        ]),
      )
      // Coordination reads what was understood and found, and neither the file nor its comments.
      expect((await office('uploads')).uploads).toMatchObject([{ id: made.id, organisation: 'Save the Children', state: 'imported' }])
      const opened = await test.ask('noemia', { url: `/api/coordination/uploads/${made.id}` })
      expect(opened.body).toMatchObject({ rows: 3, outOfScope: 1, upload: { reason: 'Recounted' } })
      expect(opened.text).toContain('coordination.implementer-unknown')
      expect(opened.text).not.toContain('Maria Exemplo')
      for (const path of ['', '/preview', '/give-back'])
        expect(codes((await test.ask('noemia', { url: `/api/imports/${made.id}${path}` })).body)).toEqual(['import.not-found'])
      expect((await asPartner('sara', 'GET', `/api/coordination/uploads/${made.id}`)).status).toBe(403)
      const seenBy = async (name: string) => ((await asPartner(name, 'GET', '/api/imports')).body as { id: string }[]).map(({ id }) => id)
      expect([await seenBy('sara'), await seenBy('olga')]).toEqual([[made.id], []])
      for (const path of ['', '/preview']) expect(codes((await asPartner('olga', 'GET', `/api/imports/${made.id}${path}`)).body)).toEqual(['import.not-found'])
      expect(codes((await asPartner('olga', 'POST', `/api/imports/${made.id}/undo`, {})).body)).toEqual(['import.not-found'])
      expect(codes((await test.ask('david', { method: 'POST', url: '/api/imports', ...multipart(own(), { kind: 'fourWOwn' }) })).body)).toEqual([
        'coordination.no-organisation',
      ])
      expect((await asPartner('sara', 'POST', `/api/imports/${made.id}/undo`, {})).status).toBe(200)
      expect(await standing()).toBe(before)
    })

    it('vouches for what it says again, while the month is open', async () => {
      await test.ask('noemia', { method: 'POST', url: '/api/coordination/months', payload: { month: '2026-12-01', dueOn: '2027-01-05' } })
      const { import: made } = await handIn('sara', [`${b1},300,ongoing,2026-09-01`])
      expect((await look('sara', made.id)).details).toMatchObject({ new: 0, known: 1, changed: 0, asksForReason: false })
      expect((await confirm('sara', made.id)).body).toMatchObject({ summary: { imported: 0, changed: 0, confirmed: 1 } })
      const row = await owner().one(sql`select last_confirmed::text as day, people.kind from coordination.activity a
        join coordination.activity_change people on people.activity = a.id where people.import_id = ${made.id}`)
      expect(row).toEqual({ day: today(), kind: 'confirmed' })
    })

    organisationsTogether({ house: () => test, file, sessions, owner, asPartner, mine, handIn, look, confirm, codes })

    it('is given out with its own rows alone, and taken in again as known', async () => {
      const cookies = { capulana_session: sessions.sara! }
      const { rawPayload: bytes } = await test.server.inject({ url: '/api/coordination/workbook?lang=en', cookies })
      const sent = multipart({ name: '4w.xlsx', bytes }, { kind: 'fourWOwn' })
      const { import: back } = (await test.server.inject({ method: 'POST', url: '/api/imports', ...sent, cookies })).json() as { import: { id: string } }
      expect(await look('sara', back.id)).toMatchObject({
        rows: (await mine('sara')).activities.length,
        outOfScope: 0,
        quarantined: 0,
        details: { new: 0, changed: 0, gone: 0 },
      })
    })

    it('remembers an answer for this partner alone', async () => {
      const unknown = ['B3,Save the Children,,Educação,Desks,MZ0199,20,ongoing,2026-11-01', 'A3,Oxfam,,WASH,Wells,MZ0199,20,ongoing,2026-11-01']
      const { import: made } = await handIn('sara', unknown)
      expect((await look('sara', made.id)).quarantined).toBe(1)
      await asPartner('sara', 'POST', `/api/imports/${made.id}/choices`, { answers: { 'coordination.place-not-found/MZ0199': 'use|MZ0109' } })
      expect((await confirm('sara', made.id)).body).toMatchObject({ summary: { imported: 1 } })
      const again = await handIn('sara', unknown)
      expect((await look('sara', again.import.id)).quarantined).toBe(0)
      const other = await handIn('olga', unknown)
      expect(await look('olga', other.import.id)).toMatchObject({ quarantined: 1, outOfScope: 1 })
    })
  })
})
