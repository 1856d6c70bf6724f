/**
 * The sentences and the message of an alert, made from its figures; and the facts against which an officer's own sentences are held. A figure of events and
 * one of a round never become one number: a text that adds them is refused by name.
 */

import { type Count, isKnown } from '../../../engines/count.ts'
import { type Figure, lint, type NarrativeFacts } from '../../../engines/narrative/index.ts'
import { type Bilingual, type Language, type Refusal, refuse } from '../../../kernel/index.ts'
import { formFor, printDate, printDateRange, printList, printNumber } from '../../../kernel/publishing.ts'
import type { PublicRound } from '../publicRound.ts'
import { reasonLabel } from '../reports/codeWords.ts'
import { alertWords } from './alertWords.ts'
import type { Draft, PublicAlert, PublicLine, PublicSum } from './publicAlert.ts'

export const when = ({ periodFrom, periodTo }: Draft, lang: Language): string =>
  periodFrom === periodTo ? printDate(periodFrom, lang) : printDateRange(periodFrom, periodTo, lang)

const people: Record<Language, (printed: string) => string> = {
  pt: (n) => `${n} ${formFor(n, 'pessoa', 'pessoas')}`,
  en: (n) => `${n} ${formFor(n, 'person', 'people')}`,
}
const households: Record<Language, (printed: string) => string> = {
  pt: (n) => `${n} ${formFor(n, 'agregado', 'agregados')}`,
  en: (n) => `${n} ${formFor(n, 'household', 'households')}`,
}

/** `at least 460 people in 92 households`; null where not even a part is known or printed. */
function sizeOf({ individuals, unsized, households: homes, withoutHouseholds }: PublicSum, lang: Language): string | null {
  if (!isKnown(individuals)) return null
  const atLeast = unsized > 0 ? `${alertWords[lang].atLeast} ` : ''
  const inHomes = isKnown(homes) && withoutHouseholds === 0 ? ` (${households[lang](printNumber(homes, lang))})` : ''
  return `${atLeast}${people[lang](printNumber(individuals, lang))}${inHomes}`
}

