/** A small Mozambique for tests of the import: a handful of real places with their P-codes, and no decisions yet. */
import { fold } from '../../../engines/places/spelling.ts'
import type { GazetteerPlace, ImportContext } from './proposal.ts'
import { usualThresholds } from './proposal.ts'

const places: GazetteerPlace[] = [
  { pcode: 'MZ', name: 'Moçambique', level: 0, parent: null },
  { pcode: 'MZ01', name: 'Cabo Delgado', level: 1, parent: 'MZ' },
  { pcode: 'MZ11', name: 'Zambézia', level: 1, parent: 'MZ' },
  { pcode: 'MZ0102', name: 'Balama', level: 2, parent: 'MZ01' },
  { pcode: 'MZ0109', name: 'Metuge', level: 2, parent: 'MZ01' },
  { pcode: 'MZ0116', name: 'Palma', level: 2, parent: 'MZ01' },
  { pcode: 'MZ1105', name: 'Gilé', level: 2, parent: 'MZ11' },
  { pcode: 'MZ1107', name: 'Ile', level: 2, parent: 'MZ11' },
  { pcode: 'MZ010201', name: 'Balama Sede', level: 3, parent: 'MZ0102' },
  { pcode: 'MZ010202', name: 'Impiri', level: 3, parent: 'MZ0102' },
  { pcode: 'MZ010203', name: 'Kuekue', level: 3, parent: 'MZ0102' },
  { pcode: 'MZ010901', name: 'Metuge Sede', level: 3, parent: 'MZ0109' },
  { pcode: 'MZ010902', name: 'Mieze', level: 3, parent: 'MZ0109' },
]

const formerCodes: Record<string, string> = { MZ011701: 'MZ010902' }

const near = (name: string, other: string): boolean => {
  const [a, b] = [fold(name), fold(other)]
  return a !== b && (a.includes(b) || b.includes(a) || a.slice(0, 4) === b.slice(0, 4))
}

export const mozambique: ImportContext = {
  country: { iso2: 'MZ', iso3: 'MOZ', names: ['Mozambique', 'Moçambique'] },
  operation: null,
  gazetteer: {
    byCode: (code) => places.find(({ pcode }) => pcode === (formerCodes[code] ?? code)) ?? null,
    byName: (name, level, parent) =>
      places.filter((place) => fold(place.name) === fold(name) && (level === null || place.level === level) && (parent === null || place.parent === parent)),
    suggest: (name, level, parent) =>
      places.filter((place) => near(name, place.name) && (level === null || place.level === level) && (parent === null || place.parent === parent)),
    children: (pcode) => places.filter(({ parent }) => parent === pcode),
  },
  thresholds: usualThresholds,
  ageBands: ['0-4', '5-11', '12-17', '18-59', '60+'],
  words: new Map([
    ['arrivalPeriod', new Map([['ha menos de 3 meses', 'under_3_months']])],
    ['notAssessedReason', new Map([['road cut', 'road_cut']])],
    ['placeOutcome', new Map([['sem deslocados', 'empty']])],
  ]),
  savedDecisions: [],
  previouslyImported: new Map(),
}
