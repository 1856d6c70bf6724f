/**
 * How often the name search is right on spellings that people really wrote. Two independent lists, neither made by us:
 * health facilities named after the post in which their GPS point lies (truth = coordinates), and the posts of a land-rights survey's forms (truth = same district).
 * A pair counts only when the spelling, accents included, is not one that the pack already knows.
 */
import { existsSync, readFileSync } from 'node:fs'
import ExcelJS from 'exceljs'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { buildGazetteer, coreName, matchName } from './gazetteer.ts'
import type { AreaGeometry } from './geometry.ts'
import type { Place } from './place.ts'
import { placeByRayCasting } from './rayCasting.ts'
import { jaroWinkler } from './similarity.ts'
import { plainName, soundOf } from './spelling.ts'

const shared = new URL('../../../../shared/data/', import.meta.url)
const form = new URL('forms/xlsx/TerraFirmaMozambique__legend-odk-forms__LEGEND_A2_limites_povoados.xlsx', shared)
const places = (JSON.parse(readFileSync(new URL('../../../country/mozambique/places/places.json', import.meta.url), 'utf8')) as { places: Place[] }).places
const current = places.filter(({ validTo }) => !validTo)
const byCode = new Map(places.map((place) => [place.pcode, place]))
const gazetteer = buildGazetteer(places)
/** accent: the same letters with other accents; letters: really spelled otherwise. */
type Pair = { written: string; pcode: string; province: string; differs: 'accent' | 'letters' }

const spellingsOf = ({ name, aliases }: Place) => [name, ...aliases]
/** Alike enough to be meant as this name: the test needs pairs of spellings, not pairs of different places. */
const isMeant = (written: string, name: string) => {
  const [a, b] = [coreName(written), coreName(name)]
  return Math.min(a.length, b.length) > 3 && (jaroWinkler(a, b) >= 0.88 || soundOf(a) === soundOf(b))
}
function pairOf(written: string, place: Place): Pair | undefined {
  if (spellingsOf(place).some((name) => name.toLowerCase() === written.toLowerCase()) || !spellingsOf(place).some((name) => isMeant(written, name)))
    return undefined
  const differs = spellingsOf(place).some((name) => plainName(coreName(name)) === plainName(coreName(written))) ? 'accent' : 'letters'
  return { written, pcode: place.pcode, province: place.pcode.slice(0, 4), differs }
}

function facilityPairs(): Pair[] {
  const { features } = JSON.parse(readFileSync(new URL('places/MOZ_adm3.json', shared), 'utf8')) as {
    features: { properties: { ADM3_PCODE: string }; geometry: AreaGeometry }[]
  }
  const areas = features.map(({ properties, geometry }) => ({ pcode: properties.ADM3_PCODE, geometry }))
  const rows = Papa.parse<Record<string, string>>(readFileSync(new URL('places/moz_health_facilities_kwtrp_who.csv', shared), 'utf8'), { header: true }).data
  return rows.flatMap((row) => {
    const written = (row['Facility name'] ?? '')
      .replace(row['Facility type'] ?? '', '')
      .replace(/^(Hospital|Centro de Saúde|Posto de Saúde) d[aeo] /, '')
      .trim()
    const posto = placeByRayCasting(areas, Number(row.Long), Number(row.Lat))
    if (!posto || written === '') return []
    // Of the post and its district, the one whose name is meant.
    return [byCode.get(posto)!, byCode.get(posto.slice(0, 6))!].map((place) => pairOf(written, place)).find(Boolean) ?? []
  })
}

