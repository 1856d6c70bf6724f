/** Every page of the portal drawn from the fixture, by name: what the tests check and what a person can look at. */
import type { Language } from '../../kernel/shared.ts'
import {
  apiPage,
  embeddedPage,
  errorPage,
  explorePage,
  homePage,
  licenceOf,
  linkPage,
  methodPage,
  notFoundPage,
  type OpenApi,
  operationPage,
  placePage,
  publicationPage,
  repositoryPage,
  requestPage,
  requestReceivedPage,
  termsPage,
} from './index.ts'
import { areas, product13, round13, site } from './round13.fixture.ts'

const openApi: OpenApi = {
  info: { title: 'Capulana', version: '0.1.0' },
  paths: {
    '/dtm/v3/displacement/admin1': {
      get: { summary: 'Displaced people by province', security: [], parameters: [{ name: 'Operation', in: 'query', schema: { type: 'string' } }] },
    },
    '/api/displacement/rounds': { get: { summary: 'Needs an account', security: [{ session: [] }] } },
  },
}

export const search = { place: '', from: '', to: '', kind: '', text: '', language: '', area: '', page: 1 }
const typed = { name: 'Maria <M>', organisation: 'OIM', email: '', purpose: '', useUntil: '' }
const demonstration = round13.demonstration!.note
const place = { pcode: 'MZ01', name: 'Cabo Delgado', level: 1 as const }
const inRound = (round: number, reportingDate: string, individuals: number | 'unknown') => ({
  operation: round13.operation.name,
  operationSlug: 'cabo-delgado-conflict',
  product: product13,
  round,
  reportingDate,
  area: { ...areas[1]!, individuals },
})
const rounds = [
  inRound(11, '2021-03-31', 630_241),
  inRound(12, '2021-04-30', 662_828),
  inRound(13, '2021-09-23', 642_404),
  inRound(15, '2022-02-10', 'unknown'),
]

const round12 = { ...round13, round: { ...round13.round, number: 12, reportingDate: '2021-04-30' }, change: null }
const explored = {
  ...{ site, series: [{ slug: 'cabo-delgado-conflict-ba', operation: round13.operation.name, assessmentType: 'BA' as const }] },
  ...{ places: areas.filter(({ level }) => level < 3).map(({ pcode, name, level }) => ({ pcode, name, level: level as 0 | 1 | 2 })), mapSvg: null },
  ...{ chosen: { series: 'cabo-delgado-conflict-ba', place: areas[0]!.pcode, from: 12, to: 13 } },
  flows: null,
  rounds: [
    { slug: 'r12', round: round12 },
    { slug: 'r13', round: round13 },
  ],
}

const end = (pt: string, en = pt) => ({ pt, en })
const exploredFlows = {
  choices: [{ slug: 'flows-1', title: end('Boletim de fluxos: Novembro', 'Flow bulletin: November') }],
  chosen: 'flows-1',
  drawn: null,
  cells: [
    { from: 'MZ01', fromName: end('Cabo Delgado'), to: 'TZA', toName: end('Tanzânia', 'Tanzania'), people: 420, uncounted: 0 },
    { from: 'TZA', fromName: end('Tanzânia', 'Tanzania'), to: 'MZ01', toName: end('Cabo Delgado'), people: 'withheld' as const, uncounted: 1 },
    { from: null, fromName: end('Não se sabe', 'Not known'), to: 'MZ01', toName: end('Cabo Delgado'), people: 40, uncounted: 0 },
  ],
}

export const pagesOf = (lang: Language, base = '', mapSvg: string | null = null): Record<string, string> => ({
  home: homePage({ site, latest: product13, products: [product13], mapSvg }, lang, base),
  'home of an empty mission': homePage({ site, latest: null, products: [], mapSvg: null }, lang, base),
  publication: publicationPage({ site, product: product13, mapSvg, request: `${base}/${lang}/publications/cabo-delgado-ba-13/v2/request` }, lang, base),
  'first publication, superseded': publicationPage(
    {
      site,
      product: { ...product13, version: 1, supersededAt: '2021-10-14', publicRound: { ...round13, change: null, demonstration: null } },
      mapSvg: null,
      request: null,
    },
    lang,
    base,
  ),
  'asking for restricted data': requestPage({ site, product: product13, typed, refusals: [], earliest: '2026-01-01', latest: '2028-01-01' }, lang, base),
  'a request that lacks something': requestPage(
    {
      site,
      product: product13,
      typed,
      refusals: [{ sentence: { pt: 'Falta o e-mail.', en: 'The e-mail is missing.' } }],
      earliest: '2026-01-01',
      latest: '2028-01-01',
    },
    lang,
    base,
  ),
  'a request received': requestReceivedPage({ site, product: product13, number: 'PD-0001' }, lang, base),
  'a granted link': linkPage(
    {
      site,
      product: product13,
      number: 'PD-0001',
      organisation: 'OIM',
      until: '2027-01-01',
      action: `${base}/${lang}/data/x`,
      otherLanguage: `${base}/en/data/x`,
    },
    lang,
    base,
  ),
  'terms of a licence': termsPage({ site, licence: licenceOf('CC BY-NC-ND 3.0 IGO'), products: [product13] }, lang, base),
  'terms of a licence that nobody knows': termsPage({ site, licence: licenceOf('Uso interno'), products: [product13] }, lang, base),
  repository: repositoryPage(
    {
      site,
      search,
      products: [product13],
      total: 45,
      perPage: 20,
      places: [{ pcode: 'MOZ', name: 'Moçambique', level: 0 }, place],
      kinds: ['round-report'],
      areas: [{ number: 15, name: { pt: 'Gestão de dados', en: 'Data management' } }],
      asked: true,
    },
    lang,
    base,
  ),
  'repository with nothing found': repositoryPage(
    {
      site,
      search: { ...search, text: '<script>alert(1)</script>"' },
      products: [],
      total: 0,
      perPage: 20,
      places: [place],
      kinds: ['round-report'],
      areas: [{ number: 15, name: { pt: 'Gestão de dados', en: 'Data management' } }],
      asked: true,
    },
    lang,
    base,
  ),
  place: placePage(
    {
      site,
      place,
      containing: { pcode: 'MOZ', name: 'Moçambique', level: 0 },
      inside: [{ pcode: 'MZ0109', name: 'Metuge', level: 2 }],
      rounds,
      demonstration,
      papers: ['a4'],
    },
    lang,
    base,
  ),
  operation: operationPage(
    { site, slug: 'cabo-delgado-conflict', operation: round13.operation, trend: round13.trend, products: [product13], demonstration },
    lang,
    base,
  ),
  explorer: explorePage(explored, lang, base),
  'explorer with flows': explorePage({ ...explored, flows: exploredFlows }, lang, base),
  'explorer of an empty mission': explorePage({ ...explored, series: [], places: [], rounds: [], mapSvg: null }, lang, base),
  'two rounds for another page': embeddedPage(explored, 'compare', lang, base),
  api: apiPage({ site, openApi }, lang, base),
  method: methodPage({ site }, lang, base),
  'not found': notFoundPage({ site }, lang, base),
  error: errorPage({ site, report: '7F3K' }, lang, base),
})
