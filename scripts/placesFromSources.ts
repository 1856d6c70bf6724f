/**
 * Makes the country pack's list of places from the published sources beside the repository, and prints every difference among them.
 * Run: npx tsx scripts/placesFromSources.ts   (reads ../shared/data/places, writes country/mozambique/places/places.json)
 * Facts only: codes, names, parents, dates and one point each; no boundary is copied.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import Papa from 'papaparse'
import type { AreaGeometry } from '../src/engines/places/geometry.ts'
import { interiorPoint } from '../src/engines/places/interiorPoint.ts'
import { placeByRayCasting } from '../src/engines/places/rayCasting.ts'
import { fold, plainName } from '../src/engines/places/spelling.ts'
import { portugueseNames } from './placesPortugueseNames.ts'

const sources = new URL('../../shared/data/places/', import.meta.url)
const target = new URL('../country/mozambique/places/places.json', import.meta.url)

type Place = {
  pcode: string
  name: string
  level: 1 | 2 | 3
  parent: string | null
  validFrom: string | null
  validTo?: string
  predecessors?: { pcode: string; on: string; extent: 'whole' | 'unknown'; source: string }[]
  aliases: string[]
  point: [number, number] | null
}
type Row = Record<string, string>
type Feature = { properties: Row; geometry: AreaGeometry }

const rowsOf = (file: string): Row[] => Papa.parse<Row>(readFileSync(new URL(file, sources), 'utf8'), { header: true, skipEmptyLines: true }).data
const featuresOf = (level: number) => {
  const { features } = JSON.parse(readFileSync(new URL(`MOZ_adm${level}.json`, sources), 'utf8')) as { features: Feature[] }
  return features.map((f) => ({ pcode: f.properties[`ADM${level}_PCODE`]!, name: f.properties[`ADM${level}_EN`]!, geometry: f.geometry }))
}

const globalList = rowsOf('moz_pcodes_adm1_2.csv')
const postoList = rowsOf('moz_adm3_ocha_2019_from_3w.csv')
const populated = new Set(rowsOf('population_MOZ.csv').map((r) => r.placeCode!))
const facilities = rowsOf('moz_health_facilities_kwtrp_who.csv')
const boundaries = { 1: featuresOf(1), 2: featuresOf(2), 3: featuresOf(3) }
const listDate = globalList[0]!['Valid from date']!
const changeSource = `OCHA P-code list valid from ${listDate} and COD-AB boundaries, against the OCHA 3W list of 2019`

const findings: string[] = []
const say = (line: string) => findings.push(line)

/** "Ilha De Moçambique" is "Ilha de Moçambique" in Portuguese: small words inside a name are written small. */
const lowerParticles = (name: string) => name.replace(/(?<=[ -])(De|Da|Do|Das|Dos|A|E)(?=[ -])/g, (word) => word.toLowerCase())

/** Accents that a health facility inside the same district puts on the same words. */
const accentsByDistrict = new Map<string, Map<string, string>>()
for (const facility of facilities) {
  const district = placeByRayCasting(boundaries[2], Number(facility.Long), Number(facility.Lat))
  if (!district) continue
  const known = accentsByDistrict.get(district) ?? new Map<string, string>()
  accentsByDistrict.set(district, known)
  for (const word of facility['Facility name']!.split(/[\s-]+/)) if (/\p{L}\p{M}/u.test(word.normalize('NFD')) && word.length > 3) known.set(fold(word), word)
}

function portuguese(name: string, district: string | undefined): string {
  const sede = name.endsWith(' Sede')
  const base = sede ? name.slice(0, -5) : name
  const known = district ? accentsByDistrict.get(district) : undefined
  const spelled = portugueseNames[base] ?? lowerParticles(base).replace(/[\p{L}\p{M}]{4,}/gu, (word) => portugueseNames[word] ?? known?.get(fold(word)) ?? word)
  if (spelled !== lowerParticles(base) && !portugueseNames[base])
    say(`spelling: ${base} written ${spelled} after a health facility in ${district} or the hand list`)
  return sede ? `${spelled} Sede` : spelled
}

const places = new Map<string, Place>()
function add(pcode: string, name: string, level: 1 | 2 | 3, parent: string | null, otherNames: readonly (string | undefined)[]) {
  const shown = portuguese(name, level === 3 ? (parent ?? undefined) : level === 2 ? pcode : undefined)
  const aliases = new Map<string, string>()
  for (const other of [name, ...otherNames]) if (other && plainName(other) !== plainName(shown)) aliases.set(plainName(other), lowerParticles(other))
  const area = boundaries[level].find((b) => b.pcode === pcode)
  const point = area ? interiorPoint(area.geometry) : undefined
  places.set(pcode, { pcode, name: shown, level, parent, validFrom: null, aliases: [...aliases.values()], point: point ? roundInside(point, area!) : null })
}

