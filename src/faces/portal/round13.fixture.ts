/**
 * A publication to draw pages from in tests. National and provincial figures of rounds 11 to 13 are those that IOM DTM published (addresses in `sources`);
 * lists of places, the parts of the change, sexes, ages and everything below the province are invented, and the banner says so.
 */
import type { PublicArea, PublicRound } from '../../domains/displacement/publicRound.ts'
import type { PortalSite, RoundProduct } from './model.ts'

export const site: PortalSite = {
  name: { pt: 'Deslocamento em Moçambique', en: 'Displacement in Mozambique' },
  publisher: { pt: 'Missão de demonstração', en: 'Demonstration mission' },
  origin: 'https://portal.example',
  country: { iso3: 'MOZ', name: { pt: 'Moçambique', en: 'Mozambique' } },
}

const area = (
  pcode: string,
  name: string,
  level: 0 | 1 | 2,
  parent: string | null,
  individuals: PublicArea['individuals'],
  rest: Partial<PublicArea> = {},
): PublicArea => ({
  pcode,
  name,
  level,
  parent,
  households: 'unknown',
  individuals,
  females: 'unknown',
  males: 'unknown',
  expected: 0,
  assessed: 0,
  carriedForward: 0,
  notAssessed: 0,
  closed: 0,
  carriedIndividuals: 0,
  ...rest,
})

export const areas: PublicArea[] = [
  area('MOZ', 'Moçambique', 0, null, 744_949, { expected: 162, assessed: 150, carriedForward: 5, notAssessed: 5, closed: 2 }),
  area('MZ01', 'Cabo Delgado', 1, 'MOZ', 642_404, { expected: 102, assessed: 93, carriedForward: 5, notAssessed: 4 }),
  area('MZ07', 'Nampula', 1, 'MOZ', 99_448, { expected: 37, assessed: 36, notAssessed: 1 }),
  area('MZ11', 'Zambézia', 1, 'MOZ', 1_602, { expected: 8, assessed: 8 }),
  area('MZ08', 'Niassa', 1, 'MOZ', 1_221, { expected: 9, assessed: 9 }),
  area('MZ09', 'Sofala', 1, 'MOZ', 164, { expected: 4, assessed: 2, closed: 2 }),
  area('MZ03', 'Inhambane', 1, 'MOZ', 110, { expected: 2, assessed: 2 }),
  area('MZ0104', 'Cidade de Pemba', 2, 'MZ01', 152_316, { households: 31_204, females: 79_810, males: 72_506, expected: 14, assessed: 14 }),
  area('MZ0109', 'Metuge', 2, 'MZ01', 124_800, { households: 25_117, expected: 18, assessed: 18 }),
  area('MZ0113', 'Muidumbe', 2, 'MZ01', 'unknown', { expected: 6, assessed: 0, carriedForward: 3, notAssessed: 3 }),
  area('MZ0108', 'Meluco', 2, 'MZ01', 'withheld', { households: 'withheld', expected: 3, assessed: 3 }),
]

const bands = ['0–5', '6–17', '18–59', '60+']

