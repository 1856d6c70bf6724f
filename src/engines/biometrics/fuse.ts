/**
 * What names and dates say and what fingers say, in one number of bits: chances of independent evidence multiply, so their logarithms add (Fellegi and Sunter
 * 1969). The sum orders the pairs on a reviewer's desk. It decides nothing: no finger merges two people, and none keeps anybody from aid.
 */

/**
 * A finger counts for no more than a false match in a hundred can carry: the small public sets on which matchers are measured support no stronger claim. Two
 * fingers of one hand are soft and dry together, so that they are not independent either: the strongest of them counts.
 */
const fingerAtMostBits = Math.log2(100)

/** `fingers`: bits of each finger compared; null where a print was not taken or could not be read, which counts neither for nor against. */
export function fuse(linkageBits: number, fingers: readonly (number | null)[], atMostBits = fingerAtMostBits): number {
  const known = fingers.filter((bits) => bits !== null && Number.isFinite(bits)) as number[]
  if (known.length === 0) return linkageBits
  const strongest = known.reduce((most, bits) => (Math.abs(bits) > Math.abs(most) ? bits : most))
  return linkageBits + Math.max(-atMostBits, Math.min(atMostBits, strongest))
}
