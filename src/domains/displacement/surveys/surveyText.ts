/** The sentences of a published survey, made from its facts: the first ones, and the method from frame to weights. */

import type { Bilingual } from '../../../kernel/index.ts'
import { formFor, printDateRange, printList, printNumber, printPercent } from '../../../kernel/publishing.ts'
import type { Language } from '../../../kernel/shared.ts'
import type { PublicSurvey } from './publicSurvey.ts'

export const unknownGroup: Bilingual = { pt: 'Não disse', en: 'Did not say' }

type Told = Omit<PublicSurvey, 'narrative' | 'method'>

export const percentOf = (part: number, lang: Language): string => printPercent(100 * part, lang)

export function surveyNarrative({ response, from, to, population, lines }: Told, lang: Language): string {
  const n = printNumber(response.visited, lang)
  const days = printDateRange(from, to, lang)
  // The largest share of the first distribution, with its interval: the sentence that everybody will quote.
  const first = lines.find(({ statistic, figures }) => statistic === 'share' && figures.some(({ answer }) => answer !== null))
  const most = first?.figures
    .filter(({ breakdown, value, low, high }) => breakdown === null && value !== null && low !== null && high !== null)
    .sort((a, b) => b.value! - a.value!)[0]
  const largest = most?.answerLabel && {
    answer: most.answerLabel[lang],
    value: percentOf(most.value!, lang),
    low: percentOf(most.low!, lang),
    high: percentOf(most.high!, lang),
  }
  if (lang === 'pt') {
    const asked = `${n} ${formFor(n, 'resposta', 'respostas')} de ${population.pt.toLowerCase()}, ${days}.`
    return largest ? `${asked} ${first!.label.pt}: “${largest.answer}” ${largest.value} (${largest.low} a ${largest.high}).` : asked
  }
  const asked = `${n} ${formFor(n, 'answer', 'answers')} of ${population.en.toLowerCase()}, ${days}.`
  return largest ? `${asked} ${first!.label.en}: "${largest.answer}" ${largest.value} (${largest.low} to ${largest.high}).` : asked
}

const kinds = {
  simple: { pt: 'amostra aleatória simples', en: 'simple random sample' },
  stratified: { pt: 'amostra aleatória estratificada', en: 'stratified random sample' },
  cluster: { pt: 'amostra de conglomerados inteiros', en: 'sample of whole clusters' },
  twoStage: { pt: 'amostra em duas etapas, conglomerados com igual probabilidade', en: 'two-stage sample, clusters with equal chance' },
  pps: { pt: 'amostra em duas etapas, conglomerados com probabilidade proporcional ao tamanho', en: 'two-stage sample, clusters drawn in proportion to size' },
} as const
const frames = {
  places: { pt: 'lugares de uma ronda congelada', en: 'places of a frozen round' },
  sites: { pt: 'centros de uma ronda congelada', en: 'sites of a frozen round' },
  list: { pt: 'uma lista de agregados', en: 'a list of households' },
} as const
const margins: Record<string, Bilingual> = { stratum: { pt: 'estrato', en: 'stratum' }, setting: { pt: 'onde vivem', en: 'setting' } }

/** The whole fingerprint stands in the data. */
const shortened = (text: string): string => text.replace(/([0-9a-f]{16})[0-9a-f]{48}/g, '$1…')

type Method = Told & { lonely: readonly string[] }

