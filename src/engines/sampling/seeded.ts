/**
 * Random numbers that come again from the seed on record: with seed, frame and design a second person draws the same sample, on any machine. The generator is
 * sfc32 (Doty-Humphrey, PractRand, public domain), its state hashed from the seed by FNV-1a with the finalizer of MurmurHash3 (public domain).
 */

function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (const letter of text) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}

/** Numbers from 0 up to but not including 1, with 53 bits each. */
export function randomFrom(seed: string): () => number {
  let [a, b, c, count] = [hashOf(`${seed}/1`), hashOf(`${seed}/2`), hashOf(`${seed}/3`), 1]
  const next = (): number => {
    const sum = (a + b + count) | 0
    count = (count + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }
  // The first numbers still show the seed.
  for (let turn = 0; turn < 15; turn++) next()
  return () => ((next() >>> 5) * 2 ** 26 + (next() >>> 6)) / 2 ** 53
}
