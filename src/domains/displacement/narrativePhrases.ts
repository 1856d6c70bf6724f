/** The sentences of a round's text, side by side in Portuguese and English. They take figures already printed, so none can keep an old number. */

import type { Language } from '../../kernel/index.ts'
import { formFor } from '../../kernel/publishing.ts'
import type { PublicRound } from './publicRound.ts'

type Level = PublicRound['round']['unitLevel']
type Unit = 'individuals' | 'households'
type About = { country: string; round: string; assessment: string; date: string }
type Places = { n: number; printed: string; level: Level; unit: Unit; round: string }

const ptLevels: Record<Level, { one: string; many: string; ending: 'o' | 'a' }> = {
  district: { one: 'distrito', many: 'distritos', ending: 'o' },
  posto: { one: 'posto administrativo', many: 'postos administrativos', ending: 'o' },
  locality: { one: 'localidade', many: 'localidades', ending: 'a' },
  site: { one: 'local', many: 'locais', ending: 'o' },
}
const enLevels: Record<Level, { one: string; many: string }> = {
  district: { one: 'district', many: 'districts' },
  posto: { one: 'administrative post', many: 'administrative posts' },
  locality: { one: 'locality', many: 'localities' },
  site: { one: 'site', many: 'sites' },
}

const ptUnit = (printed: string, unit: Unit): string =>
  unit === 'individuals' ? formFor(printed, 'pessoa', 'pessoas') : formFor(printed, 'agregado', 'agregados')
const enUnit = (printed: string, unit: Unit): string =>
  unit === 'individuals' ? formFor(printed, 'person', 'people') : formFor(printed, 'household', 'households')
const ptSubjects: Record<Unit, string> = { individuals: 'pessoas deslocadas', households: 'agregados deslocados' }
const enSubjects: Record<Unit, string> = { individuals: 'displaced people', households: 'displaced households' }

const ptPlaces = (n: number, level: Level): string => (n === 1 ? ptLevels[level].one : ptLevels[level].many)
const enPlaces = (n: number, level: Level): string => (n === 1 ? enLevels[level].one : enLevels[level].many)
/** The bent ending: `a`, `as`, `o`, `os`. */
const end = (n: number, level: Level): string => ptLevels[level].ending + (n === 1 ? '' : 's')

const ptHead = ({ country, round, assessment }: About): string => `${country}, ronda ${round} (${assessment}):`
const enHead = ({ country, round, assessment }: About): string => `${country}, round ${round} (${assessment}):`