function inPortuguese({ frame, draw, response, weights, lines, lonely, engine, languages, minimum }: Method): string[] {
  const { plan } = draw
  const many = (n: number) => printNumber(n, 'pt')
  const inside =
    plan.kind === 'simple' || plan.kind === 'stratified' || plan.kind === 'cluster' ? '' : `, ${many(plan.perCluster)} agregados em cada conglomerado`
  const late = lines.filter(({ afterAnswers }) => afterAnswers)
  return [
    `Desenho: ${kinds[plan.kind].pt}${inside}. Entrevistas em ${languages}.`,
    `Base: ${frames[frame.kind].pt} (${shortened(frame.source)}), ${many(frame.unitCount)} unidades com ${many(frame.households)} agregados; impressão digital ${shortened(draw.hash)}.${frame.withoutSize > 0 ? ` ${many(frame.withoutSize)} ${formFor(many(frame.withoutSize), 'lugar sem número de agregados não pôde ser sorteado', 'lugares sem número de agregados não puderam ser sorteados')}.` : ''}`,
    draw.method === 'given'
      ? 'A amostra foi sorteada fora deste sistema e aqui conferida com a base.'
      : `Sorteio ${many(draw.number)}, semente “${draw.seed}” (gerador sfc32): quem tiver a base tira a mesma amostra.`,
    ...draw.setAside.map(({ number, seed, reason }) => `O sorteio ${many(number)} (semente “${seed ?? '—'}”) foi posto de lado: ${reason}.`),
    `Responderam ${many(response.visited)}${response.rate === null ? '' : `; taxa de resposta dos sorteados em primeiro lugar ${percentOf(response.rate, 'pt')}`}${response.replacements > 0 ? `; ${many(response.replacements)} ${formFor(many(response.replacements), 'veio', 'vieram')} da reserva, na ordem do sorteio` : ''}.`,
    `Ponderadores: inverso da probabilidade${weights.nonresponse === 'none' ? ', sem ajuste às não-respostas' : weights.nonresponse === 'cluster' ? ', ajustados às não-respostas em cada conglomerado' : ', ajustados às não-respostas em cada estrato'}${
      weights.fitted.length > 0
        ? `, e acertados aos agregados da ronda por ${printList(
            weights.fitted.map((name) => margins[name]!.pt),
            'pt',
          )}`
        : ''
    }. Vão de ${printNumber(weights.least, 'pt', 1)} a ${printNumber(weights.largest, 'pt', 1)} e somam ${printNumber(weights.sum, 'pt')}.`,
    `Erros por linearização com o desenho inteiro; intervalos de 95 % (${plan.kind === 'simple' && weights.fitted.length === 0 ? 'Wilson' : 'logit'} para as proporções, t para médias e totais, Woodruff para a mediana). Motor ${engine}.`,
    `Retêm-se grupos com menos de ${many(minimum)} respostas, contagens pequenas e o que as revelaria.`,
    ...(lonely.length > 0 ? [`Com um só conglomerado, o erro destes estratos mede-se à média geral: ${printList([...lonely], 'pt')}.`] : []),
    ...late.map(({ label, reason }) => `“${label.pt}” entrou no plano, ou mudou, depois das respostas: ${reason}.`),
  ]
}

function inEnglish({ frame, draw, response, weights, lines, lonely, engine, languages, minimum }: Method): string[] {
  const { plan } = draw
  const many = (n: number) => printNumber(n, 'en')
  const inside = plan.kind === 'simple' || plan.kind === 'stratified' || plan.kind === 'cluster' ? '' : `, ${many(plan.perCluster)} households in each cluster`
  const late = lines.filter(({ afterAnswers }) => afterAnswers)
  return [
    `Design: ${kinds[plan.kind].en}${inside}. Interviews in ${languages}.`,
    `Frame: ${frames[frame.kind].en} (${shortened(frame.source)}), ${many(frame.unitCount)} units with ${many(frame.households)} households; fingerprint ${shortened(draw.hash)}.${frame.withoutSize > 0 ? ` ${many(frame.withoutSize)} ${formFor(many(frame.withoutSize), 'place', 'places')} without a number of households could not be drawn.` : ''}`,
    draw.method === 'given'
      ? 'The sample was drawn outside this system and held against the frame here.'
      : `Draw ${many(draw.number)}, seed "${draw.seed}" (generator sfc32): whoever has the frame draws the same sample.`,
    ...draw.setAside.map(({ number, seed, reason }) => `Draw ${many(number)} (seed "${seed ?? '—'}") was set aside: ${reason}.`),
    `${many(response.visited)} answered${response.rate === null ? '' : `; response rate of those drawn in the first place ${percentOf(response.rate, 'en')}`}${response.replacements > 0 ? `; ${many(response.replacements)} came from the reserve, in the order drawn` : ''}.`,
    `Weights: inverse of the chance${weights.nonresponse === 'none' ? ', not adjusted for silence' : weights.nonresponse === 'cluster' ? ', adjusted for silence in each cluster' : ', adjusted for silence in each stratum'}${
      weights.fitted.length > 0
        ? `, and fitted to the households of the round by ${printList(
            weights.fitted.map((name) => margins[name]!.en),
            'en',
          )}`
        : ''
    }. They run from ${printNumber(weights.least, 'en', 1)} to ${printNumber(weights.largest, 'en', 1)} and add up to ${printNumber(weights.sum, 'en')}.`,
    `Errors by linearisation over the whole design; 95 % intervals (${plan.kind === 'simple' && weights.fitted.length === 0 ? 'Wilson' : 'logit'} for shares, t for means and totals, Woodruff for the median). Engine ${engine}.`,
    `Groups with fewer than ${many(minimum)} answers, small counts and what would tell them are withheld.`,
    ...(lonely.length > 0 ? [`With one single cluster, the error of these strata is measured to the mean of all: ${printList([...lonely], 'en')}.`] : []),
    ...late.map(({ label, reason }) => `"${label.en}" entered the plan, or changed, after the answers: ${reason}.`),
  ]
}

export const surveyMethod = (told: Method, lang: Language): string[] => (lang === 'pt' ? inPortuguese(told) : inEnglish(told))
