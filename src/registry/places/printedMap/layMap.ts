/**
 * A printed map laid out before anything is drawn: which zone, which scale, what part of the country, which square each place lies in, and how much of the sheet the
 * index takes. Pure: the same places give the same sheet.
 */
import { boxOf, partsOf } from '../../../engines/places/geometry.ts'
import { type Extent, type MapGrid, mapGrid, roundUp, squareOf } from '../../../engines/places/mapGrid.ts'
import { type Metres, toUtm, utmZone } from '../../../engines/places/utm.ts'
import type { Outline } from '../boundaries.ts'
import { type Paper, sheetOf } from './paper.ts'

/** In the order of the legend. */
export const mappedKinds = ['posto', 'locality', 'site', 'border', 'flowPoint', 'service'] as const
export type MappedKind = (typeof mappedKinds)[number]
export type MappedPlace = { name: string; kind: MappedKind; lon: number; lat: number }
export type MapContent = { focus: Outline; inner: Outline[]; around: Outline[]; places: MappedPlace[] }

type IndexLine = { name: string; kind: MappedPlace['kind']; square: string }
export type LaidMap = {
  paper: { width: number; height: number; margin: number; letters: number }
  /** The map's own frame on the sheet, in millimetres. */
  frame: { width: number; height: number }
  zone: { number: number; south: boolean }
  scale: number
  grid: MapGrid
  /** On the sheet itself, and what found no room there. */
  index: IndexLine[]
  indexColumns: number
  indexRows: number
  more: IndexLine[]
  project(lon: number, lat: number): Metres
}

const [titleHeight, footHeight, lineHeight] = [13, 17, 3.9]
const indexWidth = 46
/** Above, the map would be a stamp under a list. */
const mostIndex = 0.32

const ringsOf = (outline: Outline) => partsOf(outline).flatMap((part) => part[0] ?? [])

export function layMap({ focus, places }: Pick<MapContent, 'focus' | 'places'>, paper: Paper): LaidMap {
  const [west, south, east, north] = boxOf([ringsOf(focus)])
  const zone = utmZone((west + east) / 2, (south + north) / 2)
  const project = (lon: number, lat: number) => toUtm(zone, lon, lat)
  const box = boxOf([ringsOf(focus).map(([lon, lat]) => project(lon!, lat!))])
  const [wide, high] = [box[2] - box[0], box[3] - box[1]]
  const sheet = sheetOf(paper, wide > high * 1.1)
  const [innerWidth, innerHeight] = [sheet.width - 2 * sheet.margin, sheet.height - 2 * sheet.margin]
  const indexColumns = Math.max(1, Math.floor(innerWidth / (indexWidth * sheet.letters)))
  const linesWanted = Math.ceil(places.length / indexColumns)
  const lines = Math.min(linesWanted, Math.floor((innerHeight * mostIndex) / (lineHeight * sheet.letters)))
  const indexHeight = lines * lineHeight * sheet.letters + 7 * sheet.letters
  const frame = { width: innerWidth, height: innerHeight - (titleHeight + footHeight) * sheet.letters - indexHeight }
  const scale = roundUp(1.08 * 1000 * Math.max(wide / frame.width, high / frame.height))
  const half = [(frame.width * scale) / 2000, (frame.height * scale) / 2000] as const
  const middle = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2] as const
  const extent: Extent = [middle[0] - half[0], middle[1] - half[1], middle[0] + half[0], middle[1] + half[1]]
  const grid = mapGrid(extent, sheet.mostColumns)
  const all = places
    .flatMap(({ name, kind, lon, lat }): IndexLine[] => {
      const square = squareOf(grid, project(lon, lat))
      return square ? [{ name, kind, square }] : []
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'pt') || a.square.localeCompare(b.square))
  const room = lines * indexColumns
  const { width, height, margin, letters } = sheet
  return {
    ...{ paper: { width, height, margin, letters }, frame, zone, scale, grid, project },
    ...{ index: all.slice(0, room), indexColumns, indexRows: lines, more: all.slice(room) },
  }
}
