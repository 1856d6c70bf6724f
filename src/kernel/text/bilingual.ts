/** The two languages of the mission's office; every label, sentence and product exists in both. */
export const languages = ['pt', 'en'] as const
export type Language = (typeof languages)[number]
export type Bilingual = Record<Language, string>
