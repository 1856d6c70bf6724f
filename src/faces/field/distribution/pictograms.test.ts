import { describe, expect, it } from 'vitest'
import { familyOf } from './pictograms.ts'

describe('the picture of an item', () => {
  it('is that of its family, by its name in either language', () => {
    for (const [pt, en, family] of [
      ['Lona de plástico tecida 4 × 6 m', 'Tarpaulin, woven plastic, 4 × 6 m', 'tarpaulin'],
      ['Kit de ferramentas para abrigo', 'Shelter tool kit', 'tools'],
      ['Kit de limpeza', 'Cleaning kit', 'hygiene'],
      ['Conjunto de cozinha, família de 5', 'Kitchen set, family of 5', 'kitchen'],
      ['Bidão dobrável de 10 l', 'Jerrycan, collapsible, 10 l', 'jerrycan'],
      ['Balde de 14 l com torneira', 'Bucket, 14 l, with outlet', 'bucket'],
      ['Manta leve', 'Blanket, light', 'blanket'],
      ['Rede mosquiteira', 'Mosquito net', 'net'],
      ['Estaca de bambu', 'Bamboo pole', 'poles'],
      ['Esteira', 'Sleeping mat', 'mat'],
      ['Candeeiro solar', 'Solar lamp', 'lamp'],
      ['Kit de dignidade', 'Dignity kit', 'hygiene'],
      ['Sabão', 'Soap', 'hygiene'],
      ['Casa de dois quartos', 'House of two rooms', 'house'],
    ] as const)
      expect(familyOf({ pt, en }), en).toBe(family)
  })

  it('is a parcel where the name says no family, or two', () => {
    for (const [pt, en] of [
      ['Kit familiar', 'Family kit'],
      ['Kit do agregado', 'Household kit'],
      ['Baldes e mantas', 'Buckets and blankets'],
      ['Formato A4', 'Format'],
    ] as const)
      expect(familyOf({ pt, en }), en).toBeNull()
  })
})