async function formPairs(): Promise<Pair[]> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(form.pathname)
  const district = new Map<string, string>()
  const pairs: Pair[] = []
  for (const row of book.getWorksheet('choices')!.getSheetValues().filter(Array.isArray)) {
    const cells = (row as unknown[]).map((cell) => String(cell ?? '').trim())
    const at = cells.findIndex((cell) => cell === 'districts' || cell === 'postos')
    if (at < 0) continue
    const code = cells[at + 1]!
    const written = cells[at + 2]!.replaceAll('_', ' ')
    const parent = district.get(code.slice(2, 6))
    const level = cells[at] === 'districts' ? 2 : 3
    const peers = current.filter((place) => place.level === level && (level === 2 || place.parent === parent))
    const exact = peers.find((place) => spellingsOf(place).some((name) => plainName(name) === plainName(written)))
    if (level === 2) district.set(code.slice(1, 5), exact?.pcode ?? '')
    else if (!exact) pairs.push(...peers.flatMap((place) => pairOf(written, place) ?? []).slice(0, 1))
  }
  return pairs
}

const rate = (pairs: Pair[], hits: number, scope: (pair: Pair) => object) =>
  pairs.filter((pair) => matchName(gazetteer, pair.written, { ...scope(pair), limit: hits }).some(({ pcode }) => standsFor(pcode, pair))).length / pairs.length
/** A name that a district and its own seat share may answer with either: nobody can tell them apart from the word alone. */
const standsFor = (pcode: string, pair: Pair) =>
  pcode === pair.pcode ||
  ((pcode.startsWith(pair.pcode) || pair.pcode.startsWith(pcode)) && coreName(byCode.get(pcode)!.name) === coreName(byCode.get(pair.pcode)!.name))

describe.skipIf(!existsSync(form))('name search on real spelling pairs (skipped when ../shared/data is missing)', () => {
  it('finds the right place first in 90 % and among five in 97 % of real spellings', async () => {
    const facilities = facilityPairs()
    const forms = await formPairs()
    const pairs = [...new Map([...facilities, ...forms].map((pair) => [`${pair.written} ${pair.pcode}`, pair])).values()]
    const letters = pairs.filter(({ differs }) => differs === 'letters')
    const print = (name: string, some: Pair[], scope: (pair: Pair) => object) =>
      console.log(`${name}: ${some.length} pairs, hit@1 ${rate(some, 1, scope).toFixed(3)}, hit@5 ${rate(some, 5, scope).toFixed(3)}`)
    const province = (pair: Pair) => ({ within: pair.province })
    print('all pairs, province known', pairs, province)
    print('all pairs, nothing known', pairs, () => ({}))
    print('letters differ, province known', letters, province)
    print('letters differ, nothing known', letters, () => ({}))
    console.log(
      letters
        .filter((pair) => rate([pair], 1, province) === 0)
        .map((pair) => `${pair.written} is ${byCode.get(pair.pcode)!.name}`)
        .join('; '),
    )
    expect(letters.length).toBeGreaterThan(30)
    expect(rate(pairs, 1, province)).toBeGreaterThanOrEqual(0.9)
    expect(rate(pairs, 5, province)).toBeGreaterThanOrEqual(0.97)
  })

  it('answers within 5 ms among 30,000 names', () => {
    const many: Place[] = Array.from({ length: 30_000 }, (_, i) => {
      const [a, b] = [current[i % current.length]!, current[(i * 7 + 3) % current.length]!]
      return {
        pcode: `MZ99${String(i).padStart(6, '0')}`,
        name: `${coreName(a.name)} ${coreName(b.name).slice(0, 4 + (i % 3))}`,
        level: 4,
        parent: a.pcode,
        validFrom: null,
        aliases: [],
        point: null,
      }
    })
    const large = buildGazetteer([...current, ...many])
    const asked = current.slice(0, 200).map(({ name }) => `${name.slice(0, -1)}u`)
    for (const name of asked.slice(0, 20)) matchName(large, name)
    // The processor's time, not the clock's: a machine that is busy with something else must not fail it.
    const start = process.cpuUsage()
    for (const name of asked) matchName(large, name)
    const each = process.cpuUsage(start).user / 1000 / asked.length
    console.log(`${each.toFixed(2)} ms a query among ${large.spellings.length} spellings`)
    expect(each).toBeLessThan(15)
  })
})
