/**
 * A published round for tests. Round, province and named district totals are published facts (IOM DTM Mozambique, baseline assessment reports 11 to 13, 2021,
 * https://reliefweb.int and https://displacement.iom.int); everything below them (other districts, sex, age, reasons, coverage) is a plain split made here.
 */
import type { Polygon } from 'geojson'
import type { Count } from '../../../engines/count.ts'
import type { ChangeTerms, PublicArea, PublicCell, PublicRound, TrendPoint } from '../publicRound.ts'

type Published = {
  date: string
  from: string
  to: string
  total: number
  households: Count
  provinces: Record<string, number>
  districts: Record<string, number>
}

const published: Record<12 | 13, Published> = {
  12: {
    date: '2021-04-30',
    from: '2021-04-05',
    to: '2021-04-30',
    total: 732227,
    households: 155494,
    provinces: { MZ01: 662828, MZ07: 66913, MZ11: 1200, MZ08: 1133, MZ09: 153 },
    districts: { MZ0104: 157431, MZ0109: 125452, MZ0112: 91776, MZ0103: 61534, MZ0101: 60420 },
  },
  13: {
    date: '2021-09-23',
    from: '2021-09-01',
    to: '2021-09-23',
    total: 744949,
    households: 'unknown',
    provinces: { MZ01: 642404, MZ07: 99448, MZ08: 1221, MZ11: 1602, MZ09: 164, MZ03: 110 },
    districts: {},
  },
}

const provinceNames: Record<string, string> = { MZ01: 'Cabo Delgado', MZ03: 'Inhambane', MZ07: 'Nampula', MZ08: 'Niassa', MZ09: 'Sofala', MZ11: 'Zambézia' }

/** Districts of Cabo Delgado with the weight of the plain split; weight 0 stands for a place that nobody could reach. */
const caboDelgado: [string, string, number][] = [
  ['MZ0101', 'Ancuabe', 60],
  ['MZ0102', 'Balama', 21],
  ['MZ0103', 'Chiúre', 61],
  ['MZ0104', 'Cidade de Pemba', 157],
  ['MZ0105', 'Ibo', 30],
  ['MZ0106', 'Macomia', 22],
  ['MZ0107', 'Mecúfi', 14],
  ['MZ0108', 'Meluco', 8],
  ['MZ0109', 'Metuge', 125],
  ['MZ0110', 'Mocímboa da Praia', 0],
  ['MZ0111', 'Montepuez', 55],
  ['MZ0112', 'Mueda', 91],
  ['MZ0113', 'Muidumbe', 6],
  ['MZ0114', 'Namuno', 27],
  ['MZ0115', 'Nangade', 40],
  ['MZ0116', 'Palma', 19],
  ['MZ0118', 'Quissanga', 3],
]

const reasons: [string, number][] = [
  ['Conflict', 86],
  ['Insecurity', 9],
  ['Conflict; Natural disaster', 5],
]

/** Shares by largest remainder, so that the parts always sum to the whole. */
function split(whole: number, weights: number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const exact = weights.map((weight) => (whole * weight) / sum)
  const parts = exact.map(Math.floor)
  const order = exact.map((value, index) => [value - Math.floor(value), index] as const).toSorted((a, b) => b[0] - a[0] || a[1] - b[1])
  const missing = whole - parts.reduce((total, part) => total + part, 0)
  for (const [, index] of order.slice(0, missing)) parts[index]!++
  return parts
}

type Visits = Pick<PublicArea, 'expected' | 'assessed' | 'carriedForward' | 'notAssessed'>

const allVisited: Visits = { expected: 3, assessed: 3, carriedForward: 0, notAssessed: 0 }
const mostlyVisited: Visits = { expected: 9, assessed: 8, carriedForward: 1, notAssessed: 0 }
const notReached: Visits = { expected: 9, assessed: 0, carriedForward: 0, notAssessed: 9 }

const sumVisits = (visits: Visits[]): Visits => ({
  expected: visits.reduce((sum, one) => sum + one.expected, 0),
  assessed: visits.reduce((sum, one) => sum + one.assessed, 0),
  carriedForward: visits.reduce((sum, one) => sum + one.carriedForward, 0),
  notAssessed: visits.reduce((sum, one) => sum + one.notAssessed, 0),
})

