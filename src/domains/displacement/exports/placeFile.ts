/**
 * The places of a published round, one line each: not public, given to whoever was granted it. It is made anew from the frozen rows at each opening and carries on every
 * line for whom it was made. What the publication withholds stays withheld here too: a district's printed total less its other places must tell nobody of a few people.
 */
import { sql } from 'kysely'
import { type Count, isKnown } from '../../../engines/count.ts'
import { type Db, getRow, type House, type Language, type Refused, refuse, refused } from '../../../kernel/index.ts'
import {
  collectBytes,
  countCell,
  countWord,
  figureColumn,
  householdsColumn,
  meaning,
  outColumn,
  type Product,
  people,
  printDate,
} from '../../../kernel/publishing.ts'
import { type OutTable, writeXlsx } from '../../../kernel/tables.ts'
import { hashOfRound } from '../freeze.ts'
import { type PlaceFigure, placeFigures } from '../placeFigures.ts'
import type { PublicRound } from '../publicRound.ts'
import { publicRoundOf, roundKind } from '../publishedRounds.ts'
import { Round } from '../round.ts'
import { methodCodes, outcomeCodes, placeKindCodes } from './fileCodes.ts'
import { readmeLines } from './readme.ts'

/** For whom a copy is made. No name of a person: the file travels. */
export type CopyFor = { number: string; organisation: string; purpose: string; until: string }

/** `district`: its P-code; null while nobody knows where the place lies. */
type Line = PlaceFigure & { kind: string; siteType: string | null; lon: number | null; lat: number | null; district: string | null }
type Shown = Line & { figure: Count }

/** A round of districts has nothing finer than what is public already. */
export const hasPlaceFile = ({ round }: PublicRound): boolean => round.unitLevel !== 'district'

export const placeColumns = [
  outColumn('place_code', { pt: 'Código do lugar', en: 'Place code' }, '#loc+code', 'text', meaning('Código do lugar', 'Code of the place', 'filled')),
  outColumn('place', { pt: 'Lugar', en: 'Place' }, '#loc+name', 'text', meaning('Nome do lugar', 'Name of the place', 'filled')),
  outColumn('kind', { pt: 'Tipo', en: 'Kind' }, '#loc+type', 'text', meaning('Tipo de lugar', 'Kind of place', 'filled', { codes: placeKindCodes })),
  outColumn(
    'site_type',
    { pt: 'Tipo de centro', en: 'Site type' },
    '#loc+site+type',
    'text',
    meaning('Tipo de centro', 'Type of site', 'none', { list: 'siteType' }),
  ),
  outColumn(
    'district_code',
    { pt: 'Código do distrito', en: 'District code' },
    '#adm2+code',
    'text',
    meaning('Código do distrito', 'Code of the district', 'unknown'),
  ),
  outColumn(
    'longitude',
    { pt: 'Longitude', en: 'Longitude' },
    '#geo+lon',
    'decimal',
    meaning('Longitude', 'Longitude', 'unknown', { unit: { pt: 'graus, WGS 84', en: 'degrees, WGS 84' } }),
  ),
  outColumn(
    'latitude',
    { pt: 'Latitude', en: 'Latitude' },
    '#geo+lat',
    'decimal',
    meaning('Latitude', 'Latitude', 'unknown', { unit: { pt: 'graus, WGS 84', en: 'degrees, WGS 84' } }),
  ),
  outColumn(
    'outcome',
    { pt: 'Resultado', en: 'Outcome' },
    '#status',
    'text',
    meaning('O que aconteceu ao lugar na ronda', 'What happened to the place in the round', 'unknown', { codes: outcomeCodes }),
  ),
  outColumn(
    'method',
    { pt: 'Método', en: 'Method' },
    '#meta+method',
    'text',
    meaning('Como se contou', 'How people were counted', 'unknown', { codes: methodCodes }),
  ),
  householdsColumn,
  outColumn(
    'individuals',
    { pt: 'Pessoas', en: 'Individuals' },
    '#affected+idps',
    'integer',
    meaning('Pessoas deslocadas', 'Displaced people', 'withheld', { unit: people }),
  ),
  figureColumn,
  outColumn(
    'copy',
    { pt: 'Cópia', en: 'Copy' },
    '#meta+copy',
    'text',
    meaning('Número do pedido para que o ficheiro foi feito', 'Number of the request that the file was made for', 'filled'),
  ),
]

const isSmall = (count: Count, minimum: number) => isKnown(count) && count > 0 && count < minimum
const peopleIn = ({ individuals }: PlaceFigure) => (isKnown(individuals) ? individuals : 0)
const householdsIn = (line: PlaceFigure) => (isKnown(line.households) ? line.households : 0)

/**
 * Small places of a district are withheld together, with the next larger ones until two or more hold so many people and households that their sum tells of none.
 * In a district whose own figure is withheld no place has one.
 */
