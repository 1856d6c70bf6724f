/** One step for whoever brings official boundaries: any of the four forms, told apart by content and not by name. */
import { fromGeoJson } from '../../../engines/places/boundaries/fromGeoJson.ts'
import { fromTopoJson } from '../../../engines/places/boundaries/fromTopoJson.ts'
import type { BoundaryFile, BoundaryOptions, BoundaryRefusal } from '../../../engines/places/boundaries/recognise.ts'
import { fromGeoPackage } from './fromGeoPackage.ts'
import { fromShapefileZip } from './fromShapefileZip.ts'

const startsWith = (bytes: Uint8Array, text: string) => [...text].every((letter, i) => bytes[i] === letter.charCodeAt(0))
const largestText = 300_000_000

export async function readBoundaryFile({ bytes }: { bytes: Uint8Array }, options: BoundaryOptions = {}): Promise<BoundaryFile | BoundaryRefusal> {
  if (startsWith(bytes, 'PK')) return fromShapefileZip(bytes, options)
  if (startsWith(bytes, 'SQLite format 3\0')) return fromGeoPackage(bytes, options)
  if (bytes.length > largestText) return { code: 'places.boundary-too-large', facts: { bytes: bytes.length, limit: largestText } }
  const text = new TextDecoder().decode(bytes)
  return /"type"\s*:\s*"Topology"/.test(text.slice(0, 2000)) || /"type"\s*:\s*"Topology"/.test(text.slice(-2000))
    ? fromTopoJson(text, options)
    : fromGeoJson(text, options)
}
