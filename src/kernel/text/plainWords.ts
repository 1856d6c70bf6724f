/** Small letters without accents: how people and machines write one word in many ways. */
export const plainWords = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
