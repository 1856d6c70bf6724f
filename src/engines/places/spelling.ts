/**
 * How a place name sounds and reads when accents, particles and spelling habits are set aside: "Mocímboa da Praia", "MOCIMBOA DA PRAIA" and "Mossimboa Praia" meet here.
 * Used only to find and to suggest. Phonetic key: own rules for Portuguese and local spelling (k/c/q, x/ch, w/u/o, l/r, s/z/ç, mute h, double letters).
 */
const particles = new Set(['da', 'de', 'do', 'das', 'dos', 'd', 'e', 'of', 'the'])
export const isParticle = (word: string): boolean => particles.has(word)
/** Ordinals and number words written either way in street and quarter names; a date such as "25 de Junho" stays a date. */
const numberWords: Record<string, string> = { primeiro: '1', segundo: '2', terceiro: '3', quarto: '4', quinto: '5', sexto: '6', setimo: '7', oitavo: '8' }

/** Lower case, no accents, punctuation to single blanks: two texts with the same fold are the same written name. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’`´]/g, '')
    .replace(/(\d)[ºªo°]\b/g, '$1')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** The words that carry the name: particles dropped, number words as digits. Never empty for a name that has a letter or digit. */
export function wordsOf(text: string): string[] {
  const all = fold(text).split(' ').filter(Boolean)
  const kept = all.filter((word) => !isParticle(word))
  return (kept.length > 0 ? kept : all).map((word) => numberWords[word] ?? word)
}

/** The name as it is compared for equality: folded, without particles. */
export const plainName = (text: string): string => wordsOf(text).join(' ')

const soundRules: readonly [RegExp, string][] = [
  [/ph/g, 'f'],
  [/sch|sh|ch|x/g, 'X'],
  [/nh|ny/g, 'N'],
  [/lh/g, 'l'],
  [/h/g, ''],
  [/qu(?=[ei])|gu(?=[ei])/g, 'k'],
  [/c(?=[eiy])/g, 's'],
  [/[ckqg]/g, 'k'],
  [/tz|ts|ss|z|s/g, 's'],
  [/w|v/g, 'u'],
  [/[ou]+/g, 'u'],
  [/[yij]+/g, 'i'],
  [/[ei]+/g, 'i'],
  [/[lr]+/g, 'l'],
  [/d/g, 't'],
  [/m(?=[^aeiou])|n(?=[^aeiou])/g, 'n'],
  [/(.)\1+/g, '$1'],
]

/** The sound of a whole name, words joined: equal keys are a reason to suggest, never to decide. */
export function soundOf(text: string): string {
  let sound = wordsOf(text.normalize('NFC').replace(/[çÇ]/g, 'ss')).join('')
  for (const [pattern, letter] of soundRules) sound = sound.replace(pattern, letter)
  return sound
}
