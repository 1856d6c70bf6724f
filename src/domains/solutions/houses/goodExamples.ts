/**
 * How a good one looks, for what is looked at in a stage: line drawings of our own with a sentence, lent to the phone with the checklist so that they stand beside the photograph
 * without network. They name no measure: the national norm is not confirmed, and takes their place as a new edition.
 */
import type { GoodExample } from '../../../engines/solutions/index.ts'

/** `around`: what stands about it; `lines`: what is meant. In a field of 96 × 64. */
const example = (around: string, lines: string, pt: string, en: string): GoodExample => ({ around, lines, words: { pt, en } })

export const goodExamples: Readonly<Record<string, GoodExample>> = {
  depth: example(
    'M2 24h34M60 24h34M42 4v20M54 4v20M14 52h68M20 52l-5 8M34 52l-5 8M48 52l-5 8M62 52l-5 8M76 52l-5 8',
    'M36 24h24v28H36ZM74 26v24M70 30l4-5 4 5M70 46l4 5 4-5',
    'A fundação assenta em terra firme e é mais larga do que a parede.',
    'The foundation stands on firm ground and is wider than the wall.',
  ),
  raised: example(
    'M28 36V20L48 6l20 14v16M44 36V24h8v12M2 50c3-4 6-4 9 0s6 4 9 0M76 50c3-4 6-4 9 0s6 4 9 0',
    'M20 36h56v22H20ZM86 44V32M82 36l4-5 4 5',
    'O soalho fica acima da marca da última cheia.',
    'The floor lies above the mark of the last flood.',
  ),
  anchors: example(
    'M2 24h30M64 24h30M32 24h32v34H32Z',
    'M43 4h10v42H43ZM37 40h22M37 34h22',
    'O pilar entra fundo na fundação, com travessas que o seguram.',
    'The post goes deep into the foundation, with cross-pieces that hold it.',
  ),
  drainage: example(
    'M32 38V22L48 8l16 14v16ZM44 38V28h8v10M8 32l8 4M16 36l-2-4M16 36l-4 1M88 32l-8 4M80 36l2-4M80 36l4 1',
    'M32 38 16 46v12H6V46H2M64 38l16 8v12h10V46h4',
    'O chão desce da casa para uma vala, de todos os lados.',
    'The ground falls from the house to a ditch, on every side.',
  ),
  bracing: example(
    'M14 8h68v50H14ZM48 8v50',
    'M14 58 48 8M48 8l34 50',
    'Uma peça em diagonal em cada pano de parede, de canto a canto, presa nas duas pontas.',
    'One diagonal piece in each panel of wall, from corner to corner, fixed at both ends.',
  ),
  joints: example(
    'M6 26h34M56 26h34M6 40h34M56 40h34M41 4v20M55 4v20M41 42v18M55 42v18',
    'M38 23l20 20M38 43l20-20M38 28l15 15M43 23l15 15M38 38l15-15M43 43l15-15',
    'Cada ligação é pregada e também atada.',
    'Each joint is nailed and tied as well.',
  ),
  openings: example(
    'M6 6h84v52H6ZM8 50h18M12 46l-5 4 5 4M22 46l5 4-5 4M72 50h16M76 46l-5 4 5 4M84 46l5 4-5 4',
    'M30 18h16v16H30ZM54 18h16v40H54Z',
    'Portas e janelas longe dos cantos, com parede inteira dos dois lados.',
    'Doors and windows away from the corners, with whole wall on both sides.',
  ),
  straps: example(
    'M42 32v30M56 32v30M10 20h28M60 20h28M10 32h28M60 32h28M6 20 38 4M60 20l32-16',
    'M38 48V16c0-9 22-9 22 0v32M38 38h.1M38 45h.1M60 38h.1M60 45h.1',
    'A cinta passa por cima da viga e prega-se ao pilar dos dois lados.',
    'The strap goes over the beam and is nailed to the post on both sides.',
  ),
  spacing: example(
    'M18 60 34 6M46 60 62 6M74 60 90 6',
    'M8 56h78M10 50h78M14 38h78M18 26h76M22 14h72M24 8h70',
    'Ripas a distâncias iguais, mais juntas na beira e na cumeeira, presas em cada cruzamento.',
    'Battens at equal distances, closer at the eaves and the ridge, fixed at each crossing.',
  ),
  overhang: example(
    'M28 28v32M68 28v32M2 44h16M13 39l6 5-6 5M2 34h10',
    'M22 31 48 8l26 23',
    'O telhado acaba pouco depois da parede: o vento não o apanha por baixo.',
    'The roof ends soon after the wall: the wind does not catch it from below.',
  ),
}
