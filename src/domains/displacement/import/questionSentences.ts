/** The questions of the import wizard, grouped by cause, and the answers that it offers; in the order in which a data officer thinks them through. */
import type { Sentences } from '../../../kernel/shared.ts'

/** Keyed by the question's code; `{count}` is the number of cases, each of which shows its own finding. */
export const importQuestions: Sentences = {
  'import.date-order-open': {
    pt: 'Em que ordem estão escritas estas datas?',
    en: 'In which order are these dates written?',
  },
  'import.rounds-proposed': {
    pt: 'O ficheiro não traz números de ronda. Pela ordem das linhas, pelos códigos que se repetem e pelas datas, as rondas são {rounds}. Confirma?',
    en: 'The file has no round numbers. By the order of rows, repeated codes and dates, the rounds are {rounds}. Do you confirm?',
  },
  'import.block-repeats-keys': {
    pt: 'Blocos com datas copiadas de outra ronda: {count}. Ficam em quarentena até que alguém lhes dê as datas certas.',
    en: 'Blocks with dates copied from another round: {count}. They stay in quarantine until somebody gives them their dates.',
  },
  'import.code-reused': {
    pt: 'Códigos dados a sítios diferentes ao longo do tempo: {count}. Entre as rondas {pairs}, juntar pelo código faria mexer {byCode} {byCode|pessoa|pessoas}; juntar pelo nome, {byName}. Propõe-se seguir o nome.',
    en: 'Codes given to different sites over time: {count}. Between rounds {pairs}, joining by code would move {byCode} {byCode|person|people}; joining by name, {byName}. Following the name is proposed.',
  },
  'import.name-variant': {
    pt: 'Nomes parecidos sob o mesmo código: {count}. São o mesmo sítio, escrito de outra maneira?',
    en: 'Similar names under the same code: {count}. Are they one site, written in another way?',
  },
  'import.code-renamed': {
    pt: 'Nomes diferentes sob o mesmo código: {count}. O sítio mudou de nome, ou são dois sítios?',
    en: 'Different names under the same code: {count}. Was the site renamed, or are they two sites?',
  },
  'import.same-name-two-lists': {
    pt: 'Nomes que estão em duas listas de códigos: {count}. Um centro de acomodação e um reassentamento podem ter o mesmo nome; ficam separados até dizer que são um só.',
    en: 'Names in two lists of codes: {count}. An accommodation centre and a resettlement site may share a name; they stay apart until you say that they are one.',
  },
  'import.column-copied': {
    pt: 'Rondas com a coluna de pessoas copiada dos agregados: {count}. Propõe-se deixar as pessoas como desconhecidas.',
    en: 'Rounds whose people column was copied from households: {count}. Keeping people as unknown is proposed.',
  },
  'import.date-odd': {
    pt: 'Datas que não cabem na sua ronda: {count}. Manter, aceitar a sugestão ou escrever outra?',
    en: 'Dates that do not fit their round: {count}. Keep them, take the suggestion, or write another?',
  },
  'import.individuals-below-households': {
    pt: 'Linhas com mais agregados do que pessoas: {count}. Telefone e corrija cada uma.',
    en: 'Rows with more households than people: {count}. Call and correct each.',
  },
  'import.households-copied': {
    pt: 'Linhas em que os agregados parecem copiados das pessoas: {count}. Ficam como publicadas, ou corrigem-se?',
    en: 'Rows whose households look copied from people: {count}. Keep them as published, or correct them?',
  },
  'import.household-size-unusual': {
    pt: 'Linhas com um tamanho de agregado pouco habitual: {count}. Ficam, ou corrigem-se?',
    en: 'Rows with an unusual household size: {count}. Keep them, or correct them?',
  },
  'import.site-type': {
    pt: 'Tipos de sítio como estão escritos: {count}. Diga uma vez o que cada um quer dizer; um vazio fica desconhecido.',
    en: 'Site types as written: {count}. Say once what each means; a blank stays unknown.',
  },
  'import.site-classification': {
    pt: 'Classificações como estão escritas: {count}. Diga uma vez o que cada uma quer dizer; um vazio fica desconhecido.',
    en: 'Classifications as written: {count}. Say once what each means; a blank stays unknown.',
  },
  'import.place-unknown': {
    pt: 'Lugares que o registo não conhece: {count}, em {rows} {rows|linha|linhas}. Escolha o lugar certo de cada um, ou deixe-o de fora; nada se escolhe por semelhança.',
    en: 'Places that the register does not know: {count}, in {rows} {rows|row|rows}. Choose the right place for each, or leave it out; nothing is chosen by likeness.',
  },
}

export const importAnswers: Sentences = {
  accept: { pt: 'Confirmar', en: 'Confirm' },
  'day-first': { pt: 'Dia primeiro (31/03)', en: 'Day first (31/03)' },
  'month-first': { pt: 'Mês primeiro (03/31)', en: 'Month first (03/31)' },
  'keep-in-quarantine': { pt: 'Manter em quarentena', en: 'Keep in quarantine' },
  date: { pt: 'Escrever a data', en: 'Write the date' },
  'follow-name': { pt: 'Seguir o nome', en: 'Follow the name' },
  'follow-code': { pt: 'Seguir o código', en: 'Follow the code' },
  'one-site': { pt: 'É um só sítio', en: 'It is one site' },
  'two-sites': { pt: 'São dois sítios', en: 'They are two sites' },
  unknown: { pt: 'Deixar como desconhecido', en: 'Keep as unknown' },
  keep: { pt: 'Manter como está', en: 'Keep as it is' },
  correct: { pt: 'Corrigir', en: 'Correct' },
  'use-suggestion': { pt: 'Aceitar a sugestão', en: 'Take the suggestion' },
  as: { pt: 'Escolher da lista', en: 'Choose from the list' },
  use: { pt: 'Usar este lugar', en: 'Use this place' },
  'leave-out': { pt: 'Deixar de fora', en: 'Leave out' },
}
