/**
 * What the mission writes, from its plan to its public page: one number changed by hand is refused with the right one, three people take the steps, a picture is shown only
 * while everybody in it agrees, old editions keep their address, a late media request is on the chief's desk, and no page of the whole site knows anybody's name.
 */
import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { currentRounds, publishFromPaper } from '../src/domains/displacement/index.ts'
import { cleanPicture } from '../src/domains/publications/assets/cleanPicture.ts'
import { consentGaps, mayShow } from '../src/domains/publications/assets/consent.ts'
import { forgetJournalists } from '../src/domains/publications/eraseNames.ts'
import { printedPictures } from '../src/domains/publications/products/printedPictures.ts'
import { publishScheduled } from '../src/domains/publications/products/publishScheduled.ts'
import { asOwner, isRefused } from '../src/kernel/index.ts'
import { personalDataIn } from '../src/kernel/publishing.ts'
import { standsInEvidence } from './support/evidenceStory.ts'
import { fromText, wizardOf } from './support/importing.ts'
import { pdfText } from './support/pdfText.ts'
import { annotatedPng, bringPicture, planted, telephonePicture } from './support/pictures.ts'
import { goesOutByItself } from './support/scheduledStory.ts'
import { openTestHouse, type TestHouse } from './support/testHouse.ts'

type Refusal = { code: string; facts: Record<string, string> }
type Text = { title: string; summary: string; body: string }
type Product = { id: string; number: string; version: number; state: string; findings: Refusal[]; slug: string; hash: string }
type Who = Parameters<TestHouse['ask']>[0]

let test: TestHouse
let product: Product
let source: { slug: string; version: number }
let picture: string
let consent: string

const owner = () => asOwner(test.house.doors)
const dayFrom = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const send = async <T>(who: Who, method: 'POST' | 'PATCH', url: string, payload: object = {}) => {
  const { status, body } = await test.ask(who, { method, url: `/api/publications/${url}`, payload })
  return { status, body: body as T & { refusals?: Refusal[] } }
}
const post = <T = Product>(who: Who, url: string, payload: object = {}) => send<T>(who, 'POST', url, payload)
const step = (who: Who, name: string, payload: object = {}, id = product.id) => post(who, `product/${id}/steps/${name}`, payload)
const page = async (url: string) => (await test.ask('public', { url })).text
const codes = (answer: { body: { refusals?: Refusal[] } }) => (answer.body.refusals ?? []).map(({ code }) => code)

const texts: Record<'pt' | 'en', Text> = {
  pt: {
    title: 'Famílias deslocadas encontram casa em Metuge',
    summary: 'A missão e o INGD contaram 1.441 pessoas deslocadas na ronda 1.',
    body: 'Em Metuge vivem 440 pessoas deslocadas.\n\nVinte e quatro poços são reparados por 12 comités.',
  },
  en: {
    title: 'Displaced families find a home in Metuge',
    summary: 'The mission and INGD counted 1,441 displaced people in round 1.',
    body: 'In Metuge live 440 displaced people.\n\nTwenty-four wells are repaired by 12 committees.',
  },
}
const plan = {
  ...{ kind: 'press-release', name: 'Casas em Metuge', plannedFor: dayFrom(1), original: 'pt', onlyBecause: null, focusAreas: [7], places: ['MZ0109'] },
  ...{
    periodFrom: '2023-01-10',
    periodTo: '2023-01-20',
    licence: 'CC BY 4.0',
    credit: 'OIM Moçambique',
    donors: 'Doador Inventado',
    joint: true,
    protectedPeople: false,
  },
}
const ownFigures = [
  { label: { pt: 'Comités de água', en: 'Water committees' }, value: 12, unit: 'other', source: 'Acta de 12 de Janeiro' },
  { label: { pt: 'Poços', en: 'Wells' }, value: 24, unit: 'other', source: 'Acta de 12 de Janeiro' },
]
const write = (given: { pt?: Text; en?: Text }, more: object = {}) =>
  send<Product>('elsa', 'PATCH', `products/${product.id}/text`, {
    ...{ version: product.version, stillFits: false, texts: given, pictures: [picture], sources: [source], ownFigures, ...more },
  })
