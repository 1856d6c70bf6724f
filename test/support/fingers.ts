/** Fingers of people who do not exist, as a scanner sends them, and the words that are read out for a finger alone. */
import { template, type Written } from '../../src/engines/biometrics/template.fixture.ts'

/** Twenty points, the same each time for one person's finger; `shift` as when the finger lies a little elsewhere. */
export function pointsOf(person: number, finger: number, shift = 0): Written {
  let at = person * 7919 + finger * 104_729
  const next = (below: number) => {
    at = (at * 1_103_515_245 + 12_345) % 2 ** 31
    return at % below
  }
  return Array.from({ length: 20 }, () => ({ x: 20 + next(240) + shift, y: 20 + next(340) + shift, angle: next(256), quality: 60, type: 'ending' as const }))
}

export const scanned = (person: number, finger: number, { shift = 0, quality = 80, extended = [] as number[] } = {}): string =>
  Buffer.from(template([pointsOf(person, finger, shift)], { finger, quality, extended })).toString('base64')

export const fingerWords = { wordingVersion: '1', language: 'pt', words: 'Podemos guardar o modelo do seu dedo? Pode dizer que não; a assistência é a mesma.' }
