/**
 * What the world may read of flow monitoring in a week or a month: points with what was watched and seen, and the origin–destination table after disclosure
 * control, with what is not known as its own row and column.
 */
import { type Count, isKnown } from '../../../engines/count.ts'
import type { FigureToPublish } from '../../../engines/disclosure/index.ts'
import { type Bilingual, type House, type Refused, refuse, refused } from '../../../kernel/index.ts'
import type { AreaTree } from '../areas.ts'
import { safeCounts } from '../disclose.ts'
import { flowNarrative } from './flowWords.ts'
import type { Interviews } from './interviews.ts'
import type { Part, Picture, PointFigure } from './picture.ts'
import type { Season } from './season.ts'

export type PublicPart = { code: string | null; label: Bilingual; people: Count }
export type PublicFlowCell = { from: string | null; fromName: Bilingual; to: string | null; toName: Bilingual; people: Count; uncounted: number }
/** `counted`: it is in the sums; a point that another of its corridor stands for is not. */
export type PublicPoint = Omit<PointFigure, 'restrictions'> & { counted: boolean }

export type PublicFlows = {
  format: 'capulana-public-flows-1'
  kind: 'week' | 'month'
  from: string
  to: string
  country: { iso3: string; name: Bilingual }
  people: Count
  uncounted: number
  points: PublicPoint[]
  cells: PublicFlowCell[]
  directions: PublicPart[]
  reasons: PublicPart[]
  who: PublicPart[]
  /** Absent from sets that were published before they were told. */
  interviews?: Interviews
  season?: Season
  narrative: Bilingual
  limitations: Bilingual[]
  licence: string
  credit: string
}

const limitations: Bilingual[] = [
  {
    pt: 'São passagens vistas em pontos e horas escolhidos, não pessoas: quem passa duas vezes conta duas vezes, e quem passa fora das horas não está aqui.',
    en: 'These are passages seen at chosen points and hours, not persons: whoever passes twice counts twice, and whoever passes at other hours is not here.',
  },
  {
    pt: 'Um ponto sem observação não tem número; zero quer dizer que alguém observou e ninguém passou.',
    en: 'A point that was not watched has no figure; zero means that somebody watched and nobody passed.',
  },
]

const unknownEnd: Bilingual = { pt: 'Não se sabe', en: 'Not known' }

const labelOf = (house: House, list: string, code: string | null): Bilingual =>
  code === null ? unknownEnd : (house.pack.codeLists.get(list)?.codes.find((each) => each.code === code)?.label ?? { pt: code, en: code })

export function endName(house: House, tree: AreaTree, code: string | null): Bilingual {
  const area = code === null ? null : tree.byPcode.get(code)?.name
  return area ? { pt: area, en: area } : labelOf(house, 'flowCountry', code)
}

const whoLabels: Record<string, Bilingual> = {
  women: { pt: 'Mulheres', en: 'Women' },
  men: { pt: 'Homens', en: 'Men' },
  girls: { pt: 'Raparigas', en: 'Girls' },
  boys: { pt: 'Rapazes', en: 'Boys' },
}
const directionLabels: Record<string, Bilingual> = {
  in: { pt: 'Entram no país', en: 'Entering the country' },
  out: { pt: 'Saem do país', en: 'Leaving the country' },
  internal: { pt: 'Dentro do país', en: 'Inside the country' },
}

const whole = '*'
const end = (code: string | null) => code ?? '?'

/** A point that another of its corridor stands for is in no sum: it must be safe alone. */
const keyOfPoint = ({ summed }: Picture, code: string): Record<string, string> =>
  summed.includes(code) ? { area: whole, point: code } : { area: `point ${code}` }