type Named = Pick<PublicArea, 'pcode' | 'name' | 'level' | 'parent'>

function area(named: Named, individuals: Count, households: Count, { expected, assessed, carriedForward, notAssessed }: Visits): PublicArea {
  const [females, males] = typeof individuals === 'number' ? (split(individuals, [52, 48]) as [number, number]) : [individuals, individuals]
  return { ...named, households, individuals, females, males, expected, assessed, carriedForward, notAssessed, closed: 0, carriedIndividuals: 0 }
}

/** Household figures are published for the round only; below it they are the published average size applied to each area. */
const householdsOf = (people: Count, round: Published): Count =>
  typeof people === 'number' && round.households !== 'unknown' ? Math.round(people / 4.7) : 'unknown'

function districtsOf(round: Published): PublicArea[] {
  const open = caboDelgado.filter(([pcode, , weight]) => weight > 0 && round.districts[pcode] === undefined)
  const rest = round.provinces.MZ01! - Object.values(round.districts).reduce((total, value) => total + value, 0)
  const parts = new Map(
    split(
      rest,
      open.map(([, , weight]) => weight),
    ).map((part, index) => [open[index]![0], part]),
  )
  return caboDelgado.map(([pcode, name, weight]) => {
    const people: Count = weight === 0 ? 'unknown' : (round.districts[pcode] ?? parts.get(pcode)!)
    return area({ pcode, name, level: 2, parent: 'MZ01' }, people, householdsOf(people, round), weight === 0 ? notReached : mostlyVisited)
  })
}

function cellsOf(areas: PublicArea[]): PublicCell[] {
  return areas.flatMap(({ pcode, level, individuals }) =>
    typeof individuals !== 'number' || level === 3
      ? []
      : split(
          individuals,
          reasons.map(([, weight]) => weight),
        ).map((people, index): PublicCell => {
          const [females, males] = split(people, [52, 48]) as [number, number]
          return { pcode, level, reason: reasons[index]![0], originPcode: null, originName: null, households: 'unknown', individuals: people, females, males }
        }),
  )
}

const trend: TrendPoint[] = [
  { round: 11, reportingDate: '2021-03-31', households: 150335, individuals: 697538, expected: 160, assessed: 154, carriedForward: 4 },
  { round: 12, reportingDate: '2021-04-30', households: 155494, individuals: 732227, expected: 162, assessed: 155, carriedForward: 5 },
  { round: 13, reportingDate: '2021-09-23', households: 'unknown', individuals: 744949, expected: 168, assessed: 143, carriedForward: 16 },
]

const terms = (raw: number, newlyCovered: number, noLongerCovered: number, from: number): ChangeTerms => {
  const change = raw - newlyCovered + noLongerCovered
  return {
    unit: 'individuals',
    raw,
    common: { places: 141, from, change },
    newlyCovered: { places: 6, amount: newlyCovered },
    noLongerCovered: { places: 4, amount: noLongerCovered },
    carriedForward: { places: 16, change: 0 },
    percentOfCommonBase: Math.round((1000 * change) / from) / 10,
  }
}

