/** Days as numbers, so that gaps between visits can be measured. */
export const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000
