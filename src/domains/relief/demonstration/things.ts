/**
 * What the demonstration stores hold. Codes, weights and volumes are those of a published catalogue (Sahana Eden's list of IFRC items), where what nobody knows stays
 * unknown; stocks, donors and stories are invented.
 */
import type { ItemGiven } from '../things/keepThings.ts'

const source = 'Sahana Eden, RMS supply catalogue'
type Known = Pick<ItemGiven, 'code' | 'name'> & { weightKg?: number; volumeM3?: number; pack?: [string, number]; safetyStock?: number; from?: string }

const known: readonly Known[] = [
  {
    ...{ code: 'HSHETARPW406', name: { pt: 'Lona de plástico tecida 4 × 6 m', en: 'Tarpaulin, woven plastic, 4 × 6 m' }, weightKg: 4.2, volumeM3: 0.0112 },
    ...{ pack: ['fardo', 5], safetyStock: 50 },
  },
  { code: 'KRELSHEK01', name: { pt: 'Kit de ferramentas para abrigo', en: 'Shelter tool kit' }, weightKg: 11, volumeM3: 0.036 },
  { code: 'KRELCLEA01', name: { pt: 'Kit de limpeza', en: 'Cleaning kit' }, weightKg: 6, volumeM3: 0.0286 },
  { code: 'KRELCOOSETA', name: { pt: 'Conjunto de cozinha, família de 5', en: 'Kitchen set, family of 5' }, weightKg: 5, volumeM3: 0.0243 },
  { code: 'HCONJCANPF10', name: { pt: 'Bidão dobrável de 10 l', en: 'Jerrycan, collapsible, 10 l' }, weightKg: 0.14, volumeM3: 0.00042, pack: ['caixa', 50] },
  { code: 'HCONBUCKP14L', name: { pt: 'Balde de 14 l com torneira', en: 'Bucket, 14 l, with outlet' }, weightKg: 1.25, volumeM3: 0.001 },
  {
    ...{
      code: 'HSHEBLANCLT2',
      name: { pt: 'Manta leve', en: 'Blanket, light' },
      weightKg: 0.68,
      volumeM3: 0.0015333333333333,
      pack: ['fardo', 25],
      safetyStock: 100,
    },
  },
  { code: 'HSHEMNETRL', name: { pt: 'Rede mosquiteira', en: 'Mosquito net' }, weightKg: 0.444, volumeM3: 0.0017, pack: ['fardo', 100] },
  { code: 'DEMO-BAMBU', name: { pt: 'Estaca de bambu', en: 'Bamboo pole' }, from: 'Inventado; ninguém pesou · invented; nobody weighed it' },
]

export const demonstrationItems: readonly ItemGiven[] = known.map(
  ({ code, name, weightKg = null, volumeM3 = null, pack, safetyStock = null, from = source }) => ({
    ...{ code, name, weightKg, volumeM3, safetyStock, source: from, specification: null, baseUnit: 'C62', expires: false, treated: code === 'DEMO-BAMBU' },
    packs: pack ? [{ name: pack[0], units: pack[1] }] : [],
  }),
)

/** The family kit of the same catalogue. */
export const familyKit = {
  ...{ code: 'DEMO-KIT-FAMILIA', name: { pt: 'Kit familiar', en: 'Family kit' }, validFrom: '2021-01-01', source },
  parts: [
    ...[
      { item: 'HSHETARPW406', perKit: 2 },
      { item: 'KRELSHEK01', perKit: 1 },
      { item: 'KRELCLEA01', perKit: 1 },
      { item: 'KRELCOOSETA', perKit: 1 },
    ],
    ...[
      { item: 'HCONJCANPF10', perKit: 5 },
      { item: 'HCONBUCKP14L', perKit: 2 },
      { item: 'HSHEBLANCLT2', perKit: 3 },
      { item: 'HSHEMNETRL', perKit: 3 },
    ],
  ],
}

/** On the shelves of the first store. */
export const demonstrationStock: readonly { item: string; lot: string; quantity: number }[] = [
  ...[
    { item: 'HSHETARPW406', lot: 'DEMO-L1', quantity: 410 },
    { item: 'KRELSHEK01', lot: '', quantity: 250 },
    { item: 'KRELCLEA01', lot: '', quantity: 260 },
  ],
  ...[
    { item: 'KRELCOOSETA', lot: '', quantity: 231 },
    { item: 'HCONJCANPF10', lot: '', quantity: 1148 },
    { item: 'HCONBUCKP14L', lot: '', quantity: 470 },
  ],
  ...[
    { item: 'HSHEBLANCLT2', lot: 'DEMO-L1', quantity: 690 },
    { item: 'HSHEMNETRL', lot: '', quantity: 700 },
    { item: 'DEMO-BAMBU', lot: 'DEMO-L1', quantity: 300 },
  ],
]
