/** Kits are counted by their scarcest part, and a load is weighed only as far as weights are known. Source: relief specification, 4.4 and 4.5. */

/** Units of each item in one kit. */
export type KitParts = Readonly<Record<string, number>>
export type Stock = Readonly<Record<string, number>>

/** How many whole kits the stock makes, and which parts allow no more. */
export function kitsAvailable(parts: KitParts, stock: Stock): { kits: number; limitedBy: string[] } {
  const possible = Object.entries(parts).map(([item, perKit]) => ({ item, kits: Math.floor((stock[item] ?? 0) / perKit) }))
  const kits = possible.length === 0 ? 0 : Math.min(...possible.map(({ kits }) => kits))
  return { kits, limitedBy: possible.filter((part) => part.kits === kits).map(({ item }) => item) }
}

/** What is missing of each part to make so many kits; parts that suffice are left out. */
export function missingFor(kits: number, parts: KitParts, stock: Stock): Record<string, number> {
  const missing = Object.entries(parts).map(([item, perKit]) => [item, kits * perKit - (stock[item] ?? 0)] as const)
  return Object.fromEntries(missing.filter(([, units]) => units > 0))
}

export type LoadLine = { quantity: number /** kg of one unit */; weight: number | null /** m³ of one unit */; volume: number | null }
/** A sum over what is known; `unknown` lines make it a least and no total. */
export type LoadFigure = { atLeast: number; unknown: number }

export function loadOf(lines: readonly LoadLine[]): { kilograms: LoadFigure; cubicMetres: LoadFigure } {
  const figure = (of: (line: LoadLine) => number | null): LoadFigure => ({
    atLeast: lines.reduce((sum, line) => sum + line.quantity * (of(line) ?? 0), 0),
    unknown: lines.filter((line) => of(line) === null).length,
  })
  return { kilograms: figure(({ weight }) => weight), cubicMetres: figure(({ volume }) => volume) }
}
