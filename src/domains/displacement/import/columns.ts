/**
 * Which column holds what, whoever made the file: by its HXL tag, by the names used in Portuguese, English and DTM files, or by the mapping that a person
 * corrected and saved for this source. Columns that nobody recognises are left alone.
 */
import { fold } from '../../../engines/places/spelling.ts'
import type { Cell, Row, Sheet } from '../../../kernel/tables.ts'

export type Role = keyof typeof names

const names = {
  country: ['country', 'pais', 'admin0name', 'adm0 name', 'adm0 pt', 'adm0 en'],
  countryCode: ['admin0pcode', 'adm0 pcode', 'country code', 'iso3', 'codigo do pais'],
  adm1Code: ['admin1pcode', 'adm1 pcode', 'state pcode', 'province code', 'province pcode', 'codigo da provincia'],
  adm1Name: ['admin1name', 'adm1 pt', 'adm1 en', 'adm1 name', 'state name', 'province', 'provincia'],
  adm2Code: ['admin2pcode', 'adm2 pcode', 'county pcode', 'district code', 'district pcode', 'codigo do distrito'],
  adm2Name: ['admin2name', 'adm2 pt', 'adm2 en', 'adm2 name', 'county name', 'district', 'distrito'],
  adm3Code: ['adm3 pcode', 'payam pcode', 'posto code', 'posto pcode', 'codigo do posto', 'admin3pcode'],
  adm3Name: ['adm3 pt', 'adm3 en', 'adm3 name', 'payam name', 'posto', 'posto administrativo', 'administrative post', 'admin3name'],
  placeCode: ['place code', 'pcode', 'p code', 'codigo do lugar', 'codigo'],
  placeName: ['place', 'place name', 'lugar', 'nome do lugar', 'localidade', 'locality'],
  siteCode: ['ssid', 'site code', 'site id', 'location ssid', 'codigo do sitio', 'codigo do centro'],
  siteName: ['site name', 'site', 'nome do sitio', 'nome do centro', 'village idp settlement name', 'location name'],
  otherName: ['alternate name1', 'alternate name', 'outro nome'],
  otherName2: ['alternate name2'],
  siteType: ['site type', 'tipo de sitio', 'tipo de centro'],
  classification: ['classification', 'classificacao'],
  setting: ['location type', 'setting', 'tipo de local'],
  latitude: ['latitude', 'lat'],
  longitude: ['longitude', 'lon', 'long'],
  date: ['date', 'data', 'survey date', 'assessment date', 'data da avaliacao'],
  reportingDate: ['reporting date', 'reportingdate', 'data de referencia'],
  round: ['round', 'round number', 'roundnumber', 'ronda', 'numero da ronda'],
  assessmentType: ['assessment type', 'assessmenttype', 'tipo de avaliacao'],
  operation: ['operation', 'operacao'],
  operationStatus: ['operation status', 'operationstatus'],
  households: ['households', 'agregados', 'agregados familiares', 'familias', 'idp households', 'displaced households', 'estimated of idp households total'],
  individuals: [
    'individuals',
    'individuos',
    'pessoas',
    'pessoas deslocadas',
    'idp individuals',
    'displaced people',
    'numpresentidpind',
    'estimated of idp individuals total',
  ],
  females: ['females', 'female', 'mulheres', 'numberfemales', 'sexo feminino'],
  males: ['males', 'male', 'homens', 'numbermales', 'sexo masculino'],
  returneeHouseholds: ['returnee households', 'agregados retornados', 'estimated of returnee households total'],
  returnees: ['returnees', 'retornados', 'returnee individuals', 'estimated of returnee individuals total'],
  reason: ['reason', 'reasons', 'motivo', 'motivos', 'causa', 'displacementreason', 'displacement reason'],
  originCode: ['origin code', 'idporiginadmin1pcode', 'codigo de origem'],
  originName: ['origin', 'origem', 'idporiginadmin1name', 'origin name'],
  arrival: ['arrival period', 'periodo de chegada'],
  status: ['status', 'outcome', 'estado', 'resultado'],
  placeStatus: ['location status name', 'place status', 'estado do lugar'],
  statusReason: ['status reason', 'reason for status', 'motivo do estado', 'remarks 2'],
  sourceRound: ['source round', 'ronda de origem'],
  ageMethod: ['age method', 'sex age method', 'metodo da idade', 'metodo de sexo e idade'],
} as const

const tags: Partial<Record<Role, string[]>> = {
  country: ['#country+name'],
  countryCode: ['#country+code'],
  adm1Code: ['#adm1+code'],
  adm1Name: ['#adm1+name'],
  adm2Code: ['#adm2+code'],
  adm2Name: ['#adm2+name'],
  adm3Code: ['#adm3+code'],
  adm3Name: ['#adm3+name'],
  placeCode: ['#loc+code'],
  placeName: ['#loc+name'],
  operation: ['#operation+name'],
  operationStatus: ['#operation+status'],
  individuals: ['#affected+idps', '#affected+idps+ind'],
  households: ['#affected+idps+hh'],
  females: ['#affected+idps+f'],
  males: ['#affected+idps+m'],
  returnees: ['#affected+returnees', '#affected+returnees+ind'],
  returneeHouseholds: ['#affected+returnees+hh'],
  reportingDate: ['#date+reported'],
  round: ['#round+code'],
  reason: ['#cause+type'],
  originName: ['#adm1+name+origin'],
  originCode: ['#adm1+code+origin'],
  assessmentType: ['#assessment+type'],
}

const roleOfName = new Map(Object.entries(names).flatMap(([role, all]) => all.map((name) => [name as string, role as Role])))
const roleOfTag = new Map(Object.entries(tags).flatMap(([role, all]) => all.map((tag) => [tag, role as Role])))

export type Roles = Partial<Record<Role, number>>

/** A person's mapping wins, then the column's name, then its HXL tag; the first column that fits a role has it. */
export function rolesOf(sheet: Sheet, mapping: Record<string, string> = {}): Roles {
  const roles: Roles = {}
  const give = (role: Role | undefined, index: number): void => {
    if (role && roles[role] === undefined) roles[role] = index
  }
  for (const [role, name] of Object.entries(mapping)) {
    give(role as Role, sheet.columns.find((column) => column.name.trim() === name.trim())?.index ?? -1)
  }
  // What a person said a column is, it is; its own name gives it no second meaning.
  const mapped = new Set(Object.values(roles))
  const others = sheet.columns.filter(({ index }) => !mapped.has(index))
  for (const { name, index } of others) give(roleOfName.get(fold(name)), index)
  for (const { hxl, index } of others) give(hxl ? roleOfTag.get(hxl.replaceAll(' ', '')) : undefined, index)
  for (const role of Object.keys(roles) as Role[]) if (roles[role] === -1) delete roles[role]
  return roles
}

export const has = (roles: Roles, ...wanted: Role[]): boolean => wanted.every((role) => roles[role] !== undefined)

export function cellOf(row: Row, roles: Roles, role: Role): Cell | undefined {
  const index = roles[role]
  return index === undefined ? undefined : row.cells[index]
}
