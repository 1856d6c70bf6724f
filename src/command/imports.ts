/** Taking a file in from the command line: the same code as the desk's wizard, with the answers that it proposes and never a guess. */
import { readFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { importCatalogue } from '../domains/relief/index.ts'
import { confirmAndWait, isRefused, previewImport, type Refused, refuse, refused, takeFile } from '../kernel/index.ts'
import { importBoundaryFile, seedCountry } from '../registry/registry.ts'
import type { Arguments } from './arguments.ts'
import { type Command, inHouse, theOperator } from './command.ts'

const targetOf = ({ options }: Arguments): Record<string, string> =>
  Object.fromEntries(
    Object.entries({
      operation: options.operation,
      country: options['every-country'] ? '*' : undefined,
      credit: options.credit,
      licence: options.licence,
    }).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )

type RoundLine = { households: unknown; individuals: unknown }

/** Unknown is null for scripts: a word in a column of numbers would break their sums, and zero would lie. */
const inNumbers = <R extends RoundLine>(rounds: readonly R[]) =>
  rounds.map((round) => ({ ...round, households: numberOrNull(round.households), individuals: numberOrNull(round.individuals) }))
const numberOrNull = (count: unknown) => (typeof count === 'number' ? count : null)

type Severity = { code: string; severity: string; count?: number }

function counted(findings: readonly Severity[]): { code: string; severity: string; count: number }[] {
  const counts = new Map<string, { code: string; severity: string; count: number }>()
  for (const { code, severity, count = 1 } of findings) {
    const known = counts.get(code) ?? { code, severity, count: 0 }
    counts.set(code, { ...known, count: known.count + count })
  }
  return [...counts.values()].sort((a, b) => (a.code < b.code ? -1 : 1))
}

/** `kind`: that of the importer which reads the file. */
async function importRows(given: Arguments, file: string, kind: string): Promise<unknown | Refused> {
  const bytes = await readFile(resolve(file)).catch(() => null)
  if (!bytes) return refused(refuse('command.file-not-found', { file }))
  return inHouse(given, async (house) => {
    await seedCountry(house)
    const taken = await takeFile(house, theOperator, kind, { name: basename(file), bytes }, { target: targetOf(given) })
    if (isRefused(taken)) return taken
    const shown = await previewImport(house, theOperator, taken.import.id)
    if (isRefused(shown)) return shown
    const { preview } = shown
    const answer = {
      rows: preview.rows,
      inScope: preview.inScope,
      imported: 0,
      quarantined: preview.quarantined,
      outOfScope: preview.outOfScope,
      ...preview.details,
      rounds: inNumbers(preview.details.rounds as RoundLine[]),
      findings: counted(preview.findings),
    }
    if (given.options['dry-run']) return answer
    const done = await confirmAndWait(house, theOperator, taken.import.id)
    if (isRefused(done)) return done
    return { ...answer, ...done.summary, rounds: inNumbers(done.summary.rounds as RoundLine[]), import: done.id }
  })
}

async function importItems(given: Arguments, file: string): Promise<unknown | Refused> {
  const bytes = await readFile(resolve(file)).catch(() => null)
  if (!bytes) return refused(refuse('command.file-not-found', { file }))
  return inHouse(given, (house) => importCatalogue(house, theOperator, { name: basename(file), bytes }))
}

async function importPlaces(given: Arguments, file: string): Promise<unknown | Refused> {
  const bytes = await readFile(resolve(file)).catch(() => null)
  if (!bytes) return refused(refuse('command.file-not-found', { file }))
  return inHouse(given, async (house) => {
    await seedCountry(house)
    return importBoundaryFile(house, theOperator, { name: basename(file), bytes }, given.options.credit ?? '')
  })
}

export const importCommand: Command = {
  name: 'import',
  usage:
    'capulana import displacement FILE --operation NAME [--every-country] [--dry-run] | import 4w FILE [--operation SOURCE] [--dry-run] | import places FILE --credit TEXT | import items FILE',
  about:
    'Takes in a round or who does what where (XLSX, XLS, CSV, TSV, JSON, GeoJSON), or official boundaries (GeoJSON, TopoJSON, zipped shapefile, GeoPackage), all or nothing; or a catalogue of relief items (CSV).',
  run: async (given) => {
    const [what, file] = given.words
    if (!file) return refused(refuse('command.file-missing'))
    if (what === 'displacement') return importRows(given, file, 'displacement')
    if (what === '4w') return importRows(given, file, 'fourW')
    if (what === 'items') return importItems(given, file)
    if (what === 'places') return importPlaces(given, file)
    return refused(refuse('import.unknown-kind', { kind: what ?? '' }))
  },
}
