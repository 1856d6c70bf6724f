/** What a published set says of its own making: method, coverage, limits, and the version of what computed it; with the tables of its files. */
import { type MethodFacts, type ProductKind, printCount, printNumber, printPercent } from '../../../kernel/publishing.ts'
import { alertKind } from '../events/lifeOfAlert.ts'
import type { PublicAlert } from '../events/publicAlert.ts'
import type { PublicFlows } from '../flows/publicFlows.ts'
import { flowKind } from '../flows/publishBulletin.ts'
import { narrativeFacts } from '../narrativeFacts.ts'
import type { PublicRound } from '../publicRound.ts'
import { roundKind } from '../publishedRounds.ts'
import { methodLabels } from '../reports/codeWords.ts'
import type { PublicSurvey } from '../surveys/publicSurvey.ts'
import { surveyKind } from '../surveys/publishSurvey.ts'
import { tablesByKind } from './dictionary.ts'

function ofRound({ methods, coverage, limitations, format }: PublicRound): MethodFacts {
  const { assessed, expected, carriedForward, notAssessed } = coverage
  const part = (lang: 'pt' | 'en') => printPercent((100 * assessed) / Math.max(1, expected), lang)
  return {
    method: methods.map(({ method, individuals }) => ({
      pt: `${methodLabels[method].pt}: ${printCount(individuals, 'pt')}`,
      en: `${methodLabels[method].en}: ${printCount(individuals, 'en')}`,
    })),
    coverage:
      expected === 0
        ? []
        : [
            {
              pt: `Visitados ${printNumber(assessed, 'pt')} de ${printNumber(expected, 'pt')} lugares (${part('pt')}); número mantido em ${printNumber(carriedForward, 'pt')}; não visitados ${printNumber(notAssessed, 'pt')}.`,
              en: `Visited: ${printNumber(assessed, 'en')} of ${printNumber(expected, 'en')} places (${part('en')}); figure carried forward in ${printNumber(carriedForward, 'en')}; not visited: ${printNumber(notAssessed, 'en')}.`,
            },
          ],
    limits: limitations,
    version: format,
  }
}

function ofFlows({ points, limitations, format }: PublicFlows): MethodFacts {
  const watched = points.filter(({ sessions }) => sessions > 0)
  const hours = watched.reduce((sum, point) => sum + point.hours, 0)
  const estimated = watched.filter(({ method }) => method === 'extrapolated').length
  return {
    method: [
      {
        pt: `Pontos com estimativa a partir das horas observadas: ${printNumber(estimated, 'pt')} de ${printNumber(watched.length, 'pt')}.`,
        en: `Points with an estimate from the hours watched: ${printNumber(estimated, 'en')} of ${printNumber(watched.length, 'en')}.`,
      },
    ],
    coverage: [
      {
        pt: `Pontos observados: ${printNumber(watched.length, 'pt')} de ${printNumber(points.length, 'pt')}, durante ${printNumber(hours, 'pt', 1)} horas.`,
        en: `Points watched: ${printNumber(watched.length, 'en')} of ${printNumber(points.length, 'en')}, for ${printNumber(hours, 'en', 1)} hours.`,
      },
    ],
    limits: limitations,
    version: format,
  }
}

const ofSurvey = ({ method, limitations, engine, format }: PublicSurvey): MethodFacts => ({
  method: method.pt.map((pt, i) => ({ pt, en: method.en[i] ?? pt })),
  coverage: [],
  limits: limitations,
  version: `${format}, ${engine}`,
})

const ofAlert = ({ limitations, format }: PublicAlert): MethodFacts => ({
  method: [],
  coverage: [],
  limits: limitations,
  version: format,
})

export const productKinds: readonly ProductKind[] = [
  { kind: roundKind, tables: tablesByKind[roundKind], method: ofRound, facts: narrativeFacts },
  { kind: flowKind, tables: tablesByKind[flowKind], method: ofFlows },
  { kind: surveyKind, tables: tablesByKind[surveyKind], method: ofSurvey },
  { kind: alertKind, tables: tablesByKind[alertKind], method: ofAlert },
]