const again = async () => {
  product = (await test.ask('elsa', { url: `/api/publications/products/${product.id}` })).body as Product
  return product
}

beforeAll(async () => {
  test = await openTestHouse()
  const rows = 'pcode,households,individuals,reason\nMZ010201,250,1001,Conflict\nMZ010902,40,180,Conflict\nMZ010901,60,260,Conflict\n'
  const target = { operation: 'Cabo Delgado', round: '1', from: '2023-01-10', to: '2023-01-20', assessmentType: 'BA', licence: 'CC BY 4.0', credit: 'OIM' }
  const { summary } = await wizardOf(test).takeIn(fromText('r1.csv', rows), target)
  const actor = { ...test.actor('celia'), userId: null, roles: ['dataOfficer' as const, 'governmentReviewer' as const, 'reportOfficer' as const] }
  const done = await publishFromPaper(test.house, actor, summary.rounds[0]!.id, { office: 'INGD', decidedOn: '2023-02-01', note: 'Confirmado' })
  if (isRefused(done)) throw new Error(JSON.stringify(done.refused))
  const [round] = await currentRounds(test.house)
  source = { slug: round!.product.slug, version: 1 }
}, 120_000)
afterAll(() => test?.close())

describe('a picture', () => {
  it('is cleaned of place, name and camera before the public copy is kept, and its original is closed', async () => {
    const original = telephonePicture(1)
    const { status, body } = await bringPicture(test, original)
    expect(status).toBe(200)
    picture = body.id
    // The camera was held on its side, and that alone is still known.
    expect([body.width, body.height]).toEqual([16, 24])
    const copy = (await test.ask('elsa', { url: `/api/publications/assets/${picture}/picture` })).bytes
    expect(createHash('sha256').update(copy).digest('hex')).toBe(body.publicSha256)
    for (const secret of [planted.point, planted.name]) {
      expect(original.includes(secret)).toBe(true)
      expect(copy.includes(secret)).toBe(false)
    }
    const kept = await owner().one<{ closed: string }>(sql`select closed_sha256 as closed from publications.asset where id = ${picture}`)
    expect((await test.house.files.get(kept!.closed))!.includes(planted.point)).toBe(false)
    expect((await test.ask('elsa', { method: 'POST', url: `/api/publications/assets/${picture}/original` })).status).toBe(403)
    const opened = await test.ask('bento', { method: 'POST', url: `/api/publications/assets/${picture}/original` })
    expect(createHash('sha256').update(opened.bytes).digest('hex')).toBe(body.originalSha256)
  })

  it('gives nothing away and breaks nothing, wherever the file was cut off', () => {
    expect(cleanPicture(annotatedPng())).toMatchObject({ type: 'image/png', width: 3, height: 2 })
    for (const whole of [telephonePicture(9), annotatedPng()])
      for (let cut = 0; cut <= whole.length; cut++) {
        const clean = cleanPicture(whole.subarray(0, cut))
        const kept = typeof clean === 'string' ? Buffer.alloc(0) : Buffer.from(clean.bytes)
        expect(
          [planted.name, planted.point].filter((secret) => kept.includes(secret)),
          `cut at ${cut}`,
        ).toEqual([])
      }
  })

  it('of a child needs the guardian and the child, for this channel and this day', () => {
    const family = { recognisable: 2, children: 1, removedAt: null }
    const given = { channels: ['portal' as const], fromDay: '2023-01-01', toDay: '2023-06-30', withdrawnAt: null, form: 'C-1' }
    const all = (['person', 'guardian', 'child'] as const).map((who) => ({ ...given, who }))
    const gaps = (consents: typeof all, channel: 'portal' | 'print' = 'portal', day = '2023-06-30') =>
      consentGaps(family, consents, channel, day).map(({ who }) => who)
    expect(gaps(all)).toEqual([])
    expect(gaps(all.filter(({ who }) => who !== 'child'))).toEqual(['child'])
    expect(gaps(all.filter(({ who }) => who !== 'guardian'))).toEqual(['guardian'])
    expect(gaps(all, 'print')).toEqual(['person', 'guardian', 'child'])
    expect(gaps(all, 'portal', '2023-07-01')).toEqual(['person', 'guardian', 'child'])
    // Two papers of one person say nothing for another.
    const couple = { recognisable: 2, children: 0, removedAt: null }
    const person = { ...given, who: 'person' as const }
    expect(consentGaps(couple, [person, { ...person, form: 'c-1 ' }], 'portal', '2023-06-30')).toEqual([{ who: 'person', missing: 1 }])
    expect(consentGaps(couple, [person, { ...person, form: 'C-2' }], 'portal', '2023-06-30')).toEqual([])
    expect(mayShow({ ...family, removedAt: '2023-02-01T00:00:00Z' }, all, 'portal', '2023-03-01')).toBe(false)
  })

  it('is refused when foreign, broken, known, too near, or of people who must not be shown', async () => {
    const refusedWith = async (bytes: Buffer, about: Record<string, string> = {}) =>
      (await bringPicture(test, bytes, about)).body.refusals.map(({ code }) => code)
    expect(await refusedWith(Buffer.from('%PDF-1.7'))).toEqual(['publish.picture-foreign'])
    expect(await refusedWith(telephonePicture(2).subarray(0, 300))).toEqual(['publish.picture-broken'])
    expect(await refusedWith(telephonePicture(1))).toEqual(['publish.picture-known'])
    expect(await refusedWith(telephonePicture(3), { place: 'MZ010901', protectedPeople: 'yes', children: '2' })).toEqual([
      ...['publish.picture-protected', 'publish.picture-children', 'publish.picture-place'],
    ])
  })
})

