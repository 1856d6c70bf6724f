/**
 * Places: the one register on which every record hangs. A code is a key that holds for a time; a place that was split or renamed keeps its story through
 * predecessors and aliases, so that a series goes on across a change of boundaries.
 */
import { code, codes, date, decimal, integer, json, oneOf, optional, record, ref, refuse, text } from '../../kernel/index.ts'

const staff = [
  'dataOfficer',
  'reportOfficer',
  'governmentReviewer',
  'coordinator',
  'enumerator',
  'chief',
  'monitoring',
  'registrar',
  'duplicateReviewer',
  'clusterCoordinator',
  'communications',
  'warehouse',
  'pipeline',
  'solutions',
  'partner',
  'admin',
  'public',
] as const
const everybody = Object.fromEntries(staff.map((role) => [role, 'all' as const]))
/** Where displaced people live is nobody's map: the public finds places down to the administrative post, and sites only in what was published. */
const downToPosto = "in ('country', 'province', 'district', 'posto')"

const placeKinds = ['country', 'province', 'district', 'posto', 'locality', 'site'] as const

export const Place = record(
  'places.place',
  {
    pcode: text('Código', 'P-code', { hxl: '#loc+code', letters: 60 }),
    name: text('Nome', 'Name', { hxl: '#loc+name', letters: 200 }),
    kind: oneOf('Tipo', 'Kind', placeKinds),
    level: integer('Nível administrativo', 'Administrative level', { min: 0, max: 5, hxl: '#adm+level' }),
    parent: optional(ref('places.place', 'Dentro de', 'Inside')),
    country: text('País', 'Country', { letters: 3, hint: { pt: 'Código ISO de três letras', en: 'ISO code of three letters' }, hxl: '#country+code' }),
    validFrom: optional(date('Válido desde', 'Valid from')),
    validTo: optional(date('Válido até', 'Valid to')),
    predecessors: codes('pcode', 'Códigos anteriores', 'Earlier codes', {
      hint: { pt: 'Códigos que este lugar teve antes', en: 'Codes that this place had before' },
    }),
    lon: optional(decimal('Longitude', 'Longitude', { min: -180, max: 180, hxl: '#geo+lon' })),
    lat: optional(decimal('Latitude', 'Latitude', { min: -90, max: 90, hxl: '#geo+lat' })),
    siteType: optional(code('siteType', 'Tipo de centro', 'Site type')),
    classification: optional(code('siteClassification', 'Edifício ou terreno', 'Building or ground')),
    source: optional(text('Fonte', 'Source')),
  },
  {
    labels: { one: { pt: 'Lugar', en: 'Place' }, many: { pt: 'Lugares', en: 'Places' } },
    class: 1,
    title: 'name',
    unique: [['country', 'pcode']],
    index: [['parent'], ['kind']],
    // Moved by its own deed alone, which checks it and keeps what stood before.
    forbids: (_, fields) => (fields.includes('lon') || fields.includes('lat') ? [refuse('places.point-own-deed')] : []),
    access: { read: { ...everybody, public: { condition: `r.kind ${downToPosto}` } }, create: ['dataOfficer', 'admin'], update: ['dataOfficer', 'admin'] },
  },
)

export const Alias = record(
  'places.alias',
  {
    place: ref('places.place', 'Lugar', 'Place'),
    name: text('Outro nome ou código', 'Other name or code', { letters: 200 }),
    kind: oneOf('Tipo', 'Kind', ['name', 'code']),
    source: optional(text('Fonte', 'Source')),
  },
  {
    labels: { one: { pt: 'Outro nome', en: 'Alias' }, many: { pt: 'Outros nomes', en: 'Aliases' } },
    class: 1,
    title: 'name',
    unique: [['place', 'kind', 'name']],
    access: {
      read: { ...everybody, public: { condition: `exists (select 1 from places.place p where p.id = r.place and p.kind ${downToPosto})` } },
      create: ['dataOfficer', 'admin', 'clusterCoordinator'],
      update: ['dataOfficer', 'admin'],
    },
  },
)

/** Boundaries come in by a person's step and replace the schematic ones everywhere, with their credit line. */
export const Boundary = record(
  'places.boundary',
  {
    place: ref('places.place', 'Lugar', 'Place'),
    kind: oneOf('Origem', 'Origin', ['official', 'schematic']),
    geometry: json<GeoJSON.Polygon | GeoJSON.MultiPolygon>('Geometria', 'Geometry'),
    credit: text('Crédito', 'Credit'),
  },
  {
    labels: { one: { pt: 'Limite', en: 'Boundary' }, many: { pt: 'Limites', en: 'Boundaries' } },
    class: 1,
    unique: [['place', 'kind']],
    access: { read: everybody, create: ['dataOfficer', 'admin'], update: ['dataOfficer', 'admin'] },
  },
)
