/**
 * The words of people's names, each looked at once: folded, its sound, how often it is met. Given names and family names come from one pool here
 * (João Manuel, Manuel João), so all name columns share these words. Particles (da, de, do, dos) carry nothing and are dropped.
 */
import { isParticle, soundOf, wordsOf } from '../places/spelling.ts'
import { hashOf, together } from './hash.ts'

export type Words = { byRaw: Map<string, number[]>; byText: Map<string, number>; texts: string[]; sounds: number[] }

export const emptyWords = (): Words => ({ byRaw: new Map(), byText: new Map(), texts: [], sounds: [] })

function wordId(words: Words, text: string): number {
  const known = words.byText.get(text)
  if (known !== undefined) return known
  words.byText.set(text, words.texts.length)
  words.sounds.push(hashOf(soundOf(text)))
  return words.texts.push(text) - 1
}

/** Ids of the words of a written name, in their order. A name of particles alone keeps them: nothing else would be left of it. */
export function wordIds(words: Words, raw: string): number[] {
  const ids: number[] = []
  for (const piece of raw.split(' ')) {
    let known = words.byRaw.get(piece)
    if (!known) {
      known = wordsOf(piece).map((text) => wordId(words, text))
      words.byRaw.set(piece, known)
    }
    for (const id of known) if (!isParticle(words.texts[id]!)) ids.push(id)
  }
  return ids.length > 0 ? ids : wordsOf(raw).map((text) => wordId(words, text))
}

export const soundOfAll = (words: Words, ids: readonly number[]): number => ids.reduce((hash, id) => together(hash, words.sounds[id]!), 0)