describe('a press release', () => {
  it('is planned and written, and a number changed by hand is told with the right one', async () => {
    product = (await post('elsa', 'products', plan)).body
    expect(product.number).toBe('PB-0001')
    expect((await step('elsa', 'begin')).status).toBe(200)
    await again()
    await write({ pt: texts.pt })
    expect((await step('elsa', 'freeze')).status).toBe(200)
    await again()
    expect(product.findings).toEqual([])
    await write({ pt: { ...texts.pt, summary: 'A missão e o INGD contaram 1.414 pessoas deslocadas na ronda 1.' } })
    await again()
    expect(product.findings).toMatchObject([
      { code: 'publish.number-differs', facts: { said: expect.stringContaining('1.414'), computed: expect.stringContaining('1.441') } },
    ])
    expect(codes(await step('moises', 'review'))).toEqual(['publish.number-differs'])
    await again()
    expect((await write({ pt: { ...texts.pt, body: `${texts.pt.body}\n\n水` } })).body.findings).toMatchObject([
      { code: 'publish.glyph-missing', facts: { letter: '水', language: 'Portuguese' } },
    ])
    await again()
    await write({ pt: texts.pt })
    expect(codes(await step('elsa', 'review'))).toEqual(['publish.same-person'])
    expect((await step('moises', 'review')).status).toBe(200)
  })

  it('waits for both languages, and for a translation that is older than its original', async () => {
    expect((await step('elsa', 'translate')).body.refusals).toMatchObject([{ code: 'publish.language-missing', facts: { language: 'English' } }])
    await again()
    await write({ en: texts.en })
    await again()
    texts.pt.body += '\n\nAs chuvas começam em Novembro.'
    await write({ pt: texts.pt })
    expect((await step('elsa', 'translate')).body.refusals).toMatchObject([{ code: 'publish.translation-stale', facts: { language: 'English' } }])
    await again()
    await write({}, { stillFits: true })
    const early = { answer: 'agreed', office: 'INGD', note: 'Carta 11/2023' }
    expect(codes(await post('dercio', `products/${product.id}/counterpart`, early))).toEqual(['publish.counterpart-early'])
    expect((await step('elsa', 'translate')).status).toBe(200)
  })

  it('is not cleared without the Government, the consent of who is in the picture, and another person; and says all at once', async () => {
    expect(codes(await step('celia', 'clear'))).toEqual(['publish.counterpart-open', 'publish.consent-missing'])
    const agreed = { answer: 'agreed', office: 'INGD', note: 'Carta 12/2023' }
    expect(codes(await post('elsa', `products/${product.id}/counterpart`, agreed))).toEqual(['publish.counterpart-who'])
    expect((await post('dercio', `products/${product.id}/counterpart`, agreed)).status).toBe(200)
    const given = {
      who: 'person',
      name: planted.name,
      channels: ['portal', 'press', 'print'],
      use: 'Comunicado',
      fromDay: dayFrom(-30),
      toDay: dayFrom(30),
      form: 'C-17',
    }
    consent = (await post<{ id: string }>('elsa', `assets/${picture}/consents`, given)).body.id
    expect(JSON.stringify((await test.ask('elsa', { url: '/api/publications/assets' })).body)).not.toContain(planted.name)
    expect((await step('elsa', 'clear')).status).toBe(403)
    expect((await step('celia', 'clear')).status).toBe(200)
    expect((await step('elsa', 'schedule', { publishOn: dayFrom(-1) })).body.refusals).toMatchObject([{ code: 'publish.day-past' }])
    expect((await step('elsa', 'schedule', { publishOn: dayFrom(2) })).status).toBe(200)
    expect(codes(await step('elsa', 'publish'))).toEqual(['publish.too-early'])
    expect(await publishScheduled(test.house)).toEqual({ published: 0, held: 0 })
  })

  goesOutByItself({ house: () => test, product: () => product, again, consent: () => consent, step, dayFrom })

  it('is read in both languages, on page and paper, under one fingerprint', async () => {
    for (const lang of ['pt', 'en'] as const) {
      const html = await page(`/${lang}/publications/${product.slug}`)
      for (const words of [
        texts[lang].title,
        product.hash,
        'CC BY 4.0',
        `/pictures/${picture}`,
        'INGD',
        '"@type":"NewsArticle"',
        `publications/${source.slug}/v1`,
      ])
        expect(html, words).toContain(words)
      const name = `${product.slug}-${lang}.pdf`
      const { bytes } = await test.ask('public', { url: `/files/${product.slug}/1/${name}`, headers: { 'user-agent': 'Mozilla/5.0' } })
      expect(html).toContain(createHash('sha256').update(bytes).digest('hex'))
      // The picture stands upright on paper, tagged, with its words; of the camera nothing is in the file.
      expect(bytes.includes('/Figure')).toBe(true)
      expect(bytes.includes('/DCTDecode')).toBe(true)
      for (const secret of [planted.point, planted.name]) expect(bytes.includes(secret)).toBe(false)
      const { text } = await pdfText(bytes)
      const caption = { pt: 'Uma mãe à porta da sua casa · Fotografia: OIM', en: 'A mother at the door of her house · Picture: OIM' }[lang].slice(0, 38)
      if (text) expect(text.replaceAll('\n', ' ')).toContain(caption)
      if (text) for (const words of [texts[lang].title, product.hash.slice(0, 20), 'PB-0001']) expect(text.replaceAll('\n', ' '), words).toContain(words)
    }
    await test.ask('public', { url: `/files/${product.slug}/1/${product.slug}-pt.pdf`, headers: { 'user-agent': 'Examplebot/1.0' } })
    const counted = (await test.ask('elsa', { url: '/api/publications/downloads' })).body as object[]
    expect(counted).toMatchObject([{ slug: product.slug, people: 2, robots: 1 }])
  })

  standsInEvidence({ house: () => test, product: () => product, consent: () => consent, post, dayFrom })

  it('is found by district, word, language and area, on a page that is light and needs no script', async () => {
    const found = async (query: string) => (await page(`/pt/publications?${query}`)).includes(texts.pt.title)
    for (const query of ['place=MZ0109', 'text=Metuge', 'kind=press-release', 'language=en', 'area=7', 'from=2023-01-01&to=2023-01-31'])
      expect(await found(query), query).toBe(true)
    for (const query of ['place=MZ0112', 'kind=story', 'area=9', 'from=2024-01-01']) expect(await found(query), query).toBe(false)
    for (const url of ['/pt', '/pt/publications', `/pt/publications/${product.slug}`]) {
      const html = await page(url)
      expect(gzipSync(html + (await page('/portal.css'))).length).toBeLessThan(100_000)
      expect(html.replaceAll('application/ld+json', '')).not.toMatch(/<script(?! type="")/)
    }
  })

  it('loses a picture on every page, feed and search the day after its consent ends, and is listed for a decision', async () => {
    const shows = async () => {
      const pages = ['/pt', '/pt/publications?text=Metuge', '/pt/feed.atom', `/pt/publications/${product.slug}`]
      const found = await Promise.all(pages.map(async (url) => (await page(url)).includes(picture)))
      return [...found, (await test.ask('public', { url: `/pictures/${picture}` })).status]
    }
    expect(await shows()).toEqual([true, true, true, true, 200])
    await owner().run(sql`update publications.picture_consent set to_day = ${dayFrom(-1)} where id = ${consent}`)
    expect(await shows()).toEqual([false, false, false, false, 404])
    expect(await printedPictures(test.house, owner(), [picture])).toEqual([])
    const assets = (await test.ask('elsa', { url: '/api/publications/assets' })).body as object[]
    expect(assets).toMatchObject([{ id: picture, gaps: [{ who: 'person', missing: 1 }], printGaps: [{ who: 'person', missing: 1 }] }])
    expect(assets).toMatchObject([{ usedIn: [{ number: 'PB-0001', state: 'published', slug: product.slug, printed: true }] }])
    await owner().run(sql`update publications.picture_consent set to_day = null where id = ${consent}`)
    await post('elsa', `consents/${consent}/withdraw`)
    expect((await shows()).at(-1)).toBe(404)
  })

  it('is superseded by its next edition, and answers at its old address with notice, link and the same files', async () => {
    const before = await page(`/en/publications/${product.slug}/v1`)
    const [, hash] = /<code>([0-9a-f]{64})<\/code>/.exec(before.slice(before.indexOf('id="files"')))!
    const note = { changeNote: { pt: 'Um poço a mais', en: 'One more well' }, plannedFor: dayFrom(0) }
    const first = product.id
    product = (await post('elsa', `products/${first}/edition`, note)).body
    expect(codes(await post('elsa', `products/${first}/edition`, note))).toEqual(['publish.edition-begun'])
    const small = [...ownFigures, { label: { pt: 'Órfãos', en: 'Orphans' }, value: 3, unit: 'individuals', source: 'Acta' }]
    await write(
      { pt: { ...texts.pt, body: 'Escreva a ana@example.org.' }, en: { ...texts.en, body: 'In Metuge, one more.' } },
      { pictures: [], ownFigures: small },
    )
    await step('elsa', 'freeze')
    await step('moises', 'review')
    await step('elsa', 'translate')
    await post('elsa', `products/${product.id}/counterpart`, { answer: 'not-required', office: 'INGD', note: 'Só números já validados' })
    expect(codes(await step('celia', 'clear'))).toEqual(['publish.disclosure-open', 'publish.personal-in-text'])
    await step('celia', 'return', { reason: 'Números pequenos' })
    await again()
    await write({ pt: { ...texts.pt, body: 'Em Metuge, mais um.' } }, { pictures: [], stillFits: true })
    for (const [who, name] of [
      ['elsa', 'freeze'],
      ['moises', 'review'],
      ['elsa', 'translate'],
      ['celia', 'clear'],
      ['elsa', 'publish'],
    ] as const)
      expect((await step(who, name)).status, name).toBe(200)
    const old = await page(`/en/publications/${product.slug ?? (await again()).slug}/v1`)
    expect(old).toContain('class="notice"')
    expect(old).toContain(`href="/en/publications/${(await again()).slug}"`)
    expect(old).toContain(hash)
    const current = await page(`/en/publications/${product.slug}`)
    expect(current).toContain('One more well')
  })

  it('keeps its address and nothing else when it is withdrawn because reading it harms somebody', async () => {
    expect((await step('celia', 'withdraw', { reason: 'Uma família foi reconhecida', harmful: true })).status).toBe(200)
    for (const url of [`/pt/publications/${product.slug}`, `/pt/publications/${product.slug}/v1`]) {
      const html = await page(url)
      expect(html).toContain('Uma família foi reconhecida')
      expect(html).not.toContain('Metuge')
    }
    const gone = [`/files/${product.slug}/1/${product.slug}-pt.pdf`, `/pt/publications/${product.slug}/v1/cite/citation.ris`]
    for (const url of gone) expect((await test.ask('public', { url })).status, url).toBe(404)
  })
})

