/** The gap matrix on paper: who is in need, who was reached and who is missing, district by district. What nobody knows stands there in words, and never as zero. */
import { isKnown } from '../../../engines/count.ts'
import type { House, Language } from '../../../kernel/index.ts'
import { type Paper, printDate, printNumber } from '../../../kernel/publishing.ts'
import type { GapsNow, NamedPlaces } from '../fourW/gapsNow.ts'
import { toldByProvinceOnly } from '../fourW/guardRail.ts'
import { type GapRow, judged, thatCount } from '../fourW/situation.ts'
import { gapWords } from './gapWords.ts'

type Asked = { sector?: string; district?: string; status?: keyof (typeof gapWords)['pt']['status'] }
/** `asked`: what the gaps were asked about, which the paper says. */
type Printing = { asked: Asked; lang: Language; today: string }
type Place = NamedPlaces[string]
type Printed = { row: GapRow; place: Place; sector: string }

/** Each source with its day once, in the order in which the lines name it. */
const sourcesOf = (printed: readonly Printed[], lang: Language): { source: string; day: string }[] => {
  const all = printed.flatMap(({ row: { needFrom } }) => needFrom ?? [])
  return [...new Map(all.map(({ source, asOf }) => [`${source} ${asOf}`, { source, day: printDate(asOf, lang) }])).values()]
}

export function gapPaper({ pack, catalogue }: House, { gaps, places, rows }: GapsNow, { asked, lang, today }: Printing): Paper {
  const w = gapWords[lang]
  const n = (value: number) => printNumber(value, lang)
  const range = (low: number, high: number) => (low === high ? n(low) : w.range(n(low), n(high)))
  const sectorOf = (code: string) => pack.codeLists.get('sector')?.codes.find((one) => one.code === code)?.label[lang] ?? code
  const placeOf = (code: string): Place => places[code] ?? { name: code, province: '', level: 2 }
  const printed = gaps
    .map((row): Printed => ({ row, place: placeOf(row.place), sector: sectorOf(row.sector) }))
    .sort(({ place: a, sector: first }, { place: b, sector: second }) => {
      const text = (x: string, y: string) => x.localeCompare(y, lang)
      return text(a.province, b.province) || a.level - b.level || text(a.name, b.name) || text(first, second)
    })
  const sources = sourcesOf(printed, lang)
  const sourceOf = ({ needFrom }: GapRow) => {
    const day = needFrom && printDate(needFrom.asOf, lang)
    return needFrom ? String(sources.findIndex((one) => one.source === needFrom.source && one.day === day) + 1) : ''
  }
  const missing = ({ least, most }: GapRow) => {
    if (!isKnown(most)) return w.cannotSay
    return isKnown(least) ? range(least, most) : w.atMost(n(most))
  }
  const line = ({ row, place, sector }: Printed) => [
    ...[place.level < 2 ? w.wholeProvince : place.name, sector, isKnown(row.inNeed) ? n(row.inNeed) : w.needNotKnown],
    ...[row.reached ? range(row.reached.lower, row.reached.upper) : w.notKnown, missing(row)],
    ...[row.overReached ? w.overReached : '', sourceOf(row)],
  ]
  const provinces = [...new Set(printed.map(({ place }) => place.province))].map(
    (province) => [province, printed.filter(({ place }) => place.province === province)] as const,
  )
  const counted = thatCount(rows)
  const [above, numberless] = [counted.filter(({ district }) => district === null), counted.filter(({ people }) => people === null)]
  return {
    ...{ title: w.title, number: printDate(today, lang), flipped: true },
    facts: [
      ...(asked.sector ? [[w.onlySector, sectorOf(asked.sector)] satisfies [string, string]] : []),
      ...(asked.district ? [[w.onlyPlace, placeOf(asked.district).name] satisfies [string, string]] : []),
      ...(asked.status ? [[w.onlyStatus, w.status[asked.status]] satisfies [string, string]] : []),
      [w.canBeJudged, w.ofAll(n(judged(gaps)), n(gaps.length))],
    ],
    columns: [{ title: w.province, wide: true }, ...[w.cells, w.judged, w.unjudged, w.overCells].map((title) => ({ title, number: true }))],
    rows: provinces.map(([province, lines]) => {
      const cells = lines.map(({ row }) => row)
      return [province, ...[cells.length, judged(cells), cells.length - judged(cells), cells.filter(({ overReached }) => overReached).length].map(n)]
    }),
    notes: [
      w.rule(catalogue.both({ code: 'coordination.reach-rule', facts: {} })[lang]),
      w.gapRule,
      ...sources.map(({ source, day }, at) => w.sourceIs(n(at + 1), source, day)),
      ...(numberless.length > 0 ? [w.withoutNumber(n(numberless.length))] : []),
      ...(above.length > 0 ? [w.aboveDistrict(n(above.length))] : []),
      ...(gaps.some(({ sector }) => toldByProvinceOnly(sector, null)) ? [w.provinceOnly] : []),
    ],
    tables: provinces.map(([province, lines]) => ({
      title: province,
      columns: [
        ...[{ title: w.district }, { title: w.sector, wide: true }, { title: w.inNeed, number: true }],
        ...[
          { title: w.reached, number: true },
          { title: w.gap, number: true },
          { title: w.note, wide: true },
          { title: w.source, number: true },
        ],
      ],
      rows: lines.map(line),
      notes: [],
    })),
  }
}
