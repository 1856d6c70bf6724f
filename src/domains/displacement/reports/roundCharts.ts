/**
 * What the change between two rounds is made of, and where people are: the pictures of a round, used by the report and by the portal.
 * Strategy: focus area 15, key result 1, activity C.
 */
import type { MultiPolygon, Polygon } from 'geojson'
import { accent, areaMap, drawPlot, hairline, ink, printNumber, printSigned, second, third } from '../../../kernel/publishing.ts'
import type { Language } from '../../../kernel/shared.ts'
import type { ChangeTerms, PublicRound } from '../publicRound.ts'
import { reportWords } from './words.ts'

/** The terms as bars from zero, apart; the total difference below them, so that nobody adds them up by eye. */
export async function changeChart(terms: ChangeTerms, lang: Language): Promise<string> {
  const words = reportWords[lang]
  const rows = changeRows(terms, lang)
  const lowest = Math.min(0, ...rows.map((row) => row.amount))
  const highest = Math.max(0, ...rows.map((row) => row.amount))
  const margin = Math.max(1, (highest - lowest) * 0.16)
  return drawPlot((plot) => ({
    width: 640,
    height: 40 + rows.length * 34,
    marginLeft: 196,
    marginRight: 20,
    marginTop: 6,
    marginBottom: 24,
    x: {
      domain: [lowest < 0 ? lowest - margin : 0, highest + margin],
      label: null,
      ticks: 5,
      tickFormat: (value: number) => printSigned(value, lang),
      tickSize: 0,
    },
    y: { domain: rows.map((row) => row.label), label: null, tickSize: 0, padding: 0.3 },
    marks: [
      plot.gridX({ stroke: hairline, strokeOpacity: 1, ticks: 5 }),
      plot.barX(rows, { x: 'amount', y: 'label', fill: (row) => (row.label === words.difference ? third : row.amount < 0 ? second : accent) }),
      plot.ruleX([0], { stroke: ink }),
      plot.text(rows, {
        x: 'amount',
        y: 'label',
        text: (row) => printSigned(row.amount, lang),
        textAnchor: 'start',
        dx: 6,
        fontWeight: 'bold',
        filter: (row) => row.amount >= 0,
      }),
      plot.text(rows, {
        x: 'amount',
        y: 'label',
        text: (row) => printSigned(row.amount, lang),
        textAnchor: 'end',
        dx: -6,
        fontWeight: 'bold',
        filter: (row) => row.amount < 0,
      }),
    ],
  }))
}

/** The lines of the change, for bars and table alike; their sum is the last one. */
export function changeRows(terms: ChangeTerms, lang: Language): { label: string; places: number | null; amount: number }[] {
  const words = reportWords[lang]
  return [
    { label: words.common, places: terms.common.places, amount: terms.common.change },
    { label: words.newlyCovered, places: terms.newlyCovered.places, amount: terms.newlyCovered.amount },
    { label: words.noLongerCovered, places: terms.noLongerCovered.places, amount: -terms.noLongerCovered.amount },
    { label: words.carriedForward, places: terms.carriedForward.places, amount: terms.carriedForward.change },
    { label: words.difference, places: null, amount: terms.raw },
  ]
}

/** People by district as circles; districts on the list without a figure are hatched. Null when no outline fits the areas of the round. */
export function roundMap(round: PublicRound, geometries: ReadonlyMap<string, Polygon | MultiPolygon>, lang: Language): string | null {
  const words = reportWords[lang]
  const areas = round.areas.flatMap((area) => {
    const geometry = area.level === 2 ? geometries.get(area.pcode) : undefined
    return geometry ? [{ pcode: area.pcode, name: area.name, geometry, value: area.individuals }] : []
  })
  if (areas.length === 0) return null
  const drawn = new Set(areas.map((area) => area.pcode))
  return areaMap({
    kind: 'circles',
    areas,
    around: [...geometries].flatMap(([pcode, geometry]) => (drawn.has(pcode) ? [] : [geometry])),
    schematic: round.boundaries.kind === 'schematic',
    words: { ...words, credit: round.boundaries.credit },
    print: (value) => printNumber(value, lang),
  })
}
