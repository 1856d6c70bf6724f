/** The map of a period's flows from its cells: those with a number are drawn, those that are withheld are not there. */
import { type Count, isKnown } from '../../../engines/count.ts'
import type { Bilingual, Db, House, Language } from '../../../kernel/index.ts'
import { type FlowLine, flowMap, printNumber } from '../../../kernel/publishing.ts'
import { areasOfLevel } from '../../../registry/places/index.ts'
import { flowWords } from './flowWords.ts'

type Cell = { from: string | null; fromName: Bilingual; to: string | null; toName: Bilingual; people: Count }
export type DrawnFlows = { svg: string; outside: (FlowLine & { fromName: Bilingual; toName: Bilingual })[] }

/** Null: no flow has a number, or no outline is known. */
export async function drawFlows(house: House, db: Db, cells: readonly Cell[], lang: Language): Promise<DrawnFlows | null> {
  const { country } = house.pack
  const known = cells.filter((cell): cell is Cell & { people: number } => isKnown(cell.people) && cell.people > 0)
  const outlines = await areasOfLevel(db, country.iso3, 2)
  if (known.length === 0 || outlines.features.length === 0) return null
  const names = new Map(cells.flatMap(({ from, fromName, to, toName }) => [[from, fromName] as const, [to, toName] as const]))
  const codes = new Set(outlines.features.map(({ properties }) => properties.parent ?? ''))
  const words = flowWords[lang]
  const { svg, outside } = flowMap({
    areas: [...codes].map((code) => ({
      code,
      name: names.get(code)?.[lang] ?? code,
      outlines: outlines.features.filter(({ properties }) => properties.parent === code).map(({ geometry }) => geometry),
    })),
    beyond: country.neighbours.flatMap(({ iso3, names: called, at }) => (at ? [{ code: iso3, name: names.get(iso3)?.[lang] ?? called[lang], at }] : [])),
    lines: known,
    schematic: outlines.boundaries.kind === 'schematic',
    words: { title: words.map, schematic: words.schematic, credit: outlines.boundaries.credit, unknown: words.unknownMark },
    print: (value) => printNumber(value, lang),
  })
  const isOutside = new Set<FlowLine>(outside)
  return { svg, outside: known.filter((line) => isOutside.has(line)) }
}