export const round13: PublicRound = {
  format: 'capulana-public-round-1',
  operation: {
    name: 'Cabo Delgado Conflict',
    cause: 'Conflict',
    status: 'Active',
    countryIso3: 'MOZ',
    countryPcode: 'MZ',
    countryName: { pt: 'Moçambique', en: 'Mozambique' },
  },
  round: {
    number: 13,
    assessmentType: 'BA',
    unitLevel: 'locality',
    collectedFrom: '2021-09-01',
    collectedTo: '2021-09-23',
    reportingDate: '2021-09-23',
    version: 2,
    changeNote: { pt: 'Nome de um distrito corrigido.', en: 'The name of one district corrected.' },
  },
  totals: { households: 'unknown', individuals: 744_949, females: 386_140, males: 358_809, averageHouseholdSize: null },
  areas,
  cells: [
    {
      pcode: 'MOZ',
      level: 0,
      reason: 'Conflict',
      originPcode: null,
      originName: null,
      households: 'unknown',
      individuals: 724_949,
      females: 'unknown',
      males: 'unknown',
    },
    {
      pcode: 'MOZ',
      level: 0,
      reason: 'Conflict + Natural disaster',
      originPcode: null,
      originName: null,
      households: 'unknown',
      individuals: 20_000,
      females: 'unknown',
      males: 'unknown',
    },
  ],
  ageBands: bands.flatMap((band, i) => [
    { sex: 'f' as const, band, individuals: [84_951, 131_287, 150_595, 19_307][i]! },
    { sex: 'm' as const, band, individuals: [82_526, 125_583, 132_760, 17_940][i]! },
  ]),
  ageSample: { method: 'applied', individuals: 9_417, places: 48, placesOf: 155 },
  change: {
    fromRound: 12,
    fromVersion: 1,
    computable: true,
    terms: {
      unit: 'individuals',
      raw: 12_722,
      common: { places: 144, from: 716_900, change: -4_310 },
      newlyCovered: { places: 6, amount: 21_540 },
      noLongerCovered: { places: 6, amount: 4_508 },
      carriedForward: { places: 5, change: 0 },
      percentOfCommonBase: -0.6,
    },
    byArea: [
      {
        pcode: 'MZ01',
        name: 'Cabo Delgado',
        terms: {
          unit: 'individuals',
          raw: -20_424,
          common: { places: 90, from: 650_000, change: -18_000 },
          newlyCovered: { places: 1, amount: 2_084 },
          noLongerCovered: { places: 6, amount: 4_508 },
          carriedForward: { places: 5, change: 0 },
          percentOfCommonBase: -2.8,
        },
      },
    ],
  },
  trend: [
    { round: 11, reportingDate: '2021-03-31', households: 150_335, individuals: 697_538, expected: 154, assessed: 154, carriedForward: 0 },
    { round: 12, reportingDate: '2021-04-30', households: 155_494, individuals: 732_227, expected: 160, assessed: 155, carriedForward: 3 },
    { round: 13, reportingDate: '2021-09-23', households: 'unknown', individuals: 744_949, expected: 162, assessed: 150, carriedForward: 5 },
  ],
  coverage: { expected: 162, assessed: 150, carriedForward: 5, notAssessed: 5, closed: 2, merged: 0, empty: 0 },
  methods: [
    { method: 'key_informant', individuals: 738_120 },
    { method: 'carried', individuals: 6_829 },
  ],
  endorsement: {
    office: 'INGD',
    date: '2021-10-12',
    kind: 'endorsed_with_reservations',
    reservations: [{ pcode: 'MZ0113', name: 'Muidumbe', text: 'O distrito pede nova contagem quando houver acesso.' }],
  },
  limitations: [
    { pt: 'Três localidades de Muidumbe não foram visitadas por falta de acesso.', en: 'Three localities of Muidumbe were not visited for lack of access.' },
    { pt: 'Os números são estimativas de informantes-chave.', en: 'The figures are estimates by key informants.' },
  ],
  narrative: {
    pt: 'Cabo Delgado acolhe a maior parte das pessoas deslocadas, seguido de Nampula.',
    en: 'Cabo Delgado hosts most of the displaced people, followed by Nampula.',
  },
  demonstration: {
    note: {
      pt: 'Missão inventada para mostrar o sistema; os totais por província são os que a OIM (DTM) publicou.',
      en: 'An invented mission that shows the system; the totals by province are those that IOM (DTM) published.',
    },
    sources: ['https://displacement.iom.int/reports/iom-dtm-baseline-assessment-report-round-13-september-2021'],
    illustrativeBelow: 'province',
  },
  licence: 'CC BY 4.0',
  credit: 'IOM DTM Mozambique',
  boundaries: { kind: 'schematic', credit: 'Natural Earth' },
}

const hash = (digit: string) => digit.repeat(64)

export const product13: RoundProduct = {
  slug: 'cabo-delgado-ba-13',
  version: 2,
  kind: 'round-report',
  title: { pt: 'Avaliação de base, ronda 13', en: 'Baseline assessment, round 13' },
  summary: {
    pt: '744 949 pessoas deslocadas em seis províncias em Setembro de 2021.',
    en: '744,949 displaced people in six provinces in September 2021.',
  },
  places: ['MOZ', 'MZ01', 'MZ07'],
  periodFrom: '2021-09-01',
  periodTo: '2021-09-23',
  publishedAt: '2021-10-14T09:30:00Z',
  demonstration: true,
  hash: hash('a'),
  licence: 'CC BY 4.0',
  credit: 'IOM DTM Mozambique',
  supersededAt: null,
  withdrawn: null,
  files: [
    { name: 'ronda-13.csv', format: 'csv', language: null, bytes: 48_210, sha256: hash('b'), href: '/files/ronda-13.csv' },
    { name: 'ronda-13.xlsx', format: 'xlsx', language: null, bytes: 96_400, sha256: hash('c'), href: '/files/ronda-13.xlsx' },
    { name: 'ronda-13.geojson', format: 'geojson', language: null, bytes: 210_777, sha256: hash('d'), href: '/files/ronda-13.geojson' },
    { name: 'ronda-13-pt.pdf', format: 'pdf', language: 'pt', bytes: 1_240_000, sha256: hash('e'), href: '/files/ronda-13-pt.pdf' },
    { name: 'round-13-en.pdf', format: 'pdf', language: 'en', bytes: 1_236_000, sha256: hash('f'), href: '/files/round-13-en.pdf' },
  ],
  versions: [
    {
      version: 2,
      publishedAt: '2021-10-14T09:30:00Z',
      hash: hash('a'),
      href: '/pt/publications/cabo-delgado-ba-13/v2',
      changeNote: { pt: 'Nome de um distrito corrigido.', en: 'The name of one district corrected.' },
    },
    { version: 1, publishedAt: '2021-10-13T08:00:00Z', hash: hash('9'), href: '/pt/publications/cabo-delgado-ba-13/v1', changeNote: null },
  ],
  publicRound: round13,
}
