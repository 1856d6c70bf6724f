/** A day and an hour as people at the mission say them. */
export const moment = (iso: string, language: 'pt' | 'en'): string =>
  new Intl.DateTimeFormat(language === 'pt' ? ['pt-MZ', 'pt'] : ['en-GB', 'en'], { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Africa/Maputo' }).format(
    new Date(iso),
  )

export const day = (iso: string, language: 'pt' | 'en'): string =>
  new Intl.DateTimeFormat(language === 'pt' ? ['pt-MZ', 'pt'] : ['en-GB', 'en'], { dateStyle: 'long', timeZone: 'Africa/Maputo' }).format(new Date(iso))
