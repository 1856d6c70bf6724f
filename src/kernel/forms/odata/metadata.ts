/** What a feed holds, as OData wants it said: `$metadata` in XML and the service document. */
import type { FormShape, FormTable } from '../questionTable.ts'

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

const types: Record<string, string> = {
  int: 'Edm.Int64',
  decimal: 'Edm.Decimal',
  date: 'Edm.Date',
  dateTime: 'Edm.DateTimeOffset',
  boolean: 'Edm.Boolean',
  geopoint: 'Edm.GeographyPoint',
  geotrace: 'Edm.GeographyLineString',
  geoshape: 'Edm.GeographyPolygon',
}

const property = (name: string, type: string) => `<Property Name="${escaped(name)}" Type="${type}"/>`

type Group = { name: string; properties: string[] }

/** Each group is a type of its own, named by its path. */
function groupsOf(table: FormTable): Group[] {
  const groups = new Map<string, Group>([['', { name: table.name, properties: [] }]])
  const groupAt = (path: string): Group => {
    const known = groups.get(path)
    if (known) return known
    const made = { name: `${table.name}.${path.replaceAll('/', '.')}`, properties: [] }
    groups.set(path, made)
    const cut = path.lastIndexOf('/')
    groupAt(cut < 0 ? '' : path.slice(0, cut)).properties.push(property(path.slice(cut + 1), `org.capulana.forms.${made.name}`))
    return made
  }
  for (const { key, answer } of table.questions) {
    const cut = key.lastIndexOf('/')
    groupAt(cut < 0 ? '' : key.slice(0, cut)).properties.push(property(key.slice(cut + 1), types[answer] ?? 'Edm.String'))
  }
  return [...groups.values()]
}

const systemProperties = [
  ...(['submissionDate', 'updatedAt'] as const).map((name) => property(name, 'Edm.DateTimeOffset')),
  ...['submitterId', 'submitterName', 'status', 'reviewState', 'deviceId', 'formVersion', 'place'].map((name) => property(name, 'Edm.String')),
  ...['attachmentsPresent', 'attachmentsExpected', 'edits', 'openFindings'].map((name) => property(name, 'Edm.Int64')),
].join('')

export function metadataOf({ code, tables }: FormShape): string {
  const parts = tables.map((table) => {
    const [own, ...groups] = groupsOf(table)
    const parent = tables.find(({ repeat }) => table.repeat !== '' && repeat === table.around)
    const above = parent
      ? property(`__${parent.name.replaceAll('.', '-')}-id`, 'Edm.String')
      : property('__system', 'org.capulana.submission.metadata') + property('meta', 'org.capulana.submission.meta')
    const inner = tables
      .filter(({ around }) => around === table.repeat)
      .map((below) => `<NavigationProperty Name="${escaped(below.repeat.split('/').at(-1)!)}" Type="Collection(org.capulana.forms.${below.name})"/>`)
    return `<EntityType Name="${escaped(own!.name)}"><Key><PropertyRef Name="__id"/></Key>${property('__id', 'Edm.String')}${above}${own!.properties.join('')}${inner.join('')}</EntityType>${groups
      .map((group) => `<ComplexType Name="${escaped(group.name)}">${group.properties.join('')}</ComplexType>`)
      .join('')}`
  })
  const sets = tables.map(({ name }) => `<EntitySet Name="${escaped(name)}" EntityType="org.capulana.forms.${escaped(name)}"/>`)
  return `<?xml version="1.0" encoding="UTF-8"?>
<edmx:Edmx xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx" Version="4.0"><edmx:DataServices>
<Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="org.capulana.submission"><ComplexType Name="metadata">${systemProperties}</ComplexType><ComplexType Name="meta">${property('instanceID', 'Edm.String')}${property('instanceName', 'Edm.String')}</ComplexType></Schema>
<Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="org.capulana.forms">${parts.join('\n')}<EntityContainer Name="${escaped(code)}">${sets.join('')}</EntityContainer></Schema>
</edmx:DataServices></edmx:Edmx>`
}

export const serviceDocument = ({ tables }: FormShape, address: string) => ({
  '@odata.context': `${address}/$metadata`,
  value: tables.map(({ name }) => ({ name, kind: 'EntitySet', url: name })),
})
