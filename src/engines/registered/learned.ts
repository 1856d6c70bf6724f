/**
 * How often fields agree for one person met twice (m) and for two strangers (u), and the share of a value by which the evidence is unchanged. Strangers were
 * counted on 300,000 generated people whose names are drawn as often as they are met in Mozambique (`npx tsx bench/hints.ts learn`). How one person's names,
 * year and sex are told twice cannot be learned there, because every rule that finds pairs already asks for names: those are assumed
 * (three in four tell the same year, two in three write a name alike). To be learned anew from decisions about real pairs. Levels stand in the order of
 * the comparisons.
 */
export type Learned = { name: string; m: number[]; u: number[]; typical: number[] }

// biome-ignore format: a table of numbers, one line a kind
export const learned: readonly Learned[] = [
  {
    name: 'names',
    m: [
      1, 0.0495, 0.0594, 0.0792, 0.149, 0.653, 0.05, 0.00243, 0.00291, 0.00388, 0.00728, 0.032, 0.06, 0.00291, 0.0035, 0.00466, 0.00874, 0.0384,
      0.08, 0.00388, 0.00466, 0.00621, 0.0117, 0.0513, 0.15, 0.00728, 0.00874, 0.0117, 0.0218, 0.0961, 0.66, 0.032, 0.0384, 0.0513, 0.0961, 0.423,
      0.00971, 0.00971, 0.00971, 0.0099,
    ],
    u: [
      1, 0.989, 0.00323, 0.000578, 0.000674, 0.00296, 0.98, 0.973, 0.00318, 0.000569, 0.000664, 0.00292, 0.00902, 0.00895, 2.92e-05, 5.24e-06,
      6.11e-06, 2.68e-05, 0.00595, 0.00591, 1.93e-05, 3.46e-06, 4.03e-06, 1.77e-05, 0.000874, 0.000867, 2.83e-06, 5.07e-07, 5.92e-07, 2.6e-06,
      0.00366, 0.00363, 1.19e-05, 2.12e-06, 2.48e-06, 1.09e-05, 3.91e-06, 1.65e-05, 4.88e-05, 0.00394,
    ],
    typical: [
      1, 1, 0.0219, 0.0021, 0.000537, 0.00298, 1, 1, 0.0219, 0.0021, 0.000537, 0.00298, 0.0678, 0.0678, 0.00148, 0.000142, 3.64e-05, 0.000202,
      0.00465, 0.00465, 0.000102, 9.76e-06, 2.5e-06, 1.39e-05, 0.000564, 0.000564, 1.23e-05, 1.18e-06, 3.03e-07, 1.68e-06, 0.00366, 0.00366,
      7.99e-05, 7.67e-06, 1.96e-06, 1.09e-05, 3.91e-06, 4.91e-06, 1.24e-05, 0.00396,
    ],
  },
  {
    name: 'birth',
    m: [1, 0.06, 0.03, 0.05, 0.12, 1e-06, 0.74, 1e-06, 1e-06, 1e-06],
    u: [1, 0.794, 0.0686, 0.0716, 0.0474, 1e-06, 0.0179, 1e-06, 1e-06, 1e-06],
    typical: [1, 1, 1, 1, 1, 1, 0.0179, 1, 1, 1],
  },
  {
    name: 'sex',
    m: [1, 0.02, 0.98],
    u: [1, 0.5, 0.5],
    typical: [1, 1, 1],
  },
]
