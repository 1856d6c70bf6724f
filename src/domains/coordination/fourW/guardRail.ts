/** Where help for people at risk is given is told by province only: protection, gender-based violence and counter-trafficking (specification: coordination, 8). */
import { fold } from '../../../engines/places/spelling.ts'

const sectors = new Set(['protection'])
/** Such work is told of under health or coordination too. */
const words = /\b(gbv|vbg|sgbv|gender based violence|violencia (baseada no|de|com base no) genero|trafficking|trafico)\b/

export const toldByProvinceOnly = (sector: string, activityType: string | null): boolean =>
  sectors.has(sector) || (activityType !== null && words.test(fold(activityType)))