const pt = {
  total: (f: About & { people: string; households: string }) =>
    `${ptHead(f)} ${f.people} pessoas deslocadas em ${f.households} agregados familiares, com dados de ${f.date}.`,
  totalWithoutHouseholds: {
    unknown: (f: About & { people: string }) =>
      `${ptHead(f)} ${f.people} pessoas deslocadas, com dados de ${f.date}; o número de agregados familiares não é conhecido.`,
    withheld: (f: About & { people: string }) =>
      `${ptHead(f)} ${f.people} pessoas deslocadas, com dados de ${f.date}; o número de agregados familiares não é publicado, para que ninguém possa ser identificado.`,
  },
  totalSilent: {
    unknown: (f: About) => `${ptHead(f)} o número de pessoas deslocadas não é conhecido.`,
    withheld: (f: About) => `${ptHead(f)} o número de pessoas deslocadas não é publicado, para que ninguém possa ser identificado.`,
  },
  householdSize: (size: string) => `Em média, há ${size} pessoas por agregado familiar.`,
  noList: 'Esta ronda não tem lista de lugares por visitar.',
  onDay: (day: string) => `em ${day}`,
  fromTo: (from: string, to: string) => `de ${from} a ${to}`,
  visited: (f: { assessed: number; of: string; list: string; level: Level; when: string }) =>
    `${f.assessed === 1 ? 'Foi' : 'Foram'} visitad${end(f.assessed, f.level)} ${f.of} d${ptLevels[f.level].ending}s ${f.list} ${ptLevels[f.level].many} da lista, ${f.when}.`,
  notVisited: (f: { n: number; printed: string; level: Level }) =>
    `${f.printed} ${ptPlaces(f.n, f.level)} não ${f.n === 1 ? 'foi' : 'foram'} visitad${end(f.n, f.level)}.`,
  carried: (f: { n: number; printed: string; level: Level; people: string | null }) =>
    `${f.printed} ${ptPlaces(f.n, f.level)} ${f.n === 1 ? 'tem' : 'têm'} números mantidos de uma ronda anterior${f.people ? `, com ${f.people} pessoas` : ''}.`,
  firstRound: 'É a primeira ronda publicada desta operação: ainda não há com que comparar.',
  notComputable: (round: string) => `A mudança desde a ronda ${round}, nos mesmos lugares, não é calculável.`,
  nothingInCommon: (round: string) => `Nenhum lugar pode ser comparado desde a ronda ${round}: não há mudança a indicar.`,
  unchanged: (f: Places) =>
    `N${end(f.n, f.level)} ${f.printed} ${ptPlaces(f.n, f.level)} visitad${end(f.n, f.level)} nas duas rondas, o número de ${ptSubjects[f.unit]} é o mesmo desde a ronda ${f.round}.`,
  changed: (f: Places & { rose: boolean; amount: string; percent: string }) =>
    `N${end(f.n, f.level)} ${f.printed} ${ptPlaces(f.n, f.level)} visitad${end(f.n, f.level)} nas duas rondas, o número de ${ptSubjects[f.unit]} ${f.rose ? 'aumentou' : 'diminuiu'} ${f.amount}${f.percent} desde a ronda ${f.round}.`,
  newlyCovered: (f: Places & { amount: string }) =>
    `${f.printed} ${ptPlaces(f.n, f.level)} nov${end(f.n, f.level)} na cobertura ${f.n === 1 ? 'tem' : 'têm'} ${f.amount} ${ptUnit(f.amount, f.unit)}; isto não é deslocamento novo.`,
  noLongerCovered: (f: Places & { amount: string }) =>
    `${f.printed} ${ptPlaces(f.n, f.level)} que ${f.n === 1 ? 'saiu' : 'saíram'} da cobertura ${f.n === 1 ? 'tinha' : 'tinham'} ${f.amount} ${ptUnit(f.amount, f.unit)} na ronda ${f.round}.`,
  carriedChange: (f: Places & { difference: string | null }) =>
    f.difference
      ? `${f.printed} ${ptPlaces(f.n, f.level)} com números mantidos ${f.n === 1 ? 'explica' : 'explicam'} uma diferença de ${f.difference} ${ptUnit(f.difference, f.unit)}.`
      : `${f.printed} ${ptPlaces(f.n, f.level)} com números mantidos não ${f.n === 1 ? 'altera' : 'alteram'} o total.`,
  raw: (f: { difference: string; unit: Unit; round: string }) =>
    `A diferença simples em relação à ronda ${f.round} é de ${f.difference} ${ptUnit(f.difference, f.unit)}; não deve ser lida como deslocamento novo.`,
  largest: (level: 1 | 2, list: string) => `${level === 2 ? 'Distritos' : 'Províncias'} com maior número de pessoas deslocadas: ${list}.`,
  people: (printed: string) => `${printed} pessoas`,
  reasons: (list: string) => `Motivos indicados: ${list}.`,
  women: (share: string) => `As mulheres e raparigas são ${share} das pessoas deslocadas.`,
  methods: (list: string) => `Como se contou: ${list}.`,
  waiting: (office: string) => `Aguarda a validação de ${office}.`,
  endorsed: (office: string, date: string) => `Validado por ${office} em ${date}, sem reservas.`,
  endorsedWithReservations: (office: string, date: string, places: string) =>
    `Validado por ${office} em ${date}, com reservas${places ? ` sobre: ${places}` : ''}.`,
}

export type Phrases = typeof pt

