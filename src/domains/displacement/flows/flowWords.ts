/** The words of a flow bulletin in both languages, and its sentences made from its figures. */

import { isKnown } from '../../../engines/count.ts'
import { formFor, printCount, printNumber } from '../../../kernel/publishing.ts'
import type { Language } from '../../../kernel/shared.ts'
import type { Interviews } from './interviews.ts'
import type { PublicFlows } from './publicFlows.ts'
import type { Season } from './season.ts'

const pt = {
  bulletin: 'Boletim de fluxos',
  kinds: { week: 'Semana', month: 'Mês' },
  people: 'Passagens vistas',
  peopleShort: 'Passagens',
  points: 'Pontos',
  point: 'Ponto',
  watched: 'Horas observadas',
  perHour: 'Por hora observada',
  coverage: 'Parte das horas abertas',
  estimate: 'Estimativa do período',
  status: 'Situação',
  statuses: { open: 'aberto', partial: 'aberto em parte', closed: 'fechado' },
  notWatched: 'não observado',
  notAdded: 'mesmo corredor que outro ponto: não somado',
  matrix: 'De onde para onde',
  from: 'De',
  to: 'Para',
  directions: 'Sentido',
  reasons: 'Motivos',
  who: 'Quem passou',
  limits: 'O que estes números não dizem',
  source: 'Fonte',
  licence: 'Licença',
  hash: 'Impressão digital dos dados',
  uncounted: (n: number) => (n === 1 ? 'mais 1 grupo sem número' : `mais ${printNumber(n, 'pt')} grupos sem número`),
  map: 'Mapa dos fluxos',
  mapHow: 'A largura é o número de passagens. «?» é uma ponta que ninguém soube dizer, com o seu número. Fluxos retidos não estão no mapa.',
  mapOutside: 'Sem lugar no mapa',
  mapNone: 'Nenhum fluxo deste período tem um número que se possa desenhar.',
  schematic: 'Limites esquemáticos',
  unknownMark: '? não se sabe',
  rate: 'Passagens por hora observada',
  rateOf: (rate: string, hours: string) => `${rate} por hora, em ${hours} horas de observação nos pontos que se somam.`,
  interviews: 'O que disseram os viajantes',
  interviewed: (n: string) => `Aceitaram responder ${n} ${formFor(n, 'pessoa', 'pessoas')}. Não são uma amostra: são os que passaram e quiseram falar.`,
  interviewsFew: 'Responderam tão poucas pessoas que nada se mostra.',
  interviewsNone: 'Ninguém foi entrevistado neste período.',
  answer: 'Resposta',
  answers: 'Respostas',
  season: 'Época do ano',
  seasonShown: (years: number, known: number, steps: number) =>
    `De ${printNumber(years, 'pt')} anos inteiros; ${printNumber(known, 'pt')} de ${printNumber(steps, 'pt')} períodos com observação. 100 % é o habitual, em passagens por hora observada, sem a tendência.`,
  seasonNotYet: (known: number, needed: number) =>
    `Ainda não chega: são precisos dois anos inteiros (${printNumber(needed, 'pt')} períodos) e há ${printNumber(known, 'pt')} com observação. Antes disso uma colheita podia parecer uma crise.`,
  seasonGaps: (known: number, steps: number) =>
    `Há falhas: ${printNumber(known, 'pt')} de ${printNumber(steps, 'pt')} períodos com observação, e numa época do ano nunca se observou o bastante para a comparar.`,
  seasonWithheld: 'Retida: num dos períodos passaram tão poucas pessoas que se poderia saber quem.',
  seasonTime: { week: 'Semana', month: 'Mês' },
  seasonPercent: 'Do habitual',
  extrapolated: 'Uma estimativa supõe que as horas não observadas foram como as observadas.',
}
type Worded = typeof pt

