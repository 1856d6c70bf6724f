/** Times and sizes as people say them. */
import type { Language } from '../../../kernel/shared.ts'

const locale = (language: Language) => (language === 'pt' ? 'pt-PT' : 'en-GB')

export const today = (): string => new Date().toISOString().slice(0, 10)

/** Today by the hour, another day by its date. */
export function hourOrDay(at: string, language: Language, now = new Date()): string {
  const when = new Date(at)
  return when.toDateString() === now.toDateString()
    ? new Intl.DateTimeFormat(locale(language), { hour: '2-digit', minute: '2-digit' }).format(when)
    : new Intl.DateTimeFormat(locale(language), { day: 'numeric', month: 'short' }).format(when)
}

export const dayAndHour = (at: string, language: Language): string =>
  new Intl.DateTimeFormat(locale(language), { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' }).format(new Date(at))

export const day = (at: string, language: Language): string => new Intl.DateTimeFormat(locale(language), { day: 'numeric', month: 'long' }).format(new Date(at))

/** A day as it is written on paper; it has no hour, so no time zone may move it. */
export const dayOfYear = (isoDay: string, language: Language): string =>
  new Intl.DateTimeFormat(locale(language), { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${isoDay}T12:00:00Z`))

export function size(bytes: number, language: Language): string {
  const [value, unit] = bytes < 1_000_000 ? [Math.max(1, Math.round(bytes / 1000)), 'kB'] : bytes < 1e9 ? [bytes / 1e6, 'MB'] : [bytes / 1e9, 'GB']
  return `${new Intl.NumberFormat(locale(language), { maximumFractionDigits: 1 }).format(value)}\u00a0${unit}`
}
