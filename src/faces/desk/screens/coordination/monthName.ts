/** A month as people say it, able to begin a line. */
export function monthName(day: string, language: 'pt' | 'en'): string {
  const words = new Intl.DateTimeFormat(language === 'pt' ? 'pt-MZ' : 'en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })
  const name = words.format(new Date(`${day.slice(0, 10)}T12:00:00Z`))
  return name.charAt(0).toUpperCase() + name.slice(1)
}