const fromTo = ({ fromName, toName }: PublicLine, lang: Language): string => {
  const said = lang === 'pt' ? { from: 'de', to: 'para' } : { from: 'from', to: 'to' }
  const unknown = lang === 'pt' ? 'lugar não conhecido' : 'a place that is not known'
  return `${said.from} ${fromName ?? unknown} ${said.to} ${toName ?? unknown}`
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

function sentencesOf(alert: Draft, lang: Language): string[] {
  const said = alert.sums.flatMap((sum) => {
    const size = sizeOf(sum, lang)
    const { did, many } = alertWords[lang].kinds[sum.kind]
    if (size === null)
      return [
        lang === 'pt' ? `${many}: o número de pessoas não é conhecido ou não se publica.` : `${many}: the number of people is not known or not published.`,
      ]
    return [`${capital(size)} ${did} (${when(alert, lang)}).`]
  })
  const lines = alert.lines.filter(({ individuals }) => isKnown(individuals)).slice(0, 3)
  const where = lines.map((line) => `${people[lang](printNumber(Number(line.individuals), lang))} ${fromTo(line, lang)}`)
  return where.length > 1 ? [...said, `${lang === 'pt' ? 'Maiores movimentos' : 'Largest movements'}: ${printList(where, lang)}.`] : said
}

export const writeAlert = (alert: Draft): Bilingual => ({ pt: sentencesOf(alert, 'pt').join(' '), en: sentencesOf(alert, 'en').join(' ') })

/** For SMS and messenger: who, how many, from where to where, when, why; always with the source and the warning. */
export function messageOf(alert: PublicAlert, lang: Language, address: string | null): string {
  const words = alertWords[lang]
  const said = alert.sums.map((sum) => {
    const size = sizeOf(sum, lang)
    if (size === null) return words.kinds[sum.kind].notPrinted
    const largest = alert.lines.find(({ kind, individuals }) => kind === sum.kind && isKnown(individuals) && individuals > 0)
    const places = alert.lines.filter(({ kind }) => kind === sum.kind).length
    const where = largest ? ` ${places > 1 ? `${words.mainly} ` : ''}${fromTo(largest, lang)}` : ''
    return `${size} ${words.kinds[sum.kind].did}${where}`
  })
  const why = alert.reasons[0] ? ` ${reasonLabel(alert.reasons[0].code, lang)}.` : ''
  const demo = alert.demonstration ? `${words.demonstration}. ` : ''
  return `${demo}${words.number(alert.number).toUpperCase()} ${alert.operation.name}: ${said.join('; ')}. ${capital(when(alert, lang))}.${why} ${words.notAdded} ${alert.credit}.${address ? ` ${address}` : ''}`
}

const kindWords: Record<PublicSum['kind'], string[]> = {
  arrival: ['arriv', 'chegada', 'chegou', 'chegaram'],
  departure: ['depart', 'left', 'leav', 'saida', 'saiu', 'sairam', 'fugiram', 'fled'],
  return: ['return', 'regress'],
  transit: ['transit', 'pass'],
}

const figure = (id: string, value: Count, rest: Omit<Figure, 'id' | 'value'>): Figure[] => (isKnown(value) ? [{ id, value, ...rest }] : [])

function factsOf(alert: Draft): NarrativeFacts {
  const round = { current: null, previous: null, rounds: [] }
  const figures = [
    ...alert.sums.flatMap(({ kind, individuals, households: homes, movements }) => {
      const lines = alert.lines.filter((line) => line.kind === kind)
      const average = isKnown(individuals) && lines.length > 1 ? individuals / lines.length : null
      return [
        ...figure(`${kind}, pessoas / people`, individuals, { unit: 'individuals', words: kindWords[kind] }),
        ...figure(`${kind}, agregados / households`, homes, { unit: 'households', words: kindWords[kind] }),
        ...figure(`${kind}, movimentos / movements`, movements, { unit: 'places', words: ['movement', 'movimento'] }),
        ...(average === null ? [] : figure(`${kind}, média / average`, average, { unit: 'individuals', statistic: 'average' })),
      ]
    }),
    ...alert.lines.flatMap(({ fromName, toName, individuals, households: homes }) => {
      const place = [fromName, toName].flatMap((name) => (name ? [name, name.replace(/^(?:Cidade|Distrito|Vila) d[aeo] /, '')] : []))
      const id = `${fromName ?? '?'} → ${toName ?? '?'}`
      if (place.length === 0) return []
      return [
        ...figure(`${id}, pessoas / people`, individuals, { unit: 'individuals', place }),
        ...figure(`${id}, agregados / households`, homes, { unit: 'households', place }),
      ]
    }),
    ...alert.vulnerabilities.flatMap(({ code, label, individuals }) =>
      figure(label.pt === label.en ? code : `${label.pt} / ${label.en}`, individuals, { unit: 'individuals', words: [label.pt, label.en] }),
    ),
  ]
  const days = [alert.periodFrom, alert.periodTo, alert.lastReport.slice(0, 10)]
  return {
    ...round,
    figures,
    dates: days.map((date) => ({ date })),
    periods: [[alert.periodFrom, alert.periodTo]],
    names: [alert.operation.name, alertWords.pt.number(alert.number), alertWords.en.number(alert.number)],
  }
}

/** People whom the newest round of the operation counted, in all and by area: what somebody might add an event to. */
export type RoundFigures = readonly number[]
export const roundFigures = (round: PublicRound | null): RoundFigures =>
  round ? [round.totals.individuals, ...round.areas.map(({ individuals }) => individuals)].filter(isKnown) : []

const numberIn = (said: string): number => Number(said.replace(/[^\d]/g, ''))

/** Every sentence that does not follow from the figures; one that adds events to a round is told so. */
export function lintAlert(alert: Draft, text: Bilingual, rounds: RoundFigures): Record<Language, Refusal[]> {
  const facts = factsOf(alert)
  const events = [...alert.sums, ...alert.lines].flatMap(({ individuals }) => (isKnown(individuals) && individuals > 0 ? [individuals] : []))
  const sums = new Set(rounds.flatMap((stock) => events.flatMap((event) => [stock + event, stock - event])))
  const of = (lang: Language) =>
    lint(text[lang], lang, facts).map(({ code, facts: about }) =>
      sums.has(numberIn(about.said)) ? refuse('figure.mixes-event-and-round', { sentence: about.sentence, said: about.said }) : refuse(code, about),
    )
  return { pt: of('pt'), en: of('en') }
}
