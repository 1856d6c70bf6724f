/** Drawings of designs, each refusal met, and the public library: in under a licence, out at once, with nothing of who lives in a house. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { multipart } from './support/importing.ts'
import { telephonePicture } from './support/pictures.ts'
import { enrol } from './support/secondFactor.ts'
import { openTestHouse, type TestHouse } from './support/testHouse.ts'

let test: TestHouse
beforeAll(async () => {
  test = await openTestHouse()
  await enrol(test.house, test.people.tomas.id)
})
afterAll(() => test.close())

type Answer = { id: string; refusals?: { code: string; sentence: { pt: string; en: string } }[] }
const post = async (url: string, payload: object) => (await test.ask('tomas', { method: 'POST', url: `/api/solutions/${url}`, payload })).body as Answer
const codes = ({ refusals = [] }: Answer) => refusals.map(({ code }) => code)
const designOf = (code: string, licence: string | null) =>
  post('designs', {
    ...{
      code,
      name: { pt: 'Dois quartos', en: 'Two rooms' },
      areaM2: 24,
      rooms: 2,
      materials: [{ item: 'bambu', quantity: 100 }],
      hazardFeatures: ['bracing'],
    },
    ...{ sessions: 'Sessão em casa de Amina', licence },
  })
const bring = async (design: string, name: string, bytes: Buffer) =>
  (
    await test.ask('tomas', {
      ...{ method: 'POST', url: `/api/solutions/designs/${design}/drawings` },
      ...multipart({ name, bytes }, { words: 'Planta: dois quartos', licence: 'CC BY 4.0' }),
    })
  ).body as Answer
const library = async () =>
  (await test.ask('public', { url: '/api/solutions/public-designs' })).body as { designs: { code: string; drawings: { id: string }[] }[] }

let design = ''
let drawing = ''
let sheet = ''

it('keeps a drawing as PNG, JPEG or PDF, and says of every other file what to do', async () => {
  design = (await designOf('PILI-1', 'CC BY 4.0')).id
  drawing = (await bring(design, 'planta.jpg', telephonePicture(3))).id
  expect(drawing).toMatch(/^[0-9a-f-]{36}$/)
  sheet = (await bring(design, 'planta.pdf', Buffer.from('%PDF-1.7\n/Author (Amina)\n'))).id
  const refused = [
    await bring(design, 'planta.jpg', telephonePicture(3)),
    await bring(design, 'planta.dwg', Buffer.from('AC1032 drawing')),
    await bring(design, 'cortada.jpg', telephonePicture(4).subarray(0, 200)),
    await bring(design, 'grande.pdf', Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(10_000_001)])),
    (await test.ask('tomas', { method: 'POST', url: `/api/solutions/designs/${design}/drawings`, payload: { words: 'a', licence: 'a' } })).body as Answer,
  ]
  expect(refused.map(codes)).toEqual([
    ['house.drawing-known'],
    ['house.drawing-foreign'],
    ['house.drawing-broken'],
    ['house.drawing-large'],
    ['house.drawing-none'],
  ])
  for (const { refusals } of refused) for (const said of Object.values(refusals![0]!.sentence)) expect(said.length).toBeGreaterThan(20)
})

it('shows the public nothing until a design is put into the library, under a licence', async () => {
  const file = () => test.ask('public', { url: `/api/solutions/public-drawings/${drawing}` })
  const page = async (lang: string) => (await test.ask('public', { url: `/${lang}/designs` })).text
  expect((await library()).designs).toEqual([])
  expect((await file()).status).toBe(404)
  expect(await page('pt')).toContain('Ainda não há modelos publicados.')
  const unlicensed = await designOf('PILI-2', null)
  expect(codes(await post(`designs/${unlicensed.id}/release`, { open: true, reason: 'Para todos' }))).toEqual(['house.design-no-licence'])

  expect(await post(`designs/${design}/release`, { open: true, reason: 'Escolhido pela comunidade' })).toEqual({ open: true })
  expect((await library()).designs).toMatchObject([{ code: 'PILI-1', drawings: [{ id: drawing }] }])
  expect((await file()).headers['content-type']).toBe('image/jpeg')
  // A sheet may carry its maker's name: inside it is read, outside not.
  expect((await test.ask('tomas', { url: `/api/solutions/drawings/${sheet}/file` })).status).toBe(200)
  expect((await test.ask('public', { url: `/api/solutions/public-drawings/${sheet}` })).status).toBe(404)
  const [pt, en] = [await page('pt'), await page('en')]
  for (const said of ['Dois quartos', 'contraventamento', 'Planta: dois quartos', 'CC BY 4.0', `/api/solutions/public-drawings/${drawing}`])
    expect(pt).toContain(said)
  expect(en).toContain('Two rooms')
  for (const text of [pt, en, JSON.stringify(await library())]) expect(text).not.toMatch(/Amina|Escolhido/)
})

it('takes it out again at once', async () => {
  expect(await post(`designs/${design}/release`, { open: false, reason: 'Telhado por rever' })).toEqual({ open: false })
  expect((await library()).designs).toEqual([])
  expect((await test.ask('public', { url: `/api/solutions/public-drawings/${drawing}` })).status).toBe(404)
})