/** Cells, their margins and every breakdown of the whole, made safe together: each adds up to the same total. */
async function disclose(picture: Picture, minimum: number): Promise<Map<string, Count> | Refused> {
  const { cells, points, directions, reasons, who, people } = picture
  const origins = [...new Set(cells.map(({ from }) => end(from)))]
  const destinations = [...new Set(cells.map(({ to }) => end(to)))]
  const parents: Record<string, string | null> = {
    [whole]: null,
    ...Object.fromEntries(points.map(({ code }) => [`point ${code}`, null])),
    ...Object.fromEntries(origins.map((origin) => [`from ${origin}`, whole])),
  }
  const sum = (of: readonly { people: number }[]) => of.reduce((total, one) => total + one.people, 0)
  const figures: FigureToPublish[] = [
    { key: { area: whole }, count: people },
    ...origins.map((origin) => ({ key: { area: `from ${origin}` }, count: sum(cells.filter(({ from }) => end(from) === origin)) })),
    ...destinations.map((to) => ({ key: { area: whole, to }, count: sum(cells.filter((cell) => end(cell.to) === to)) })),
    ...cells.map(({ from, to, people: n }) => ({ key: { area: `from ${end(from)}`, to: end(to) }, count: n })),
    ...points.flatMap(({ code, observed }) => (isKnown(observed) ? [{ key: keyOfPoint(picture, code), count: observed }] : [])),
    ...(['directions', 'reasons', 'who'] as const).flatMap((name) =>
      ({ directions, reasons, who })[name].map(({ code, people: n }) => ({ key: { area: whole, [name]: end(code) }, count: n })),
    ),
  ]
  const counts = await safeCounts(figures, parents, minimum)
  return 'refused' in counts ? counts : new Map(figures.map(({ key }, at) => [JSON.stringify(key), counts[at]!]))
}

export type BulletinFacts = { kind: 'week' | 'month'; licence: string; credit: string; interviews: Interviews; season: Season }

export async function publicFlows(house: House, tree: AreaTree, picture: Picture, facts: BulletinFacts): Promise<PublicFlows | Refused> {
  if (picture.points.every(({ sessions }) => sessions === 0)) return refused(refuse('flow.nothing-watched', { from: picture.from, to: picture.to }))
  const safe = await disclose(picture, house.pack.thresholds.disclosureMinimum)
  if ('refused' in safe) return safe
  const count = (key: Record<string, string>): Count => safe.get(JSON.stringify(key)) ?? 'unknown'
  const parts = (name: string, list: readonly Part[], label: (code: string | null) => Bilingual): PublicPart[] =>
    list
      .filter(({ code, people }) => code !== null || people > 0)
      .map(({ code }) => ({ code, label: label(code), people: count({ area: whole, [name]: end(code) }) }))
  const points = picture.points.map(({ restrictions: _, ...figure }): PublicPoint => {
    const point = { ...figure, counted: picture.summed.includes(figure.code) }
    if (!isKnown(point.observed)) return point
    const observed = count(keyOfPoint(picture, point.code))
    // With the hours printed beside them, rate and estimate would tell what is withheld.
    return isKnown(observed) ? { ...point, observed } : { ...point, observed, estimate: observed, perHour: null }
  })
  const built = {
    format: 'capulana-public-flows-1' as const,
    ...facts,
    from: picture.from,
    to: picture.to,
    country: { iso3: house.pack.country.iso3, name: house.pack.country.names },
    people: count({ area: whole }),
    uncounted: picture.uncounted,
    points,
    cells: picture.cells.map(({ from, to, uncounted }) => ({
      ...{ from, to, uncounted, fromName: endName(house, tree, from), toName: endName(house, tree, to) },
      people: count({ area: `from ${end(from)}`, to: end(to) }),
    })),
    directions: parts('directions', picture.directions, (code) => directionLabels[code ?? ''] ?? unknownEnd),
    reasons: parts('reasons', picture.reasons, (code) => labelOf(house, 'flowReason', code)),
    who: parts('who', picture.who, (code) => whoLabels[code ?? ''] ?? unknownEnd),
    limitations,
  }
  return { ...built, narrative: { pt: flowNarrative(built, 'pt'), en: flowNarrative(built, 'en') } }
}
