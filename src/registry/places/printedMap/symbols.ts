/** The signs of a printed map, told apart by their shape alone, so that a photocopy keeps them. */
import { accent, ink, second } from '../../../kernel/publishing.ts'
import type { MappedKind } from './layMap.ts'

const short = (value: number) => Number(value.toFixed(2))

export function symbol(kind: MappedKind, x: number, y: number, size: number): string {
  const r = (kind === 'posto' ? 1.1 : 0.8) * size
  const [cx, cy] = [short(x), short(y)]
  const edge = `stroke="#fff" stroke-width="${0.2 * size}"`
  const line = `fill="#fff" stroke="${ink}" stroke-width="${0.35 * size}"`
  switch (kind) {
    case 'posto':
      return `<rect x="${short(x - r)}" y="${short(y - r)}" width="${2 * r}" height="${2 * r}" fill="${accent}" ${edge}/>`
    case 'site':
      return `<path d="M${cx} ${short(y - 1.3 * r)}l${1.3 * r} ${2.2 * r}h${-2.6 * r}z" fill="${second}" ${edge}/>`
    case 'border':
      return `<path d="M${cx} ${short(y - 1.6 * r)}l${1.6 * r} ${1.6 * r}l${-1.6 * r} ${1.6 * r}l${-1.6 * r} ${-1.6 * r}z" fill="${ink}" ${edge}/>`
    case 'flowPoint':
      return `<path d="M${cx} ${short(y - 1.5 * r)}l${1.5 * r} ${1.5 * r}l${-1.5 * r} ${1.5 * r}l${-1.5 * r} ${-1.5 * r}z" ${line}/>`
    case 'service':
      return `<path d="M${short(x - 1.2 * r)} ${cy}h${2.4 * r}M${cx} ${short(y - 1.2 * r)}v${2.4 * r}" fill="none" stroke="${ink}" stroke-width="${0.6 * size}"/>`
    case 'locality':
      return `<circle cx="${cx}" cy="${cy}" r="${r}" fill="${ink}" ${edge}/>`
  }
}
