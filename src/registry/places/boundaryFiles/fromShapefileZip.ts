/**
 * Official boundaries from a zipped shapefile, the form in which statistics offices hand them over. Serves whoever brings the country's boundaries in, once.
 * The archive's declared sizes are checked before anything is unpacked, so that a zip bomb is refused, not opened.
 */
import { strFromU8, type UnzipFileInfo, unzipSync } from 'fflate'
import { read } from 'shapefile'
import {
  type BoundaryFile,
  type BoundaryOptions,
  type BoundaryRecord,
  type BoundaryRefusal,
  isRefused,
  recognise,
} from '../../../engines/places/boundaries/recognise.ts'

export const zipLimits = { files: 200, bytes: 300_000_000, ratio: 300 }

export async function fromShapefileZip(bytes: Uint8Array, options: BoundaryOptions = {}, limits = zipLimits): Promise<BoundaryFile | BoundaryRefusal> {
  const files = unpack(bytes, limits)
  if ('code' in files) return files
  const shapes = [...files.found.keys()].filter((path) => path.endsWith('.shp') && files.found.has(path.replace(/shp$/, 'dbf')))
  if (shapes.length === 0) return { code: 'places.boundary-no-shapefile', facts: { files: [...files.found.keys()].slice(0, 10) } }
  const answers: BoundaryFile[] = []
  let refused: BoundaryRefusal | undefined
  for (const path of shapes) {
    const answer = await readShapefile(files.found, path, options)
    if (!isRefused(answer)) answers.push(answer)
    else if (answer.code === 'places.boundary-not-wgs84') return answer
    else refused ??= answer
  }
  // An archive often carries lines and points beside the areas; they are no reason to refuse the areas.
  if (answers.length === 0) return refused!
  return { features: answers.flatMap(({ features }) => features), findings: answers.flatMap(({ findings }) => findings) }
}

function unpack(bytes: Uint8Array, limits: typeof zipLimits): { found: Map<string, Uint8Array> } | BoundaryRefusal {
  let total = 0
  let count = 0
  let isTooLarge = false
  const isWanted = ({ name, size, originalSize }: UnzipFileInfo) => {
    count++
    if (!/\.(shp|dbf|prj|cpg)$/i.test(name)) return false
    total += originalSize
    isTooLarge ||= count > limits.files || total > limits.bytes || (originalSize > 1_000_000 && originalSize > size * limits.ratio)
    return !isTooLarge
  }
  try {
    const entries = unzipSync(bytes, { filter: isWanted })
    if (isTooLarge) return { code: 'places.boundary-too-large', facts: { bytes: total, limit: limits.bytes } }
    return { found: new Map(Object.entries(entries).map(([name, content]) => [name.replace(/\.\w+$/, (ending) => ending.toLowerCase()), content])) }
  } catch (error) {
    return { code: 'places.boundary-unreadable', facts: { format: 'ZIP', detail: error instanceof Error ? error.message : '' } }
  }
}

async function readShapefile(files: Map<string, Uint8Array>, path: string, options: BoundaryOptions): Promise<BoundaryFile | BoundaryRefusal> {
  const beside = (ending: string) => files.get(path.replace(/shp$/, ending))
  const projection = beside('prj')
  const projected = projection ? strFromU8(projection) : ''
  if (projection && (/^\s*PROJ(CS|CRS)/i.test(projected) || !/WGS[ _]?(19)?84/i.test(projected))) {
    return { code: 'places.boundary-not-wgs84', facts: { projection: /"([^"]*)"/.exec(projected)?.[1] ?? projected.slice(0, 60) } }
  }
  const encoding = encodingOf(beside('cpg'))
  try {
    const { features } = await read(files.get(path)!, beside('dbf')!, { encoding })
    const answer = recognise(
      features.map((one) => ({ properties: (one.properties ?? {}) as BoundaryRecord['properties'], geometry: one.geometry })),
      options,
    )
    if (isRefused(answer) || projection) return answer
    return { ...answer, findings: [...answer.findings, { code: 'places.boundary-projection-unsaid', facts: { file: path } }] }
  } catch (error) {
    return { code: 'places.boundary-unreadable', facts: { format: 'shapefile', detail: error instanceof Error ? error.message : '' } }
  }
}

/** The .cpg file names the letters' encoding; without it, UTF-8 as in OCHA's files. */
function encodingOf(file: Uint8Array | undefined): string {
  const name = file ? strFromU8(file).trim().toLowerCase() : ''
  if (/1252|8859-?1|latin/.test(name)) return 'windows-1252'
  return 'utf-8'
}
