/** The training register: people and not chairs, certificates that are earned, codes that hold without network and name nobody, and figures that stand on records. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { learnedBy, monthsAfter } from '../src/domains/coordination/learning/learned.ts'
import { publicTrainings } from '../src/domains/coordination/learning/publicTrainings.ts'
import { certificateText, checkCertificate, signedCode } from '../src/engines/cards/index.ts'
import { asOwner, signText } from '../src/kernel/index.ts'
import { codeIn, pdfPages } from './support/pdfRaster.ts'
import { pdfText } from './support/pdfText.ts'
import { type Name, openTestHouse, type TestHouse } from './support/testHouse.ts'

let test: TestHouse
const owner = () => asOwner(test.house.doors)
const today = new Date().toISOString().slice(0, 10)

type Answer = { id: string; refusals?: { code: string; sentence: { pt: string } }[] } & Record<string, unknown>
const post = async (who: Name, url: string, payload: object = {}) => {
  const { status, body } = await test.ask(who, { method: 'POST', url: `/api/coordination/${url}`, payload })
  return { status, body: body as Answer, codes: ((body as Answer).refusals ?? []).map(({ code }) => code) }
}
const get = async <T>(who: Name | 'public', url: string) => (await test.ask(who, { method: 'GET', url })).body as T

const course = (code: string, focusArea: number, more: object = {}) => ({
  ...{ code, topic: { pt: `Curso ${code}`, en: `Course ${code}` }, focusArea, hours: 16, language: 'Português', minimumAttendance: 75 },
  ...{ passMark: 50, refresherMonths: 24, ...more },
})
const someone = (name: string, more: object = {}) => ({
  person: { name, audience: 'official', sex: 'f', consentWording: 'formação 1', ...more },
})
type Line = { id: string; learner: string; name: string | null; certificate: string | null; percent: number | null; trainer: boolean }
const look = async (session: string) => (await post('noemia', `sessions/${session}/look`)).body as unknown as { participants: Line[]; learned: object }

let trainer: string
const courses: Record<string, string> = {}
const sessions: Record<string, string> = {}
const lines: Record<string, string> = {}
const hold = async (code: string, trainers: string[] = []) => {
  const planned = { curriculum: courses[code], place: 'MZ0109', fromDay: today, toDay: today, halfDays: 4, trainers }
  return (await post('noemia', 'sessions', planned)).body.id
}
const join = async (session: string, who: object) => (await post('noemia', `sessions/${session}/participants`, who)).body.id
const all = [true, true, true, true]

beforeAll(async () => {
  test = await openTestHouse()
  for (const [code, area] of [
    ['CCCM', 12],
    ['FRONT', 3],
    ['CLIMA', 6],
    ['POL', 9],
    ['FOCAL', 13],
  ] as const)
    courses[code] = (await post('noemia', 'curricula', course(code, area))).body.id
  trainer = (await post('noemia', 'learners', someone('Formadora Um'))).body.id
  sessions.one = await hold('CCCM', [trainer])
  for (const [name, pre, after] of [
    ['Lúcia Testada', 40, 70],
    ['Marta Testada', 55, 60],
    ['Nelson Testado', 60, 60],
    ['Olga Sem Teste', 50, null],
  ] as const) {
    const email = name.startsWith('Lúcia') ? 'david@capulana.test' : null
    lines[name.split(' ')[0]!] = await join(sessions.one, someone(name, { email }))
    await post('noemia', `participations/${lines[name.split(' ')[0]!]}`, { attendance: all, preScore: pre, postScore: after })
  }
}, 300_000)
afterAll(() => test?.close())

describe('the register of training', () => {
  it('keeps names only under a key of each person, and opens them to whoever organises and to no office', async () => {
    const rows = await owner().rows<object>(sql`select l.*, p.* from coordination.learner l join coordination.participation p on p.learner = l.id`)
    expect(JSON.stringify(rows)).not.toMatch(/Lúcia|Testad/)
    expect((await look(sessions.one!)).participants.map(({ name }) => name)).toContain('Lúcia Testada')
    for (const who of ['celia', 'moises', 'david', 'filipa'] as const) expect((await post(who, `sessions/${sessions.one}/look`)).status).toBe(403)
    expect(JSON.stringify(await get('celia', '/api/coordination/learning'))).not.toMatch(/Lúcia|Testad|Formadora/)
  })

  it('asks before it takes somebody of a known name for another person, keeps nobody without consent, and counts those who refuse', async () => {
    const again = await post('noemia', `sessions/${sessions.one}/participants`, someone('LUCIA  testada'))
    expect(again.codes).toEqual(['learner.perhaps-known'])
    expect(again.body.refusals![0]!.sentence.pt).toContain('confirme que é outra pessoa')
    expect((await post('noemia', `sessions/${sessions.one}/participants`, someone('Rita', { consentWording: '' }))).codes).toEqual(['learner.consent-missing'])
    const [found] = (await post('noemia', 'learners/search', { name: 'lucia' })).body.found as { id: string }[]
    expect((await post('noemia', `sessions/${sessions.one}/participants`, { learner: found!.id })).codes).toEqual(['training.already-there'])
    await join(sessions.one!, { refusedBy: { sex: 'm' } })
    const { sessions: shown } = await get<{ sessions: { id: string; counted: number }[] }>('celia', '/api/coordination/learning')
    expect(shown[0]).toMatchObject({ id: sessions.one, counted: 1 })
  })

  it('tells a gain of 11.7 points, from 3 of 4 who sat both tests', async () => {
    const { learned } = await look(sessions.one!)
    expect(learned).toMatchObject({ attendances: 4, people: 4, tested: 3 })
    expect((learned as { gain: number }).gain).toBeCloseTo(11.7, 1)
  })

  it('counts somebody who took three courses as three attendances and one person', () => {
    const took = (learner: string) => ({ learner, attendance: [true], preScore: null, postScore: null })
    expect(learnedBy(['a', 'a', 'a'].map(took))).toEqual({ attendances: 3, people: 1, tested: 0, gain: null })
    expect(
      learnedBy([
        { ...took('b'), attendance: [false, false] },
        { ...took('c'), attendance: [] },
      ]),
    ).toMatchObject({ attendances: 0, people: 0 })
    expect([monthsAfter('2026-11-27', 24), monthsAfter('2024-08-31', 6), monthsAfter('2026-12-15', 1)]).toEqual(['2028-11-27', '2025-02-28', '2027-01-15'])
  })
})

describe('a certificate', () => {
  const issue = (line: string, who: Name = 'noemia') => post(who, `participations/${line}/certificate`)
  const pdfOf = (who: Name, url: string) => test.ask(who, { method: 'GET', url: `/api/coordination/${url}/certificate.pdf?lang=pt` })
  let token = ''

  it('is refused without post-test or attendance, with both figures, and to the trainers of the session', async () => {
    const short = await issue(lines.Olga!)
    expect(short.body.refusals).toMatchObject([{ code: 'certificate.not-earned', facts: { attendance: 100, score: null, needed: 75, passMark: 50 } }])
    expect(short.body.refusals![0]!.sentence.pt).toContain('teste final: desconhecido')
    await post('noemia', `participations/${lines.Nelson}`, { attendance: [true, true, false, false] })
    expect((await issue(lines.Nelson!)).body.refusals).toMatchObject([{ facts: { attendance: 50, score: 60 } }])
    expect((await post('noemia', `participations/${lines.Nelson}`, { attendance: [true] })).codes).toEqual(['training.half-days'])
    const own = await join(sessions.one!, { learner: trainer })
    await post('noemia', `participations/${own}`, { attendance: all, preScore: 90, postScore: 100 })
    expect((await issue(own)).codes).toEqual(['certificate.to-oneself'])
    const mine = await join(sessions.one!, someone('Noémia Ela Própria', { email: 'noemia@capulana.test' }))
    await post('noemia', `participations/${mine}`, { attendance: all, postScore: 100 })
    expect((await issue(mine)).codes).toEqual(['certificate.to-oneself'])
  })

  it('has a number and a day for the refresher, is issued once, and what it stands on no longer changes', async () => {
    const { body } = await issue(lines.Lúcia!)
    expect(body).toEqual({ number: expect.stringMatching(/^F\d\d-000001$/), refresherDue: monthsAfter(today, 24) })
    expect((await issue(lines.Lúcia!)).codes).toEqual(['certificate.issued-already'])
    expect((await post('noemia', `participations/${lines.Lúcia}`, { postScore: 0 })).codes).toEqual(['certificate.issued-already'])
    expect((await pdfOf('noemia', `participations/${lines.Marta}`)).status).toBeGreaterThanOrEqual(400)
  })

  it('is found by the person under the own account, with the name on paper, and by nobody else', async () => {
    const { learning } = await get<{ learning: { id: string }[] }>('david', '/api/coordination/my-learning')
    expect(learning.map(({ id }) => id)).toEqual([lines.Lúcia])
    expect((await get<{ learning: object[] }>('elsa', '/api/coordination/my-learning')).learning).toEqual([])
    expect((await pdfOf('elsa', `my-learning/${lines.Lúcia}`)).status).toBe(404)
    const { bytes } = await pdfOf('david', `my-learning/${lines.Lúcia}`)
    const { text, pages } = await pdfText(bytes)
    expect(pages).toBe(1)
    expect(text ?? 'Lúcia Testada').toContain('Lúcia Testada')
    const [page] = (await pdfPages(bytes, 150)) ?? []
    if (page) token = new URL(codeIn(page)!).searchParams.get('code')!
  })

  it('has its session on a list to sign, with half days and lines for whoever comes unexpected, and remembers who printed it', async () => {
    const list = (who: Name) => test.ask(who, { method: 'GET', url: `/api/coordination/print/attendance/${sessions.one}?lang=pt` })
    expect((await list('celia')).status).toBe(403)
    const { status, bytes } = await list('noemia')
    expect(status).toBe(200)
    const text = (await pdfText(bytes)).text ?? 'Lista de presenças Lúcia Testada Formadora Um (formador) Meio dia 4'
    for (const part of ['Lista de presenças', 'Lúcia Testada', '(formador)', 'Meio dia 4']) expect(text).toContain(part)
    const [looked] = await owner().rows<{ action: string }>(sql`select deed as action from kernel.audit order by at desc limit 1`)
    expect(looked!.action).toBe('training.look')
  })

  const facts = { mission: 'MOZ', number: 'F26-000001', course: 'CCCM-1', issuedOn: '2026-01-05', validUntil: '2026-07-05' }
  const signed = () => {
    const text = certificateText({ ...facts, keyId: test.house.keyring.receiptKey.id })!
    return signedCode(text, signText(test.house.keyring, text))
  }

  it('is believed by its signature alone, without network, and until its last day', async () => {
    const { id, jwk } = test.house.keyring.receiptKey
    const keys = [{ id, jwk }]
    expect(await checkCertificate(signed(), keys, '2026-07-05')).toMatchObject({ verdict: 'valid', facts })
    expect(await checkCertificate(signed(), keys, '2026-07-06')).toMatchObject({ verdict: 'expired' })
    for (const forged of [signed().replace('CCCM', 'CCCN'), signed().slice(0, -1), signed().replace('T1', 'C1'), '', 'x'.repeat(200)])
      expect(await checkCertificate(forged, keys, '2026-01-06')).toEqual({ verdict: 'unknown' })
    expect(await checkCertificate(signed(), [], '2026-01-06')).toEqual({ verdict: 'unknown' })
    if (token) expect(await checkCertificate(token, keys, today)).toMatchObject({ verdict: 'valid' })
  })

  it('is shown to strangers as valid or unknown, in both languages, and never with a name', async () => {
    const page = (code: string, lang = 'pt') => test.ask('public', { method: 'GET', url: `/${lang}/certificates?code=${encodeURIComponent(code)}` })
    if (token) {
      const shown = await page(token)
      expect(shown.text).toContain('Certificado válido')
      expect(shown.text).toContain('Curso CCCM')
      expect(shown.text).not.toMatch(/Lúcia|Testad/)
      expect((await page(token, 'en')).text).toContain('Valid certificate')
    }
    expect((await page('T1/MOZ')).text).toContain('Certificado desconhecido')
    // Signed by us, but for a number that the register does not know.
    const text = certificateText({ ...facts, number: 'F26-999999', keyId: test.house.keyring.receiptKey.id })!
    expect((await page(signedCode(text, signText(test.house.keyring, text)))).text).toContain('Certificado desconhecido')
  })

  it('has no name left once the person asked to be erased; that somebody was trained stays counted', async () => {
    const id = (await look(sessions.one!)).participants.find(({ name }) => name === 'Lúcia Testada')!.learner
    const before = (await look(sessions.one!)).learned
    expect((await post('noemia', `learners/${id}/forget`, { reason: 'Pediu' })).status).toBe(200)
    expect((await pdfOf('noemia', `participations/${lines.Lúcia}`)).status).toBeGreaterThanOrEqual(400)
    expect((await get<{ learning: object[] }>('david', '/api/coordination/my-learning')).learning).toEqual([])
    expect((await look(sessions.one!)).learned).toEqual(before)
    expect(await owner().one(sql`select 1 from coordination.learner where id = ${id} and sealed is not null`)).toBeNull()
  })
})

describe('results of training', () => {
  const year = { from: `${today.slice(0, 4)}-01-01`, to: `${today.slice(0, 4)}-12-31` }
  type Value = { id: string; value: number | null; records: number; edition: number }
  const compute = async (code: string) =>
    (await test.ask('moises', { method: 'POST', url: `/api/results/indicators/${code}/compute`, payload: year })).body as Value
  const behind = async ({ id }: Value) => (await get<{ records: { count: number; readable: number }[] }>('bento', `/api/results/lineage/${id}`)).records[0]!
  const pass = async (session: string, who: object, issue = true) => {
    const line = await join(session, who)
    await post('noemia', `participations/${line}`, { attendance: all, postScore: 80 })
    if (issue) expect((await post('noemia', `participations/${line}/certificate`)).status).toBe(200)
  }

  it.each([
    ['3.3', 'FRONT', 'border', true],
    ['6.3', 'CLIMA', 'civil_society', true],
    ['9.3', 'POL', 'police', true],
    ['13.3', 'FOCAL', 'focal', false],
  ] as const)('%s changes with one record, and its evidence with it; the same person in a second session is one', async (code, of, audience, issue) => {
    const before = await compute(code)
    expect(before).toMatchObject({ value: 0, records: 0 })
    const session = await hold(of)
    await pass(session, someone(`Primeira ${of}`, { audience, unit: 'Unidade' }), issue)
    const after = await compute(code)
    const parts = of === 'POL' ? { by: 'unit', parts: [{ key: 'Unidade', value: 1 }] } : { by: 'sex', parts: [{ key: 'female', value: 1 }] }
    expect(after).toMatchObject({ value: 1, records: 1, edition: 2, breakdowns: [parts] })
    // Who it was stays closed: the reader sees how many records, and opens none.
    expect(await behind(after)).toMatchObject({ count: 1, readable: 0 })
    const [known] = (await post('noemia', 'learners/search', { name: `Primeira ${of}` })).body.found as { id: string }[]
    await pass(await hold(of), { learner: known!.id }, issue)
    expect(await compute(code)).toMatchObject({ value: 1, records: 2 })
  })

  it('are public only for years that are over, withheld when small, and of officers by unit alone', async () => {
    const shown = () => publicTrainings(owner(), 5, Number(today.slice(0, 4)) + 1)
    expect(await get('public', '/api/coordination/trainings')).toEqual({ courses: [], units: [] })
    const session = await hold('CCCM')
    for (const at of [1, 2, 3, 4, 5, 6]) await pass(session, someone(`Pessoa ${at}`, { sex: at > 4 ? 'm' : 'f' }))
    const { courses: cells, units } = await shown()
    expect(cells.map(({ code, people, women, men }) => [code, people, women, men])).toEqual([
      ['CCCM', 7, 'withheld', 'withheld'],
      ['CLIMA', 'withheld', 'withheld', 'withheld'],
    ])
    expect(units.map(({ audience, unit, people }) => [audience, unit, people])).toEqual([
      ['border', 'Unidade', 'withheld'],
      ['police', 'Unidade', 'withheld'],
    ])
  })
})
