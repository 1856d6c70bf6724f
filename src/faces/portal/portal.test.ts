import { brotliCompressSync, gzipSync } from 'node:zlib'
import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { atom, homePage, operationSlug, publicationPage, repositoryPage, siteMap, stylesheet } from './index.ts'
import { number, percent, signed } from './numbers.ts'
import { pagesOf, search } from './pages.fixture.ts'
import { product13, round13, site } from './round13.fixture.ts'
import { words } from './words.ts'

const languages = ['pt', 'en'] as const
const pages = languages.flatMap((lang) => Object.entries(pagesOf(lang)).map(([name, page]) => ({ lang, name, page })))
const textOf = (page: string) => parseHTML(page).document.body.textContent!.replace(/\s+/g, ' ')
const withRound = (change: Partial<typeof round13>) =>
  publicationPage({ site, product: { ...product13, publicRound: { ...round13, ...change } }, mapSvg: null, request: null }, 'en', '')

describe('every page, in both languages', () => {
  it.each(pages)('$name ($lang) is one well-formed page with title, language, one heading of first rank, and no script or inline style', ({ lang, page }) => {
    const { document } = parseHTML(page)
    expect(page.startsWith('<!doctype html>')).toBe(true)
    expect(document.documentElement.getAttribute('lang')).toBe(lang === 'pt' ? 'pt-MZ' : 'en')
    expect(document.title.length).toBeGreaterThan(3)
    expect(document.querySelectorAll('h1').length).toBe(1)
    expect(document.querySelectorAll('main').length).toBe(1)
    expect(document.querySelectorAll('script:not([type="application/ld+json"]), style, iframe, [style], [onclick]').length).toBe(0)
    const ids = [...document.querySelectorAll('[id]')].map((one) => one.id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const control of document.querySelectorAll('input:not([type=hidden]), select')) expect(control.closest('label')).not.toBeNull()
    for (const drawing of document.querySelectorAll('svg')) expect(drawing.getAttribute('aria-label') ?? drawing.getAttribute('aria-hidden')).toBeTruthy()
    for (const tag of ['section', 'div', 'table', 'tr', 'td', 'th', 'ul', 'li', 'dl', 'p', 'a', 'svg', 'details']) {
      expect([tag, page.split(new RegExp(`<${tag}[\\s>]`)).length]).toEqual([tag, page.split(`</${tag}>`).length])
    }
  })
  it.each(pages)('$name ($lang) leaves no placeholder, no undefined and no object unprinted', ({ page }) => {
    // A citation in BibTeX has braces of its own.
    expect(page.replace(/<pre.*?<\/pre>/gs, '')).not.toMatch(/\{\w+\}|undefined|\[object|NaN/)
  })
  it.each(pages)('$name ($lang) asks nothing of another host to be read', ({ page }) => {
    const { document } = parseHTML(page)
    for (const loaded of document.querySelectorAll('link[rel=stylesheet], img, script[src]'))
      expect(loaded.getAttribute('href') ?? loaded.getAttribute('src')).toMatch(/^\//)
  })
  it('weighs at most 60 kB compressed with the style sheet, and the sheet at most 12 kB', () => {
    expect(Buffer.byteLength(stylesheet)).toBeLessThanOrEqual(12_000)
    const heaviest = Math.max(...pages.map(({ page }) => gzipSync(page + stylesheet).length))
    expect(heaviest).toBeLessThanOrEqual(60_000)
    const manyDistricts = Array.from({ length: 161 }, (_, i) => ({
      ...round13.areas[7]!,
      pcode: `MZ${1000 + i}`,
      name: `District ${i}`,
      individuals: 1000 + i * 37,
    }))
    expect(brotliCompressSync(withRound({ areas: [...round13.areas, ...manyDistricts] }) + stylesheet).length).toBeLessThanOrEqual(60_000)
  })
  it('has every word in both languages', () => {
    for (const [key, { pt, en }] of Object.entries(words)) {
      expect([key, pt.length > 0 && en.length > 0]).toEqual([key, true])
      const named = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()
      expect([key, named(pt)]).toEqual([key, named(en)])
    }
  })
  it('escapes what a reader typed into the search', () => {
    const page = pagesOf('pt')['repository with nothing found']!
    expect(page).not.toContain('<script>')
    expect(parseHTML(page).document.querySelector('input[name=text]')!.getAttribute('value')).toBe('<script>alert(1)</script>"')
  })
})

describe('numbers', () => {
  it('groups thousands in each language the way its readers do', () => {
    expect(number(1234567, 'pt')).toBe('1\u00a0234\u00a0567')
    expect(number(1234, 'pt')).toBe('1\u00a0234')
    expect(number(1234, 'en')).toBe('1,234')
    expect(signed(-7303, 'en')).toBe('\u22127,303')
    expect(percent(41.8, 'pt')).toBe('41,8\u00a0%')
  })
})

describe('the page of a publication', () => {
  const page = pagesOf('en').publication!
  const text = textOf(page)
  it('gives number, date, method, licence and files before anything else', () => {
    const head = parseHTML(page).document.querySelector('main > section')!.textContent!.replace(/\s+/g, ' ')
    for (const said of ['744,949', '23 September 2021', 'estimated by key informants', 'CC BY 4.0', 'CSV', 'XLSX', '150 of 162 places'])
      expect(head).toContain(said)
  })
  it('keeps the three terms of the change apart and says that new coverage is not new displacement', () => {
    expect(text).toContain('The total rose by 12,722 people since round 12.')
    const table = parseHTML(page).document.querySelector('table.terms')!.textContent!.replace(/\s+/g, ' ')
    for (const said of ['\u22124,310', '+21,540', '\u22124,508', '+12,722', '\u22120.6']) expect(table).toContain(said)
    expect(text).toContain('New coverage is not new displacement.')
  })
  it('says when the change cannot be computed, and when there is nothing to compare with', () => {
    const notComputable = withRound({
      change: {
        fromRound: 12,
        fromVersion: 1,
        computable: false,
        why: { pt: 'Sem lista de lugares.', en: 'No list of places was published.' },
        rawIndividuals: 12_722,
      },
    })
    expect(textOf(notComputable)).toContain(
      'The totals differ by +12,722 people, but how much of it is new coverage is not known. No list of places was published.',
    )
    expect(textOf(withRound({ change: null }))).toContain('nothing to compare with')
  })
  it('prints unknown and withheld as words, never as zero or a dash', () => {
    const rows = [...parseHTML(page).document.querySelectorAll('table.areas tbody tr')].map((row) => row.textContent!.replace(/\s+/g, ' '))
    expect(rows.find((row) => row.startsWith('Muidumbe'))).toContain('unknown')
    expect(rows.find((row) => row.startsWith('Meluco'))).toContain('withheld')
  })
  it('puts the districts under their province, largest first', () => {
    const names = [...parseHTML(page).document.querySelectorAll('table.areas tbody th')].map((cell) => cell.textContent)
    expect(names.slice(0, 4)).toEqual(['Moçambique', 'Cabo Delgado', 'Cidade de Pemba', 'Metuge'])
  })
  it('breaks the line of the trend where a round is missing', () => {
    const lines = (svg: string) => parseHTML(svg).document.querySelectorAll('path.line').length
    expect(lines(page)).toBe(2)
    expect(lines(withRound({ trend: round13.trend.map((point) => (point.round === 13 ? { ...point, round: 14 } : point)) }))).toBe(1)
    expect(lines(pagesOf('en').place!)).toBe(2)
  })
  it('carries hash, versions, reservations, citation and the banner of invented data', () => {
    for (const said of [
      'b'.repeat(64),
      'Version 1',
      'O distrito pede nova contagem',
      'https://portal.example/en/publications/cabo-delgado-ba-13/v2',
      'Below the province the figures are illustrative.',
    ])
      expect(text).toContain(said)
    expect(textOf(withRound({ demonstration: null }))).not.toContain('illustrative')
  })
  it('says that an old version was superseded, and offers the current one', () => {
    expect(textOf(pagesOf('en')['first publication, superseded']!)).toContain('superseded on 14 October 2021')
  })
})

describe('the repository', () => {
  it('keeps the search in the address, page after page and in the other language', () => {
    const model = {
      site,
      search: { ...search, text: 'Pemba', place: 'MZ01', page: 2 },
      products: [product13],
      total: 45,
      perPage: 20,
      places: [],
      kinds: [],
      areas: [],
      asked: false,
    }
    const { document } = parseHTML(repositoryPage(model, 'pt', ''))
    expect(document.querySelector('a[rel=next]')!.getAttribute('href')).toBe('/pt/publications?text=Pemba&place=MZ01&page=3')
    expect(document.querySelector('a.language')!.getAttribute('href')).toBe('/en/publications?text=Pemba&place=MZ01&page=2')
    expect(document.querySelector('form')!.getAttribute('method')).toBe('get')
  })
  it('tells apart nothing yet and nothing for this search', () => {
    expect(textOf(pagesOf('en')['repository with nothing found']!)).toContain('Widen the dates')
    expect(textOf(pagesOf('en')['home of an empty mission']!)).toContain('Nothing is published yet')
  })
})

describe('the page of the API', () => {
  it('shows only addresses that need no account', () => {
    const text = textOf(pagesOf('en').api!)
    expect(text).toContain('GET /dtm/v3/displacement/admin1')
    expect(text).not.toContain('/api/displacement/rounds')
  })
})

describe('feed and site map', () => {
  it('gives each version its own entry, with addresses that stand alone', () => {
    const feed = atom({ site, products: [product13, { ...product13, version: 1, publishedAt: '2021-10-13' }] }, 'pt', '')
    const { document } = parseHTML(feed)
    expect([...document.querySelectorAll('entry > id')].map((id) => id.textContent)).toEqual([
      'https://portal.example/pt/publications/cabo-delgado-ba-13/v2',
      'https://portal.example/pt/publications/cabo-delgado-ba-13/v1',
    ])
    expect(document.querySelector('feed > updated')!.textContent).toBe('2021-10-14T09:30:00Z')
    expect(feed).toContain('2021-10-13T00:00:00Z')
  })
  it('lists both languages of every page', () => {
    const map = siteMap({ site, products: [product13], places: ['MZ01'], operations: [operationSlug(round13.operation.name)] }, '')
    expect(map.match(/<loc>/g)!.length).toBe(44)
    expect(map).toContain('https://portal.example/pt/designs')
    expect(map).toContain('https://portal.example/en/operations/cabo-delgado-conflict')
  })
})

describe('under another address', () => {
  it('keeps every link under the base', () => {
    const { document } = parseHTML(homePage({ site, latest: product13, products: [product13], mapSvg: null }, 'pt', '/portal'))
    const own = [...document.querySelectorAll('a[href^="/"], link[href^="/"]')].map((link) => link.getAttribute('href')!)
    expect(own.filter((href) => !href.startsWith('/portal/') && !href.startsWith('/files/'))).toEqual([])
  })
})