function withholdSmall<L extends PlaceFigure & { district: string | null }>(lines: readonly L[], minimum: number, printed: ReadonlySet<string>): Set<L> {
  const byArea = new Map<string, L[]>()
  for (const line of lines) byArea.set(line.district ?? '', [...(byArea.get(line.district ?? '') ?? []), line])
  const withheld = new Set<L>()
  for (const [area, here] of byArea) {
    const inhabited = here.filter((line) => peopleIn(line) > 0 || householdsIn(line) > 0).sort((a, b) => peopleIn(a) - peopleIn(b))
    if (!printed.has(area)) for (const line of inhabited) withheld.add(line)
    const small = inhabited.filter((line) => isSmall(line.individuals, minimum) || isSmall(line.households, minimum))
    if (small.length === 0 || !printed.has(area)) continue
    const chosen = [...small]
    const isEnough = () => chosen.length > 1 && [peopleIn, householdsIn].every((of) => chosen.reduce((sum, line) => sum + of(line), 0) >= 2 * minimum)
    for (const next of inhabited.filter((line) => !small.includes(line))) {
      if (isEnough()) break
      chosen.push(next)
    }
    for (const line of chosen) withheld.add(line)
  }
  return withheld
}

async function linesOf(db: Db, round: string): Promise<Line[]> {
  const figures = await placeFigures(db, round)
  const ids = figures.map(({ place }) => place)
  const places = await db.rows<Pick<Line, 'place' | 'kind' | 'siteType' | 'lon' | 'lat' | 'district'>>(sql`
    with recursive up as (
      select id as place, pcode, level, parent from places.place where id = any (${ids}::uuid[])
      union all select up.place, p.pcode, p.level, p.parent from up join places.place p on p.id = up.parent where up.level > 2
    )
    select p.id as place, p.kind, p.site_type, p.lon, p.lat, (select up.pcode from up where up.place = p.id and up.level = 2) as district
    from places.place p where p.id = any (${ids}::uuid[])`)
  const about = new Map(places.map((place) => [place.place, place]))
  return figures.map((figure) => ({ ...figure, ...about.get(figure.place)! }))
}

const words = {
  pt: {
    title: 'Lugares, uso reservado',
    copy: 'Cópia',
    copyFor: (copy: CopyFor) => `${copy.number}, feita para ${copy.organisation}`,
    purpose: 'Para',
    until: 'Usar até',
    terms: 'Condições',
    said: 'Não publicar, não passar a ninguém, não juntar a outros dados para encontrar pessoas. Apagar no fim do prazo.',
    small: 'Retido',
    smallSaid: 'Lugares com poucas pessoas não têm número, nem os outros lugares que permitiriam calculá-lo a partir do total publicado do distrito.',
  },
  en: {
    title: 'Places, restricted use',
    copy: 'Copy',
    copyFor: (copy: CopyFor) => `${copy.number}, made for ${copy.organisation}`,
    purpose: 'For',
    until: 'Use until',
    terms: 'Terms',
    said: 'Do not publish it, pass it on, or join it with other data to find people. Delete it when the time ends.',
    small: 'Withheld',
    smallSaid: 'Places with few people have no figure, nor have the other places that would let somebody work it out from the published total of the district.',
  },
} as const satisfies Record<Language, unknown>

function tableOf(shown: readonly Shown[], round: PublicRound, copy: CopyFor, language: Language, hash: string): OutTable {
  const say = words[language]
  return {
    ...{ title: `R${round.round.number} v${round.round.version}`, language, columns: placeColumns },
    rows: shown.map((line) => [
      ...[line.pcode, line.name, line.kind, line.siteType ?? '', line.district ?? '', line.lon ?? '', line.lat ?? '', line.outcome ?? '', line.method ?? ''],
      ...(line.figure === 'withheld' ? ['', ''] : [countCell(line.households), countCell(line.individuals)]),
      ...[countWord(line.figure), copy.number],
    ]),
    readme: {
      title: say.title,
      lines: [
        [say.copy, say.copyFor(copy)],
        [say.purpose, copy.purpose],
        [say.until, printDate(copy.until, language)],
        [say.terms, say.said],
        [say.small, say.smallSaid],
        ...readmeLines(round, language, hash),
      ],
    },
  }
}

/** Refused where the product has no such file, was withdrawn, or its rows are no longer those that were endorsed. */
export async function placeFile(
  house: House,
  db: Db,
  product: Product,
  copy: CopyFor,
  language: Language,
): Promise<{ name: string; bytes: Uint8Array } | Refused> {
  if (product.kind !== roundKind || product.withdrawnAt) return refused(refuse('publications.nothing-restricted'))
  const [round, published] = [await getRow(db, Round, product.subject.slice(`${Round.name}:`.length)), await publicRoundOf(house, product)]
  if (!round || !hasPlaceFile(published)) return refused(refuse('publications.nothing-restricted'))
  const now = await hashOfRound(db, round.id)
  if (now !== round.frozenHash) return refused(refuse('round.changed-after-freeze', { frozen: round.frozenHash ?? '', now }))
  const lines = await linesOf(db, round.id)
  const printed = new Set(
    published.areas.filter(({ individuals, households: of }) => individuals !== 'withheld' && of !== 'withheld').map(({ pcode }) => pcode),
  )
  const withheld = withholdSmall(lines, house.pack.thresholds.disclosureMinimum, printed)
  const shown = lines.map((line): Shown => ({ ...line, figure: withheld.has(line) ? 'withheld' : line.individuals }))
  const bytes = await collectBytes((out) => writeXlsx(tableOf(shown, published, copy, language, product.hash), out))
  return { name: `${product.slug}-v${product.version}-places-${copy.number}.xlsx`, bytes }
}