describe('a media request', () => {
  it('past its deadline is on the desk of the chief of mission, and its answer is cleared by another person', async () => {
    const asked = {
      outlet: 'Rádio Moçambique',
      journalist: 'Jornalista Plantado',
      contact: '841234567',
      question: 'Quantas famílias?',
      language: 'pt',
      sensitive: true,
    }
    const { id } = (await post<{ id: string }>('elsa', 'media', { ...asked, deadline: new Date(Date.now() + 3_600_000).toISOString() })).body
    expect(codes(await post('elsa', 'media', { ...asked, deadline: '2021-01-01T08:00:00Z' }))).toEqual(['media.deadline-past'])
    const late = async () => (await test.ask('celia', { url: '/api/publications/media/late' })).body as object[]
    expect(await late()).toEqual([])
    await owner().run(sql`update publications.media_request set deadline = now() - interval '1 hour' where id = ${id}`)
    expect(await late()).toMatchObject([{ id, number: 'PM-0001', state: 'received' }])
    expect(JSON.stringify((await test.ask('celia', { url: '/api/publications/media' })).body)).not.toContain('Plantado')
    expect((await post('celia', `media/${id}/look`)).body).toMatchObject({ journalist: 'Jornalista Plantado' })
    const answering = (who: Who, name: string, payload: object = {}) => post(who, `media-request/${id}/steps/${name}`, payload)
    await answering('elsa', 'assign')
    await answering('elsa', 'draft', { answer: '440 pessoas em Metuge.' })
    expect(codes(await answering('elsa', 'clear', { informedOn: dayFrom(0) }))).toEqual(['media.same-person'])
    expect((await answering('celia', 'clear', {})).body.refusals).toMatchObject([{ code: 'record.missing' }])
    expect((await answering('celia', 'clear', { informedOn: dayFrom(0) })).status).toBe(200)
    expect((await answering('elsa', 'answer')).status).toBe(200)
    expect(await late()).toEqual([])
    expect(await forgetJournalists(test.house, new Date(Date.now() + 360 * 86_400_000))).toBe(0)
    expect(await forgetJournalists(test.house, new Date(Date.now() + 370 * 86_400_000))).toBe(1)
    expect((await post('celia', `media/${id}/look`)).status).toBe(404)
  })
})

