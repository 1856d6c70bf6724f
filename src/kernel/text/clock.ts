/** This moment and this day as the house writes them: ISO, in UTC, as everywhere in its records. */
export const now = (): string => new Date().toISOString()
export const today = (): string => now().slice(0, 10)