const en: Phrases = {
  total: (f) => `${enHead(f)} ${f.people} displaced people in ${f.households} households, with data of ${f.date}.`,
  totalWithoutHouseholds: {
    unknown: (f) => `${enHead(f)} ${f.people} displaced people, with data of ${f.date}; the number of households is not known.`,
    withheld: (f) =>
      `${enHead(f)} ${f.people} displaced people, with data of ${f.date}; the number of households is not published, so that nobody can be singled out.`,
  },
  totalSilent: {
    unknown: (f) => `${enHead(f)} the number of displaced people is not known.`,
    withheld: (f) => `${enHead(f)} the number of displaced people is not published, so that nobody can be singled out.`,
  },
  householdSize: (size) => `On average, there are ${size} people per household.`,
  noList: 'This round has no list of places to visit.',
  onDay: (day) => `on ${day}`,
  fromTo: (from, to) => `from ${from} to ${to}`,
  visited: (f) => `${f.of} of the ${f.list} ${enLevels[f.level].many} on the list ${f.assessed === 1 ? 'was' : 'were'} visited, ${f.when}.`,
  notVisited: (f) => `${f.printed} ${enPlaces(f.n, f.level)} ${f.n === 1 ? 'was' : 'were'} not visited.`,
  carried: (f) =>
    `${f.printed} ${enPlaces(f.n, f.level)} ${f.n === 1 ? 'has' : 'have'} figures carried forward from an earlier round${f.people ? `, with ${f.people} people` : ''}.`,
  firstRound: 'This is the first published round of this operation: there is nothing to compare it with yet.',
  notComputable: (round) => `The change since round ${round}, over the same places, is not computable.`,
  nothingInCommon: (round) => `No place can be compared since round ${round}: there is no change to report.`,
  unchanged: (f) =>
    `In the ${f.printed} ${enPlaces(f.n, f.level)} visited in both rounds, the number of ${enSubjects[f.unit]} is the same since round ${f.round}.`,
  changed: (f) =>
    `In the ${f.printed} ${enPlaces(f.n, f.level)} visited in both rounds, the number of ${enSubjects[f.unit]} ${f.rose ? 'rose' : 'fell'} by ${f.amount}${f.percent} since round ${f.round}.`,
  newlyCovered: (f) =>
    `${f.printed} ${enPlaces(f.n, f.level)} new in the coverage ${f.n === 1 ? 'holds' : 'hold'} ${f.amount} ${enUnit(f.amount, f.unit)}; this is not new displacement.`,
  noLongerCovered: (f) => `${f.printed} ${enPlaces(f.n, f.level)} that left the coverage had ${f.amount} ${enUnit(f.amount, f.unit)} in round ${f.round}.`,
  carriedChange: (f) =>
    f.difference
      ? `${f.printed} ${enPlaces(f.n, f.level)} with figures carried forward ${f.n === 1 ? 'accounts' : 'account'} for a difference of ${f.difference} ${enUnit(f.difference, f.unit)}.`
      : `${f.printed} ${enPlaces(f.n, f.level)} with figures carried forward ${f.n === 1 ? 'leaves' : 'leave'} the total as it was.`,
  raw: (f) => `The plain difference from round ${f.round} is ${f.difference} ${enUnit(f.difference, f.unit)}; it must not be read as new displacement.`,
  largest: (level, list) => `${level === 2 ? 'Districts' : 'Provinces'} with most displaced people: ${list}.`,
  people: (printed) => `${printed} people`,
  reasons: (list) => `Reasons given: ${list}.`,
  women: (share) => `Women and girls are ${share} of displaced people.`,
  methods: (list) => `How people were counted: ${list}.`,
  waiting: (office) => `Waiting for the endorsement of ${office}.`,
  endorsed: (office, date) => `Endorsed by ${office} on ${date}, without reservations.`,
  endorsedWithReservations: (office, date, places) => `Endorsed by ${office} on ${date}, with reservations${places ? ` on: ${places}` : ''}.`,
}

export const narrativePhrases: Record<Language, Phrases> = { pt, en }
