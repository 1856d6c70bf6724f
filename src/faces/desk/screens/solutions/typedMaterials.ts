/** Materials as they are typed, one a line: `bamboo pole; 100`. Null: a line cannot be read. */
import type { Material } from '../../api/solutions.ts'

export function typedMaterials(typed: string): Material[] | null {
  const lines = typed.split('\n').filter((line) => line.trim() !== '')
  const read = lines.map((line): Material | null => {
    const [item, quantity, ...rest] = line.split(';').map((part) => part.trim())
    return item && quantity && /^[1-9]\d{0,5}$/.test(quantity) && rest.length === 0 ? { item, quantity: Number(quantity) } : null
  })
  return read.length === 0 || read.includes(null) ? null : (read as Material[])
}

export const materialsText = (materials: readonly Material[]) => materials.map(({ item, quantity }) => `${item}; ${quantity}`).join('\n')
