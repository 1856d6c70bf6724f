/** The services at the points of their places: each kind by the sign and colour that it has on the screen, with the number of its line in the list. Sensitive ones are in neither: their place would lead others there. */
import { looksOf } from '../../../engines/signs.ts'
import type { Language } from '../../../kernel/index.ts'
import { type MapSymbol, symbolMap } from '../../../kernel/publishing.ts'
import type { AreaCollection } from '../../../registry/places/index.ts'
import type { ServiceLine } from '../services/service.ts'
import { paperWords } from './paperWords.ts'

type Drawn = { svg: string; without: number }

/** `without`: how many have neither a point nor a district, and stand in the list alone. Null: none can be drawn. The provinces in which there is a service are shown whole. */
export function servicesMap(services: readonly ServiceLine[], { features, boundaries }: AreaCollection, lang: Language): Drawn | null {
  const there = services.flatMap((service, at) => (service.sensitive || service.status === 'none' ? [] : [{ ...service, number: at + 1 }]))
  const looks = looksOf(there.map(({ kind }) => kind))
  const outlineOf = (district: string | null) => features.find(({ properties: { pcode } }) => pcode === district)
  const symbols = there.flatMap(({ number, kind, status, place, placeName, district, lon, lat }): MapSymbol[] => {
    const at: MapSymbol['at'] | undefined = lon !== null && lat !== null ? [lon, lat] : outlineOf(district)?.geometry
    return at ? [{ number, at, look: looks.get(kind)!, filled: status === 'full', place: placeName ?? place }] : []
  })
  const provinces = new Set(there.flatMap(({ district }) => outlineOf(district)?.properties.parent ?? []))
  const isShown = ({ properties: { parent } }: (typeof features)[number]) => parent !== null && provinces.has(parent)
  if (symbols.length === 0 || provinces.size === 0) return null
  const { service, mapFilled, mapHollow, schematic } = paperWords[lang]
  const svg = symbolMap({
    areas: features.filter(isShown).map(({ geometry }) => geometry),
    around: features.filter((one) => !isShown(one)).map(({ geometry }) => geometry),
    kinds: [...looks].map(([name, look]) => ({ name, look })),
    ...{ symbols, schematic: boundaries.kind === 'schematic' },
    words: { legend: service, filled: mapFilled, hollow: mapHollow, schematic, north: 'N', credit: boundaries.credit },
  })
  return { svg, without: there.length - symbols.length }
}
