/**
 * Dates as spreadsheets count them: days since 1899-12-30 (or 1904-01-01 on workbooks made on old Macs), with the day 1900-02-29 that never was.
 * Source: ECMA-376 part 1, 18.17.4.1, date systems.
 */
const dayMs = 86_400_000
const lastSerial = 2_958_465

export type DateSystem = 1900 | 1904
/** Tables are read to the second; the version of a form, which often is `=NOW()`, to the millisecond, as other programs read it. */
export type Exactness = 'second' | 'millisecond'

/** `2019-03-27`, or `2019-03-27T14:30:00` when the serial carries a time (`…:00.971` where asked for); null when no such day exists. */
export function serialToIso(serial: number, system: DateSystem = 1900, exactTo: Exactness = 'second'): string | null {
  if (!(serial >= (system === 1900 ? 1 : 0)) || serial > lastSerial) return null
  const days = Math.floor(serial)
  if (system === 1900 && days === 60) return null
  const epoch = system === 1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30)
  const unit = exactTo === 'second' ? 1000 : 1
  const time = Math.round(((serial - days) * dayMs) / unit) * unit
  const iso = new Date(epoch + days * dayMs + time).toISOString()
  return time === 0 ? iso.slice(0, 10) : iso.slice(0, time % 1000 === 0 ? 19 : 23)
}

/** `14:30:00` for the part of a day that a time cell holds; null from one whole day on. */
export function serialToTime(serial: number): string | null {
  if (!(serial >= 0 && serial < 1)) return null
  return new Date(Math.round(serial * 86_400) * 1000).toISOString().slice(11, 19)
}
