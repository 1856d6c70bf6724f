/**
 * The words of people's names, each looked at once: folded, its sound, how often it is met. Given names and family names come from one pool here
 * (João Manuel, Manuel João), so all name columns share these words. Particles (da, de, do, dos) carry nothing and are dropped.
 */
import { isParticle, soundOf, wordsOf } from '../places/spelling.ts'
import { hashOf, together } from './hash.ts'
import { type Interned, noTexts, numberOf } from './interned.ts'
import { roomFor } from './room.ts'

/** `pieces`: of what was written between two blanks, the words that carry something. */
export type Words = { pieces: Map<string, number[]>; texts: Interned; sounds: Uint32Array }

export const emptyWords = (): Words => ({ pieces: new Map(), texts: noTexts(), sounds: new Uint32Array(16) })

function wordId(words: Words, text: string): number {
  const before = words.texts.count
  const id = numberOf(words.texts, text)
  if (id < before) return id
  words.sounds = roomFor(words.sounds, id + 1)
  words.sounds[id] = hashOf(soundOf(text))
  return id
}

function wordsOfPiece(words: Words, raw: string): number[] {
  const known = words.pieces.get(raw)
  if (known) return known
  const ids = wordsOf(raw)
    .filter((text) => !isParticle(text))
    .map((text) => wordId(words, text))
  words.pieces.set(raw, ids)
  return ids
}

/** Ids of the words of a written name, in their order. A name of particles alone keeps them: nothing else would be left of it. */
export function wordIds(words: Words, raw: string): number[] {
  const ids = raw.includes(' ') ? raw.split(' ').flatMap((piece) => wordsOfPiece(words, piece)) : wordsOfPiece(words, raw)
  return ids.length > 0 ? ids : wordsOf(raw).map((text) => wordId(words, text))
}

export const soundOfAll = (words: Words, ids: readonly number[]): number => ids.reduce((hash, id) => together(hash, words.sounds[id]!), 0)