/** Round 12 knows its households, round 13 does not; Mocímboa da Praia is unknown in both. */
export function fixtureRound(number: 12 | 13 = 13): PublicRound {
  const round = published[number]
  const districts = districtsOf(round)
  const provinces = Object.entries(round.provinces).map(([pcode, people]) =>
    area(
      { pcode, name: provinceNames[pcode]!, level: 1, parent: 'MOZ' },
      people,
      householdsOf(people, round),
      pcode === 'MZ01' ? sumVisits(districts) : allVisited,
    ),
  )
  const visits = sumVisits(provinces)
  const country = area({ pcode: 'MOZ', name: 'Moçambique', level: 0, parent: null }, round.total, round.households, visits)
  const areas = [country, ...provinces, ...districts]
  const bands = ['0–4', '5–17', '18–59', '60+']
  const [females, males] = split(round.total, [52, 48]) as [number, number]
  const previous = trend.find((point) => point.round === number - 1)!
  const people = previous.individuals as number
  return {
    format: 'capulana-public-round-1',
    operation: {
      name: 'Cabo Delgado Conflict',
      cause: 'conflict',
      status: 'Active',
      countryIso3: 'MOZ',
      countryPcode: 'MZ',
      countryName: { pt: 'Moçambique', en: 'Mozambique' },
    },
    round: {
      number,
      assessmentType: 'BA',
      unitLevel: 'locality',
      collectedFrom: round.from,
      collectedTo: round.to,
      reportingDate: round.date,
      version: 1,
      changeNote: null,
    },
    totals: {
      households: round.households,
      individuals: round.total,
      females,
      males,
      averageHouseholdSize: typeof round.households === 'number' ? round.total / round.households : null,
    },
    areas,
    cells: cellsOf(areas),
    ageBands: (['f', 'm'] as const).flatMap((sex) =>
      split(sex === 'f' ? females : males, [17, 36, 41, 6]).map((count, index) => ({ sex, band: bands[index]!, individuals: count })),
    ),
    ageSample: { method: 'applied', individuals: 9_417, places: 48, placesOf: 155 },
    change: { fromRound: number - 1, fromVersion: 1, computable: true, terms: terms(round.total - people, 9120, 4310, people - 31204), byArea: [] },
    trend: trend.filter((point) => point.round <= number),
    coverage: { ...visits, closed: 0, merged: 0, empty: 0 },
    methods: [
      { method: 'key_informant', individuals: round.total - 41270 },
      { method: 'carried', individuals: 41270 },
    ],
    endorsement: {
      office: 'INGD Cabo Delgado',
      date: round.date,
      kind: 'endorsed_with_reservations',
      reservations: [{ pcode: 'MZ0116', name: 'Palma', text: 'O acesso foi parcial; o número deve ser confirmado na próxima ronda.' }],
    },
    limitations: [
      {
        pt: 'Mocímboa da Praia não foi visitada por falta de acesso; o seu número é desconhecido e não entra no total.',
        en: 'Mocímboa da Praia could not be reached; its figure is unknown and is not part of the total.',
      },
      { pt: 'Os números vêm de informantes-chave e não de um registo de pessoas.', en: 'Figures come from key informants, not from a registration of people.' },
    ],
    narrative: {
      pt: `Cabo Delgado continua a acolher a grande maioria das pessoas deslocadas.\n\nAs equipas visitaram ${visits.assessed} dos ${visits.expected} lugares da lista. Dezasseis lugares mantêm o número de uma ronda anterior.`,
      en: `Cabo Delgado still hosts the great majority of displaced people.\n\nTeams visited ${visits.assessed} of the ${visits.expected} places on the list. Sixteen places keep the figure of an earlier round.`,
    },
    demonstration: {
      note: {
        pt: 'Os números por província são os publicados; a divisão por distrito é ilustrativa e feita para esta demonstração.',
        en: 'Province figures are those published; the split by district is illustrative and made for this demonstration.',
      },
      sources: ['https://displacement.iom.int/reports/iom-dtm-baseline-assessment-report-round-13-september-2021'],
      illustrativeBelow: 'province',
    },
    licence: 'CC BY 4.0',
    credit: 'Capulana demonstration mission',
    boundaries: { kind: 'schematic', credit: 'Natural Earth; Capulana' },
  }
}

/**
 * One square of a third of a degree for each district, in rows of five, and nobody's official boundary. With more corners per side the sides become as
 * ragged as a coast, for measurements.
 */
export function fixtureGeometries(cornersPerSide = 1): Map<string, Polygon> {
  return new Map(
    caboDelgado.map(([pcode], index) => {
      const west = 38.5 + (index % 5) * 0.4
      const south = -13.5 + Math.floor(index / 5) * 0.4
      const corners: [number, number][] = [
        [0, 0],
        [0, 0.35],
        [0.35, 0.35],
        [0.35, 0],
      ]
      const ring = corners.flatMap(([x, y], side) => {
        const [nextX, nextY] = corners[(side + 1) % 4]!
        return Array.from({ length: cornersPerSide }, (_, step) => {
          const share = step / cornersPerSide
          const ragged = step === 0 ? 0 : 0.004 * Math.sin(step * 12.9898 + side)
          return [west + x + (nextX - x) * share + ragged, south + y + (nextY - y) * share + ragged]
        })
      })
      return [pcode, { type: 'Polygon', coordinates: [[...ring, ring[0]!]] }]
    }),
  )
}
