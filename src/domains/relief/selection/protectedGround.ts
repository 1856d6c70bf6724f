/**
 * Criteria by which nobody may be chosen or left out, whatever a community agreed: the grounds themselves, what somebody says a question is about, and words of a
 * question that stand for one of them. A word that is meant otherwise is written differently; a ground that slips through is not (relief specification, 3.3).
 */
import { protectedCriteria } from '../../../engines/scoring/index.ts'
import { speaksOf } from '../stems.ts'
import type { AgreedCriterion } from './criteria.ts'

/** Beginnings of words, without accents, in both languages. */
const stems = [
  ...['nacionalidade', 'nationality', 'estrangeir', 'foreigner', 'refugiad', 'refugee'],
  ...['etnia', 'etnic', 'ethnic', 'tribo', 'tribe', 'tribal', 'apelido', 'surname'],
  ...['lingua materna', 'mother tongue', 'fala portugues', 'speaks portuguese', 'fala maku', 'fala mwani', 'fala kimwani', 'fala emakhuwa'],
  ...['religi', 'igreja', 'church', 'mesquita', 'mosque', 'muculman', 'muslim', 'crist', 'christian'],
  ...['partido politic', 'political part', 'opiniao politic', 'political opinion', 'frelimo', 'renamo', 'cartao do partido', 'party card', 'votou', 'voted'],
]

/** Codes of the criteria that ask for a protected ground or for what stands for one. */
export function protectedIn(criteria: readonly AgreedCriterion[]): string[] {
  const declared = protectedCriteria(criteria)
  const worded = criteria.filter(({ code, question, about }) => speaksOf(stems, [code.replaceAll('_', ' '), question.pt, question.en, ...about]))
  return [...new Set([...declared, ...worded.map(({ code }) => code)])]
}
