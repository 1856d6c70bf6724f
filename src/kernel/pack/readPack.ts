/**
 * Reads the country pack that a mission starts with: a folder under country/, any folder of the same shape, or one JSON file for a country whose places
 * come with its data. A part that a pack does not bring is taken from the first country's pack and named in `borrowed`, so that settings can say so.
 */
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { z } from 'zod'
import { type Refusal, refuse } from '../refusal.ts'
import {
  type CodeList,
  type Country,
  codeList,
  country,
  type PackPlace,
  placeList,
  type RoleText,
  roleList,
  type ThresholdEntry,
  type ThresholdKey,
  thresholds,
} from './schemas.ts'

export type Thresholds = Record<ThresholdKey, number>

export type Pack = {
  folder: string
  country: Country
  /** The limits as plain numbers, and the same limits with label, date, source and what is unconfirmed. */
  thresholds: Thresholds
  thresholdEntries: Record<ThresholdKey, ThresholdEntry>
  codeLists: ReadonlyMap<string, CodeList>
  roles: readonly RoleText[]
  places: readonly PackPlace[]
  /** Credit line of the place list; null when the places come with the data. */
  placesCredit: string | null
  /** As written; registry/results reads and checks it. Null when the pack has no strategy. */
  strategy: unknown
  /** The catalogue of indicators, as written; read and checked in the same place. */
  indicators: unknown
  borrowed: readonly ('thresholds' | 'codelists' | 'roles')[]
}

const packs = fileURLToPath(new URL('../../../country/', import.meta.url))
const firstCountry = join(packs, 'mozambique')

/**
 * @param from folder, JSON file, or the name of a folder under country/.
 * Refusals: `pack.not-found {from}`, `pack.unreadable {file, problem}`, `pack.invalid {file, place, problem}`, `pack.parent-missing {places}`.
 */
export async function readPack(from: string): Promise<Pack | Refusal> {
  const located = await locate(from)
  if (!located) return refuse('pack.not-found', { from })
  const { countryFile, folder } = located
  const read = await parts(countryFile, folder)
  if ('refusal' in read) return read.refusal
  const orphans = parentsMissing(read.places)
  return orphans.length ? refuse('pack.parent-missing', { places: orphans }) : read
}

async function locate(from: string): Promise<{ countryFile: string; folder: string } | null> {
  for (const path of /^[a-z-]+$/.test(from) ? [join(packs, from), resolve(from)] : [resolve(from)]) {
    const found = await stat(path).catch(() => null)
    if (found?.isFile()) return { countryFile: path, folder: basename(path) === 'country.json' ? dirname(path) : '' }
    if (found?.isDirectory()) return { countryFile: join(path, 'country.json'), folder: path }
  }
  return null
}

/** Carries a refusal out of nested reading; the door hands it back as a plain answer. */
type Stopped = { refusal: Refusal }

async function parts(countryFile: string, folder: string): Promise<Pack | Stopped> {
  const borrowed: Pack['borrowed'][number][] = []
  const bring = async (part: Pack['borrowed'][number], path: string) => {
    const own = folder ? join(folder, path) : ''
    if (own && (await stat(own).catch(() => null))) return own
    borrowed.push(part)
    return join(firstCountry, path)
  }
  const read = await readJson(countryFile, country)
  if ('refusal' in read) return read
  const limits = await readJson(await bring('thresholds', 'thresholds.json'), thresholds)
  if ('refusal' in limits) return limits
  const lists = await readLists(await bring('codelists', 'codelists'))
  if ('refusal' in lists) return lists
  const roles = await readJson(await bring('roles', 'roles.json'), roleList)
  if ('refusal' in roles) return roles
  const listed = await readOwn(folder, 'places/places.json', placeList)
  if (listed && 'refusal' in listed) return listed
  const strategy = await readOwn(folder, 'strategy.json')
  if (strategy && 'refusal' in strategy) return strategy
  const indicators = await readOwn(folder, 'indicators.json')
  if (indicators && 'refusal' in indicators) return indicators
  return {
    folder,
    country: read.value,
    thresholds: Object.fromEntries(Object.entries(limits.value).map(([key, { value }]) => [key, value])) as Thresholds,
    thresholdEntries: limits.value,
    codeLists: lists.value,
    roles: roles.value.roles,
    places: listed?.value.places ?? [],
    placesCredit: listed?.value.credit ?? null,
    strategy: strategy?.value ?? null,
    indicators: indicators?.value ?? null,
    borrowed,
  }
}

async function readLists(folder: string): Promise<{ value: Map<string, CodeList> } | Stopped> {
  const lists = new Map<string, CodeList>()
  for (const file of (await readdir(folder)).filter((name) => name.endsWith('.json')).sort()) {
    const read = await readJson(join(folder, file), codeList)
    if ('refusal' in read) return read
    if (`${read.value.name}.json` !== file) return invalid(file, 'name', 'differs from the name of the file')
    lists.set(read.value.name, read.value)
  }
  return { value: lists }
}

/** A part that only a folder can bring, and that may be absent. */
async function readOwn<S extends z.ZodType>(folder: string, path: string, schema?: S): Promise<{ value: z.infer<S> } | Stopped | null> {
  const file = join(folder, path)
  return folder && (await stat(file).catch(() => null)) ? readJson(file, schema) : null
}

async function readJson<S extends z.ZodType>(file: string, schema?: S): Promise<{ value: z.infer<S> } | Stopped> {
  let json: z.infer<S>
  try {
    json = JSON.parse(await readFile(file, 'utf8'))
  } catch (problem) {
    return { refusal: refuse('pack.unreadable', { file: basename(file), problem: String((problem as Error).message) }) }
  }
  if (!schema) return { value: json }
  const parsed = schema.safeParse(json)
  if (parsed.success) return { value: parsed.data }
  const issue = parsed.error.issues[0]!
  return invalid(basename(file), issue.path.join('.'), issue.message)
}

const invalid = (file: string, place: string, problem: string): Stopped => ({ refusal: refuse('pack.invalid', { file, place, problem }) })

/** A place whose parent is not in the list would vanish from every sum above it. */
function parentsMissing(places: readonly PackPlace[]): string[] {
  const known = new Set(places.map(({ pcode }) => pcode))
  return places.filter(({ level, parent }) => level > 1 && !(parent && known.has(parent))).map(({ pcode }) => pcode)
}
