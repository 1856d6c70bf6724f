/** The dictionary: what each declared record holds. The regular screens are made from it. */
import { useQuery } from '@tanstack/react-query'
import type { Bilingual } from '../../../kernel/shared.ts'
import { get } from './ask.ts'

export type FieldShape = {
  name: string
  kind: 'text' | 'integer' | 'decimal' | 'date' | 'timestamp' | 'boolean' | 'oneOf' | 'code' | 'codes' | 'ref' | 'bilingual' | 'json'
  label: Bilingual
  hint?: Bilingual
  required: boolean
  computed?: boolean
  values?: string[]
  list?: string
  to?: string
  min?: number
  max?: number
  letters?: number
}

export type RecordShape = {
  name: string
  path: string
  labels: { one: Bilingual; many: Bilingual }
  class: number
  title?: string
  appendOnly?: boolean
  canCreate: boolean
  canUpdate: boolean
  fields: FieldShape[]
}

export type Row = { id: string; scope: string; version: number; effectiveAt: string | null; recordedAt: string; importId: string | null } & Record<
  string,
  unknown
>

export const useDictionary = () => useQuery({ queryKey: ['dictionary'], queryFn: () => get<RecordShape[]>('/api/dictionary'), staleTime: 600_000 })

/** `displacement.master_list_line` from the words of an address. */
export const recordName = (schema: string, table: string) => `${schema}.${table.replaceAll('-', '_')}`

export const apiPath = (name: string) => `/api/${name.replace('.', '/').replaceAll('_', '-')}`
