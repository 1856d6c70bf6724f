/** Kinds of things on a map, each by its own sign and its own colour, so that a photocopy and a colour-blind reader tell them apart: the same on the screen and on paper. */
export const signs = ['●', '■', '▲', '◆', '★', '✚', '▼', '⬟'] as const
export type Sign = (typeof signs)[number]
const tones = 8

/** Two kinds share a sign or a tone at most, never both, up to sixty-four kinds. */
const lookOf = (at: number): { sign: Sign; tone: number } => ({ sign: signs[at % signs.length]!, tone: (at + Math.floor(at / signs.length)) % tones })

/** The look of each kind, in the order of their names. */
export const looksOf = (kinds: readonly string[]): Map<string, ReturnType<typeof lookOf>> =>
  new Map([...new Set(kinds)].sort().map((kind, at) => [kind, lookOf(at)]))
