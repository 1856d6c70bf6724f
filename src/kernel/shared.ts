/** The kernel's door for browsers and for pure code: words and shapes, nothing that reaches a server. */
export type { Facts, Refusal } from './refusal.ts'
export { refuse } from './refusal.ts'
export type { Bilingual, Language } from './text/bilingual.ts'
export { fill, type Sentences } from './text/sentences.ts'
