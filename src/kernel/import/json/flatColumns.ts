/** One object as columns: nested objects by names with a dot, lists of words joined as people write them, anything deeper kept as it stands. */
import type { Cell } from '../table.ts'

const deepest = 6

export function flatColumns(value: Record<string, unknown>, before = '', depth = 1): Record<string, Cell> {
  const columns: Record<string, Cell> = {}
  for (const [name, one] of Object.entries(value)) {
    const column = before === '' ? name : `${before}.${name}`
    if (typeof one === 'object' && one !== null && !Array.isArray(one) && depth < deepest)
      Object.assign(columns, flatColumns(one as Record<string, unknown>, column, depth + 1))
    else columns[column] = cellOf(one)
  }
  return columns
}

function cellOf(value: unknown): Cell {
  if (typeof value === 'string') return value.trim() === '' ? null : value
  if (typeof value === 'number' || typeof value === 'boolean') return value
  if (value === null || value === undefined) return null
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object')) return value.length === 0 ? null : value.join('; ')
  return JSON.stringify(value)
}
