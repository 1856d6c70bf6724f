/** From one day to another; a single day is said once. */
import type { Language } from '../../../../kernel/shared.ts'
import { shortDate } from '../../../portal/numbers.ts'

export const span = (from: string, to: string, language: Language): string =>
  from === to ? shortDate(from, language) : `${shortDate(from, language)} – ${shortDate(to, language)}`