/** Four decimals (about 11 m) unless that leaves a tiny area. */
function roundInside(point: [number, number], area: (typeof boundaries)[1][number]): [number, number] {
  const rounded = point.map((n) => Math.round(n * 1e4) / 1e4) as [number, number]
  if (placeByRayCasting([area], ...rounded) === undefined) say(`point: ${area.pcode} ${area.name} falls outside after rounding`)
  return rounded
}

const provinceInHealthList: Record<string, string[]> = { MZ05: ['Maputo Província'], MZ06: ['Maputo Cidade'] }
const boundaryName = (level: 1 | 2 | 3, pcode: string) => boundaries[level].find((b) => b.pcode === pcode)?.name
for (const row of globalList) {
  const level = Number(row['Admin Level']) as 1 | 2
  const pcode = row['P-Code']!
  const other = boundaryName(level, pcode)
  add(pcode, row.Name!, level, level === 1 ? null : row['Parent P-Code']!, [other, ...(provinceInHealthList[pcode] ?? [])])
  if (other === undefined) say(`area: ${pcode} ${row.Name} (level ${level}) stands in the OCHA P-code list, without boundary and population`)
  else if (other !== row.Name) say(`name: ${pcode} ${row.Name} (P-code list) is ${other} (boundaries)`)
}
for (const row of postoList) {
  const [pcode, district] = [row.adm3_pcode!, row.adm2_pcode!]
  const other = boundaryName(3, pcode)
  if (!places.has(district)) {
    add(district, row.adm2_pt!, 2, row.adm1_pcode!, [])
    say(`code: ${district} ${row.adm2_pt} stands in the 3W list of 2019 only; ended ${listDate}`)
  }
  add(pcode, row.adm3_pt!, 3, district, [other])
  if (other === undefined) say(`area: ${pcode} ${row.adm3_pt} (level 3) stands in the 3W list of 2019, without boundary and population`)
  else if (other !== row.adm3_pt) say(`name: ${pcode} ${row.adm3_pt} (3W list) is ${other} (boundaries)`)
}
for (const { pcode, name } of boundaries[3]) {
  if (places.has(pcode)) continue
  add(pcode, name, 3, pcode.slice(0, 6), [])
  say(`code: ${pcode} ${name} stands in the boundaries and the population table only`)
}

/** The one change of codes that the sources prove: Mieze left MZ0117 (Pemba, the rural district) for Metuge. */
function succeed(oldCode: string, newCode: string, extent: 'whole' | 'unknown') {
  places.get(oldCode)!.validTo = listDate
  places.get(newCode)!.predecessors = [{ pcode: oldCode, on: listDate, extent, source: changeSource }]
}
succeed('MZ011701', 'MZ010902', 'whole')
succeed('MZ0117', 'MZ0109', 'unknown')
places.get('MZ010902')!.validFrom = listDate

const list = [...places.values()].sort((a, b) => a.level - b.level || (a.pcode < b.pcode ? -1 : 1))
for (const { pcode, name, parent } of list) if (parent !== null && !places.has(parent)) say(`parent: ${pcode} ${name} names ${parent}, which no source has`)
for (const { pcode, name, point } of list) if (point && !populated.has(pcode)) say(`population: ${pcode} ${name} has none in the population table`)
const twice = new Map<string, string[]>()
for (const place of list) twice.set(`${place.level} ${plainName(place.name)}`, [...(twice.get(`${place.level} ${plainName(place.name)}`) ?? []), place.pcode])
for (const [key, codes] of twice) if (codes.length > 1) say(`same name: ${key} is ${codes.join(' and ')}`)

const head = {
  country: { iso3: 'MOZ', iso2: 'MZ', names: { pt: 'Moçambique', en: 'Mozambique' }, bbox: [30.2, -26.9, 40.9, -10.4] },
  levels: [
    { level: 1, pt: 'Província', en: 'Province' },
    { level: 2, pt: 'Distrito', en: 'District' },
    { level: 3, pt: 'Posto administrativo', en: 'Administrative post' },
  ],
  listed: listDate,
  credit: 'OCHA / INE, CC BY-IGO',
  pointMethod: 'Pole of inaccessibility of the largest piece of the COD-AB boundary (simplified), 4 decimals',
}
const lines = list.map((place) => `    ${JSON.stringify(place)}`).join(',\n')
writeFileSync(target, `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "places": [\n${lines}\n  ]\n}\n`)
console.log(findings.sort().join('\n'))
console.log([1, 2, 3].map((level) => `level ${level}: ${list.filter((p) => p.level === level).length}`).join(', '), `differences: ${findings.length}`)
