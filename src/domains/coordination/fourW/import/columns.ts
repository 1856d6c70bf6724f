/**
 * Which column of a 4W is which: by what a person said, by its HXL tag whatever the order of attributes, or by its name. Workbooks of partners differ in names and
 * agree in tags.
 */
import { fold } from '../../../../engines/places/spelling.ts'
import type { Cell, Row, Sheet } from '../../../../kernel/tables.ts'

const known = {
  externalId: { tags: ['#activity+activity+code', '#activity+code', '#activity+id'], names: ['activity id', 'atividade id'] },
  event: { tags: ['#event', '#event+name', '#crisis+name'], names: ['eventname', 'event', 'ocorrencia'] },
  projectCode: { tags: ['#hrp+project+code', '#project+code'], names: ['projectcode', 'project code'] },
  organisation: {
    tags: ['#org+name', '#org', '#org+lead+name', '#org+funder+name'],
    names: ['lead organization', 'organisation', 'organization', 'organizacao'],
  },
  organisationKind: { tags: ['#org+funder+type+name', '#org+type+name', '#org+type'], names: ['organization type', 'tipo de organizacao'] },
  implementer: { tags: ['#org+impl+name', '#org+impl'], names: ['implementing partner', 'parceiro de implementacao'] },
  /** Beside the organisation that reports: a sheet that names its funder alone is the funder's own. */
  funder: { tags: ['#org+funder+name', '#org+funder', '#org+donor'], names: ['donor', 'doador', 'funder', 'financiador'] },
  implementerKind: { tags: ['#org+impl+type+name', '#org+impl+type'], names: [] },
  sector: { tags: ['#sector+cluster+name', '#sector+name', '#sector'], names: ['sector', 'setor', 'cluster'] },
  activityType: { tags: ['#activity+activity+type+name', '#activity+type', '#subsector'], names: ['response activity type', 'activity type'] },
  description: { tags: ['#activity+activity+name', '#activity', '#activity+name'], names: ['activity', 'actividade', 'description'] },
  modality: { tags: ['#modality+name', '#modality'], names: ['modality', 'modalidade'] },
  adm1Code: { tags: ['#adm1+code'], names: ['admin1code'] },
  adm2Code: { tags: ['#adm2+code'], names: ['admin2code'] },
  adm3Code: { tags: ['#adm3+code'], names: ['admin3code'] },
  adm2Name: { tags: ['#adm2+name', '#adm2'], names: ['distrito', 'district'] },
  location: { tags: ['#loc+name', '#loc'], names: ['village location', 'location'] },
  targetedHouseholds: { tags: ['#targeted+hh'], names: [] },
  targetedPeople: { tags: ['#targeted+ind+num', '#targeted+ind', '#targeted'], names: ['targeted'] },
  reachedHouseholds: { tags: ['#reached+hh'], names: [] },
  reachedPeople: { tags: ['#reached+ind+num', '#reached+ind', '#reached'], names: ['reached', 'alcancados'] },
  reachedWomen: { tags: ['#reached+f+adults', '#reached+ind+f+adults', '#reached+women'], names: ['women reached', 'mulheres alcancadas'] },
  reachedMen: { tags: ['#reached+m+adults', '#reached+ind+m+adults', '#reached+men'], names: ['men reached', 'homens alcancados'] },
  reachedGirls: { tags: ['#reached+f+children', '#reached+ind+f+children', '#reached+girls'], names: ['girls reached', 'raparigas alcancadas'] },
  reachedBoys: { tags: ['#reached+m+children', '#reached+ind+m+children', '#reached+boys'], names: ['boys reached', 'rapazes alcancados'] },
  reachKnownBy: { tags: ['#reached+ind+method', '#reached+method', '#meta+method'], names: ['how it is known', 'como se soube'] },
  fromDay: { tags: ['#date+start'], names: ['start date', 'data de inicio'] },
  toDay: { tags: ['#date+end'], names: ['end date', 'data final'] },
  status: { tags: ['#status+name', '#status'], names: ['status', 'estado'] },
  comment: { tags: ['#comment', '#meta+comment'], names: ['comments', 'comentarios', 'remarks', 'observacoes'] },
} as const

export type Role = keyof typeof known
export type Columns = Partial<Record<Role, { index: number; name: string }>>
const roles = Object.keys(known) as Role[]

const sorted = (tag: string) => {
  const [head, ...attributes] = tag.split('+')
  return [head, ...attributes.sort()].join('+')
}

export function columnsOf(sheet: Sheet, mapping: Record<string, string> = {}): { columns: Columns; tagsUnknown: string[] } {
  const columns: Columns = {}
  const give = (role: Role, column: Sheet['columns'][number] | undefined) => {
    if (column && !columns[role]) columns[role] = { index: column.index, name: column.name }
  }
  for (const role of roles)
    if (mapping[role])
      give(
        role,
        sheet.columns.find(({ name }) => name === mapping[role]),
      )
  const free = () => sheet.columns.filter(({ index }) => !Object.values(columns).some((taken) => taken.index === index))
  for (const role of roles)
    for (const tag of known[role].tags)
      give(
        role,
        free().find(({ hxl }) => hxl !== null && sorted(hxl) === sorted(tag)),
      )
  for (const role of roles) {
    const names: readonly string[] = known[role].names
    give(
      role,
      free().find(({ hxl, name }) => hxl === null && name.split(' | ').some((part) => names.includes(fold(part)))),
    )
  }
  const left = free()
  // A column that nobody named, after all others: in the country's workbook it holds remarks.
  const unnamed = left.filter(({ hxl, name }) => hxl === null && /^[A-Z]{1,3}$/.test(name))
  if (!columns.comment && unnamed.length === 1) give('comment', unnamed[0])
  return { columns, tagsUnknown: left.flatMap(({ hxl }) => hxl ?? []) }
}

export const cellOf = (row: Row, columns: Columns, role: Role): Cell => {
  const column = columns[role]
  return column === undefined ? null : (row.cells[column.index] ?? null)
}

/** Without blanks at its ends and doubled inside; null where nothing is left. */
export const tidy = (text: string | null): string | null => text?.replace(/\s+/g, ' ').trim() || null

/** Null where the cell is empty or an error of a formula. */
export function wordsIn(row: Row, columns: Columns, role: Role): string | null {
  const cell = cellOf(row, columns, role)
  return cell === null || typeof cell === 'object' ? null : tidy(String(cell))
}

export const errorIn = (cell: Cell): string | null => (cell !== null && typeof cell === 'object' ? cell.error : null)