const en: Worded = {
  bulletin: 'Flow bulletin',
  kinds: { week: 'Week', month: 'Month' },
  people: 'Passages seen',
  peopleShort: 'Passages',
  points: 'Points',
  point: 'Point',
  watched: 'Hours watched',
  perHour: 'Per hour watched',
  coverage: 'Share of open hours',
  estimate: 'Estimate for the period',
  status: 'Status',
  statuses: { open: 'open', partial: 'partly open', closed: 'closed' },
  notWatched: 'not watched',
  notAdded: 'same corridor as another point: not added',
  matrix: 'From where to where',
  from: 'From',
  to: 'To',
  directions: 'Direction',
  reasons: 'Reasons',
  who: 'Who passed',
  limits: 'What these figures do not say',
  source: 'Source',
  licence: 'Licence',
  hash: 'Fingerprint of the data',
  uncounted: (n) => (n === 1 ? 'and 1 group without a number' : `and ${printNumber(n, 'en')} groups without a number`),
  map: 'Map of the flows',
  mapHow: 'The width is the number of passages. “?” is an end that nobody could say, with its number. Withheld flows are not on the map.',
  mapOutside: 'Without a place on the map',
  mapNone: 'No flow of this period has a figure that can be drawn.',
  schematic: 'Schematic boundaries',
  unknownMark: '? not known',
  rate: 'Passages per hour watched',
  rateOf: (rate, hours) => `${rate} per hour, in ${hours} hours of watching at the points that are added.`,
  interviews: 'What travellers said',
  interviewed: (n) => `${n} ${formFor(n, 'person', 'people')} agreed to answer. They are no sample: they are those who passed and wished to speak.`,
  interviewsFew: 'So few people answered that nothing is shown.',
  interviewsNone: 'Nobody was interviewed in this period.',
  answer: 'Answer',
  answers: 'Answers',
  season: 'Time of the year',
  seasonShown: (years, known, steps) =>
    `From ${printNumber(years, 'en')} whole years; ${printNumber(known, 'en')} of ${printNumber(steps, 'en')} periods were watched. 100 % is the usual, in passages per hour watched, without the trend.`,
  seasonNotYet: (known, needed) =>
    `Not enough yet: two whole years (${printNumber(needed, 'en')} periods) are needed and ${printNumber(known, 'en')} were watched. Before that a harvest could look like a crisis.`,
  seasonGaps: (known, steps) =>
    `There are gaps: ${printNumber(known, 'en')} of ${printNumber(steps, 'en')} periods were watched, and one time of the year never enough to compare it.`,
  seasonWithheld: 'Withheld: in one of the periods so few people passed that somebody could be told.',
  seasonTime: { week: 'Week', month: 'Month' },
  seasonPercent: 'Of the usual',
  extrapolated: 'An estimate supposes that hours not watched were like those watched.',
}

/** The one sentence before a table, or in its place: page and report say the same. */
const saidIn = (words: Worded, lang: Language) => ({
  seasonSaid: (season: Season): string => {
    if (season.state === 'shown') return words.seasonShown(season.years, season.known, season.steps)
    if (season.state === 'not-yet') return words.seasonNotYet(season.known, season.needed)
    return season.state === 'gaps' ? words.seasonGaps(season.known, season.steps) : words.seasonWithheld
  },
  seasonCalled: (period: 12 | 52, time: number): string =>
    period === 52
      ? String(time)
      : new Intl.DateTimeFormat(lang === 'pt' ? 'pt' : 'en-GB', { month: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2024, time - 1, 1))),
  interviewsSaid: ({ n, tables }: Interviews): string =>
    n === 0 ? words.interviewsNone : tables.length === 0 ? words.interviewsFew : words.interviewed(printCount(n, lang)),
})

export type FlowWords = Worded & ReturnType<typeof saidIn>
export const flowWords: Record<Language, FlowWords> = { pt: { ...pt, ...saidIn(pt, 'pt') }, en: { ...en, ...saidIn(en, 'en') } }

type Told = Pick<PublicFlows, 'points' | 'people' | 'cells'>

export function flowNarrative({ points, people, cells }: Told, lang: Language): string {
  const watched = points.filter(({ sessions, counted }) => sessions > 0 && counted)
  const hours = printNumber(
    watched.reduce((sum, point) => sum + point.hours, 0),
    lang,
    1,
  )
  const seen = printCount(people, lang)
  const n = printNumber(watched.length, lang)
  const missing = points.filter(({ sessions }) => sessions === 0).length
  const largest = cells.filter((cell) => isKnown(cell.people) && cell.from !== null && cell.to !== null).sort((a, b) => Number(b.people) - Number(a.people))[0]
  if (lang === 'pt') {
    const first = isKnown(people)
      ? `${seen} ${formFor(seen, 'passagem vista', 'passagens vistas')} em ${n} ${formFor(n, 'ponto', 'pontos')}, em ${hours} horas de observação.`
      : `Observação em ${n} ${formFor(n, 'ponto', 'pontos')}, durante ${hours} horas; o número de passagens não se publica.`
    const most = largest ? ` O maior fluxo foi de ${largest.fromName.pt} para ${largest.toName.pt}: ${printCount(largest.people, lang)}.` : ''
    const silent =
      missing > 0
        ? ` ${printNumber(missing, lang)} ${formFor(String(missing), 'ponto não foi observado e não tem', 'pontos não foram observados e não têm')} número.`
        : ''
    return first + most + silent
  }
  const first = isKnown(people)
    ? `${seen} ${formFor(seen, 'passage was', 'passages were')} seen at ${n} ${formFor(n, 'point', 'points')} in ${hours} hours of watching.`
    : `${n} ${formFor(n, 'point was', 'points were')} watched for ${hours} hours; the number of passages is not published.`
  const most = largest ? ` The largest flow was from ${largest.fromName.en} to ${largest.toName.en}: ${printCount(largest.people, lang)}.` : ''
  const silent =
    missing > 0
      ? ` ${printNumber(missing, lang)} ${formFor(String(missing), 'point was not watched and has', 'points were not watched and have')} no figure.`
      : ''
  return first + most + silent
}
