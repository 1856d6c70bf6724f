/** Days and hours of requests: when a decision is due, when a report is, how old something is. Days are those of UTC, as everywhere in the ledger. */
const hour = 3_600_000
const day = 24 * hour

export const daysBetween = (from: string, to: string): number => Math.floor((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / day)
export const dayAfter = (from: string, days: number): string => new Date(Date.parse(from.slice(0, 10)) + days * day).toISOString().slice(0, 10)
export const hoursAfter = (from: string, hours: number): string => new Date(Date.parse(from) + hours * hour).toISOString()
export const hoursBetween = (from: string, to: string): number => Math.floor((Date.parse(to) - Date.parse(from)) / hour)
