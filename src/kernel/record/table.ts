/**
 * The table that a declaration asks for. Migrations are drafted from it and read by a person; a test holds the migrated schema against it, so that
 * declaration and table can never drift apart.
 */
import type { Field } from './fields.ts'
import { type RecordDeclaration, snake } from './record.ts'

const types: Record<Field['kind'], string> = {
  text: 'text',
  integer: 'integer',
  decimal: 'double precision',
  date: 'date',
  timestamp: 'timestamp with time zone',
  boolean: 'boolean',
  oneOf: 'text',
  code: 'text',
  codes: 'text[]',
  ref: 'uuid',
  bilingual: 'jsonb',
  json: 'jsonb',
}

export type ColumnShape = { name: string; type: string; nullable: boolean }

const commonColumns: ColumnShape[] = [
  { name: 'id', type: 'uuid', nullable: false },
  { name: 'scope', type: 'text', nullable: false },
  { name: 'class', type: 'smallint', nullable: false },
  { name: 'effective_at', type: 'timestamp with time zone', nullable: true },
  { name: 'recorded_at', type: 'timestamp with time zone', nullable: false },
  { name: 'recorded_by', type: 'uuid', nullable: true },
  { name: 'import_id', type: 'uuid', nullable: true },
  { name: 'version', type: 'integer', nullable: false },
]

export const columnsOf = (record: RecordDeclaration): ColumnShape[] => [
  ...commonColumns,
  ...Object.entries(record.fields).map(([name, field]) => ({ name: snake(name), type: types[field.kind], nullable: !field.required })),
]

const quoted = (value: string) => `'${value.replaceAll("'", "''")}'`

function checkOf(name: string, field: Field): string {
  const column = snake(name)
  if (field.values) return ` check (${column} in (${field.values.map(quoted).join(', ')}))`
  const bounds = [field.min !== undefined && `${column} >= ${field.min}`, field.max !== undefined && `${column} <= ${field.max}`].filter(Boolean)
  return bounds.length > 0 ? ` check (${bounds.join(' and ')})` : ''
}

const commonDdl = (dataClass: number) => [
  '  id uuid primary key default gen_random_uuid()',
  '  scope text collate "C" not null',
  `  class smallint not null default ${dataClass}`,
  '  effective_at timestamptz',
  '  recorded_at timestamptz not null default now()',
  "  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid",
  '  import_id uuid',
  '  version integer not null default 1',
]

/** The draft of the migration that makes this record's table. `referenced` tells which records already have tables. */
export function tableDdl(record: RecordDeclaration, tableOf: (name: string) => string): string {
  const own = Object.entries(record.fields).map(([name, field]) => {
    const reference = field.kind === 'ref' && field.to ? ` references ${tableOf(field.to)}` : ''
    return `  ${snake(name)} ${types[field.kind].replace('timestamp with time zone', 'timestamptz')}${field.required ? ' not null' : ''}${reference}${checkOf(name, field)}`
  })
  const unique = (record.unique ?? []).map((fields) => `  constraint ${uniqueName(record, fields)} unique nulls not distinct (${fields.map(snake).join(', ')})`)
  const table = `${record.schema}.${record.table}`
  const indexes = [['scope'], ...(record.index ?? [])].map((fields) => `create index on ${table} (${fields.map(snake).join(', ')});`)
  return [
    `create table ${table} (`,
    [...commonDdl(record.class ?? 2), ...own, ...unique].join(',\n'),
    ');',
    ...indexes,
    `create index on ${table} (import_id) where import_id is not null;`,
  ].join('\n')
}

/** Names its fields, so that a violated constraint can be turned into a refusal that names them too. */
export const uniqueName = (record: RecordDeclaration, fields: readonly string[]): string => `${record.table}_once_${fields.map(snake).join('_')}`.slice(0, 63)
