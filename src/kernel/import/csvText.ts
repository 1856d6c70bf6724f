/**
 * CSV that a spreadsheet can open without running anything in it: a text that a program would take for a formula gets an apostrophe, and figures stay
 * figures, so that latitudes below zero survive. XLSX needs no such guard, because its cells say what they are.
 */
const risky = /^[=+\-@\t\r\0＝＋－＠]/
const figure = /^[+-]?\d+([.,]\d+)*([eE][+-]?\d+)?$/

export const guarded = (text: string): string => (risky.test(text) && !figure.test(text) ? `'${text}` : text)

export type Written = string | number | boolean | null

export function csvField(value: Written): string {
  if (value === null) return ''
  const text = typeof value === 'string' ? guarded(value) : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

export const csvRecord = (values: readonly Written[]): string => `${values.map(csvField).join(',')}\r\n`
