/**
 * An entitlement in pictures, for those who do not read and for a hot sun: plain line drawings of our own for the families of relief goods. What an item is, its name says in
 * either language; whatever names no family, or two, is drawn as a parcel, because a wrong picture is worse than none.
 */
const families = {
  tarpaulin: {
    words: /\b(lonas?|tarpaulins?|plastic sheet(ing|s)?|oleados?)\b/,
    lines: 'M9 35 16 13h25l-7 22ZM21 35l7-22M18 19h.1M38 19h.1M13 31h.1M33 31h.1',
  },
  tools: { words: /\b(ferramentas?|tools?)\b/, lines: 'M11 41 28 20M21 12l14 11 4-5-9-8ZM9 9l19 19M27 32l5-5 8 7c2 4-1 8-6 6Z' },
  kitchen: {
    words: /\b(cozinha|kitchen|cooking|panelas?)\b/,
    lines: 'M10 21h28v13a6 6 0 0 1-6 6H16a6 6 0 0 1-6-6ZM10 26H5M38 26h5M13 21c0-5 5-8 11-8s11 3 11 8M24 13V9',
  },
  jerrycan: { words: /\b(bid(ã|a|õ|o)(o|es)|jerry ?cans?)/, lines: 'M12 17h18l6 6v19H12ZM28 17v-7h8v10M15 17v-7h8v7M17 24l13 13M30 24 17 37' },
  bucket: { words: /\b(baldes?|buckets?)\b/, lines: 'M10 17h28l-4 25H14ZM10 17c1-14 27-14 28 0M12 24h24' },
  blanket: {
    words: /\b(mantas?|cobertor(es)?|blankets?)\b/,
    lines: 'M8 12h28c6 0 6 9 0 9H8M8 21h28c6 0 6 9 0 9H8M8 30h28c6 0 6 9 0 9H8M8 12v27M5 14h3M5 19h3M5 23h3M5 28h3M5 32h3M5 37h3',
  },
  net: { words: /mosquit/, lines: 'M24 4v6M24 10 7 41h34ZM24 10l-6 31M24 10l6 31M19 19h10M14 29h20' },
  mat: {
    words: /\b(esteiras?|(sleeping )?mats?)\b/,
    lines: 'M12 13h26c6 3 6 19 0 22H12M12 13c-7 3-7 19 0 22 7-3 7-19 0-22ZM12 19c-3 2-3 8 0 10M23 13v22M31 13v22',
  },
  lamp: {
    words: /\b(lanternas?|l(â|a)mpadas?|candeeiros?|lamps?|lanterns?|torch(es)?)\b/,
    lines: 'M17 14c0-11 14-11 14 0M14 14h20v5H14ZM17 19h14v15H17ZM13 34h22v7H13ZM24 23v7M6 26h5M37 26h5M7 16l4 2M41 16l-4 2',
  },
  hygiene: {
    words: /\b(sab(ão|ao|ões|oes|onete)|soaps?|higiene|hygiene|dignidade|dignity|limpeza|cleaning)\b/,
    lines: 'M13 23h18a8 8 0 0 1 0 16H13a8 8 0 0 1 0-16ZM14 31h16M34 10a4 4 0 1 0 .1 0ZM22 8a3 3 0 1 0 .1 0ZM41 21a2.5 2.5 0 1 0 .1 0Z',
  },
  poles: {
    words: /\b(bambus?|estacas?|bamboos?|poles?|barrotes?)\b/,
    lines: 'M12 43 16 5M20 43l4-38M28 43l4-38M36 43l4-38M13 32h5M21 24h5M29 33h5M37 22h4M11 36l28 3M13 14l28 2',
  },
  house: { words: /\b(casas?|houses?)\b/, lines: 'M5 24 24 7l19 17M11 19v22h26V19M20 41V28h8v13' },
} as const
export type Family = keyof typeof families

/** A note or a voucher: what a distribution gives beside goods is told by the office, not read from a name. */
export const moneyLines = 'M5 14h38v20H5ZM24 19a5 5 0 1 0 .1 0ZM11 20v8M37 20v8'
const parcel = 'M8 15 24 7l16 8v19l-16 8-16-8ZM8 15l16 8 16-8M24 23v19M16 11l16 8'

/** Null: none, or more than one. */
export function familyOf({ pt, en }: { pt: string; en: string }): Family | null {
  const text = `${pt} | ${en}`.toLowerCase()
  const found = (Object.keys(families) as Family[]).filter((family) => families[family].words.test(text))
  return found.length === 1 ? found[0]! : null
}

export const linesOf = (family: Family | null): string => (family ? families[family].lines : parcel)
