/** Fingers of people who do not exist, as a scanner sends them, and the words that are read out for a finger alone. */
import { type Matcher, type Minutiae, qualityOf } from '../../src/engines/biometrics/index.ts'
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

const nearPixels = 8
const pointsIn = ({ views }: Minutiae) => views.flatMap(({ minutiae }) => minutiae)
const shareFound = (probe: Minutiae, kept: Minutiae) => {
  const found = pointsIn(probe).filter((one) =>
    pointsIn(kept).some((other) => Math.hypot(one.x - other.x, one.y - other.y) <= nearPixels && one.angle === other.angle),
  )
  return found.length / pointsIn(probe).length
}

/** Stands for a provider outside: how many points lie where a kept one lies. It knows nothing of real fingers. */
export const nearestPoints: Matcher = {
  provider: 'nearest-points',
  async verify(probe, templates) {
    const score = Math.max(...templates.map((kept) => shareFound(probe, kept)))
    const isSame = score >= 0.6
    return { score, threshold: 0.6, decision: isSame ? 'same' : 'different', bits: isSame ? 12 : -4 }
  },
  quality: qualityOf,
}