describe('the whole public site', () => {
  it('holds nobody: no planted name, no address, no telephone, on any page and in any file that its links lead to', async () => {
    const people = await owner().rows<{ email: string }>(sql`select email from kernel.person`)
    const secrets = [planted.name, 'Plantad', planted.point, '841234567', ...people.map(({ email }) => email)]
    const seen = new Set(['/', '/sitemap.xml', '/pt/feed.atom', '/en/feed.atom'])
    const found: string[] = []
    for (const url of seen) {
      const { status, text, bytes, headers } = await test.ask('public', { url })
      if (status >= 500) found.push(`${url}: ${status}`)
      for (const [, href] of text.matchAll(/(?:href|src|action)="([^"]+)"/g)) {
        const path = href!
          .replaceAll('&#38;', '&')
          .replace(/^https?:\/\/[^/]+/, '')
          .split('#')[0]!
        // Drawings and printed maps are made of the same figures, and each takes seconds.
        if (path.startsWith('/') && !/^\/(desk|embed)|\/map\/|\/explore\?/.test(path)) seen.add(path)
      }
      for (const secret of secrets) if (text.includes(secret) || bytes.includes(secret)) found.push(`${url}: ${secret}`)
      const type = String(headers['content-type'])
      const looked =
        url.startsWith('/files/') && /csv|spreadsheet/.test(type)
          ? { name: url.split('/').at(-1)!, bytes }
          : type.includes('html')
            ? { name: 'page.csv', bytes: Buffer.from(`page\n"${text.replace(/<code>[^<]*<\/code>|<[^>]*>/g, '|').replaceAll('"', "'")}"\n`) }
            : null
      if (looked) for (const { code, facts } of await personalDataIn(looked)) found.push(`${url}: ${code} ${JSON.stringify(facts)}`)
    }
    expect(seen.size).toBeGreaterThan(40)
    expect(found).toEqual([])
  }, 120_000)
})
