/** False sentences of published reports (IOM DTM Mozambique: site assessment north round 3, 2021; baseline round 16, 2022) and their true versions. */
import { describe, expect, it } from 'vitest'
import type { Figure, Language, NarrativeFacts } from './facts.ts'
import { lint } from './lint.ts'

const north: NarrativeFacts = {
  current: 3,
  previous: 2,
  rounds: [2, 3],
  dates: [{ date: '2021-06-02' }],
  periods: [['2021-05-19', '2021-06-02']],
  names: ['Earthquake (August-2021)'],
  figures: [
    { id: 'people, round 3', value: 125774, unit: 'individuals', round: 3 },
    { id: 'people, round 2', value: 88704, unit: 'individuals', round: 2 },
    { id: 'households, round 3', value: 30090, unit: 'households', round: 3 },
    { id: 'households, round 2', value: 22329, unit: 'households', round: 2 },
    { id: 'sites, round 3', value: 34, unit: 'places', round: 3, words: ['visited', 'visitados'] },
    { id: 'women and girls', value: 66000, unit: 'females', round: 3, partOf: 'people, round 3' },
    { id: 'household size', value: 125774 / 30090, unit: 'size', round: 3 },
  ],
}

const place = (name: string, value: number, more: Partial<Figure> = {}): Figure => ({
  id: `people in ${name}`,
  value,
  unit: 'individuals',
  place: [name],
  round: 16,
  partOf: 'people, round 16',
  ...more,
})
const baseline: NarrativeFacts = {
  current: 16,
  previous: 15,
  rounds: [15, 16],
  dates: [],
  periods: [],
  names: [],
  figures: [
    { id: 'people, round 16', value: 946508, unit: 'individuals', round: 16 },
    { id: 'people, round 15', value: 784319, unit: 'individuals', round: 15 },
    { id: 'people in Pemba, round 15', value: 151987, unit: 'individuals', round: 15, place: ['Pemba'], partOf: 'people, round 15' },
    place('Pemba', 139566),
    place('Metuge', 126030),
    place('Nangade', 116538),
    place('3 de Fevereiro', 10400),
  ],
}

const alert: NarrativeFacts = {
  current: null,
  previous: null,
  rounds: [],
  dates: [{ date: '2023-09-23' }],
  periods: [],
  names: [],
  figures: [
    { id: 'total over two places', value: 460, unit: 'individuals' },
    { id: 'average per place', value: 230, unit: 'individuals', statistic: 'average' },
  ],
}

const refused = (text: string, lang: Language, facts: NarrativeFacts) => lint(text, lang, facts).map((one) => [one.facts.said, one.facts.computed])

describe('the two false sentences that were published', () => {
  it('refuses "an increase of 38 %" with the right number', () => {
    const text = '125,774 displaced people, an increase of 38 % over the 88,704 of the previous round'
    expect(lint(text, 'en', north)).toEqual([
      { code: 'round.narrative-mismatch', facts: { sentence: text, said: '38 %', computed: '41.8 %', about: 'percent' } },
    ])
    expect(refused('125.774 pessoas deslocadas, um aumento de 38 % em relação às 88.704 da ronda anterior.', 'pt', north)).toEqual([['38 %', '41,8 %']])
  })

  it('refuses "approximately 1 % in Pemba" with the right number', () => {
    expect(refused('Of the 946,508 displaced people, approximately 1 % are in Pemba (139,566).', 'en', baseline)).toEqual([['1 %', '14.7 %']])
    expect(refused('approximately 1 % in Pemba (139,566)', 'en', baseline)).toEqual([['1 %', '14.7 %']])
    expect(refused('Das 946.508 pessoas deslocadas, aproximadamente 1 % está em Pemba (139.566).', 'pt', baseline)).toEqual([['1 %', '14,7 %']])
  })
})

describe('true sentences pass', () => {
  it.each([
    ['en', '125,774 displaced people, an increase of 41.8 % over the 88,704 of the previous round'],
    ['en', '125,774 displaced people, an increase of 42% over the 88,704 of the previous round; households +34.8 %.'],
    ['en', 'The number of displaced people rose from 88,704 in round 2 to 125,774 in round 3 (+41.8%).'],
    ['en', 'Households rose by 7,761 since round 2.'],
    ['en', '34 sites were visited between 19 May and 2 June 2021.'],
    ['en', 'About 126,000 displaced people live in about 30,000 households, with 4.18 people per household.'],
    ['en', 'More than 125,000 people; some 0.13 million.'],
    ['en', 'Women and girls are 52.5% of displaced people.'],
    ['en', '1. Site MZ0104 keeps code R3 of the 2nd list; data of 2 June 2021, of June 2021, of 2021.'],
    ['en', 'The operation Earthquake (August-2021) has 30,090 households.'],
    ['pt', '125 774 pessoas deslocadas, um aumento de 41,8 % em relação às 88 704 da ronda anterior'],
    ['pt', 'Na ronda 3 contaram-se 125\u00a0774 pessoas deslocadas; agregados +34,8 %.'],
    ['pt', 'O número de pessoas deslocadas aumentou 41,8 % desde a ronda 2, mais 37.070 pessoas.'],
    ['pt', 'Foram visitados 34 locais de 19 de Maio a 2 de junho de 2021.'],
    ['pt', 'Cerca de 126 mil pessoas deslocadas; 4,2 pessoas por agregado.'],
    ['pt', 'As mulheres e raparigas são 52,5 % das pessoas deslocadas.'],
  ] as const)('%s: %s', (lang, text) => expect(lint(text, lang, north)).toEqual([]))

  it.each([
    ['en', 'Of the 946,508 displaced people, approximately 15 % are in Pemba (139,566).'],
    ['en', 'Pemba hosts 139,566 displaced people (14.7%) and Metuge 126,030 (13.3%).'],
    ['en', 'The figure of Pemba fell by 8.2 % since round 15, from 151,987.'],
    ['en', '139,566 of the 946,508 displaced people are in Pemba.'],
    ['pt', 'Das 946.508 pessoas deslocadas, cerca de 15 % estão em Pemba (139.566).'],
    ['pt', 'Em 3 de Fevereiro há 10.400 pessoas deslocadas (1,1 %).'],
  ] as const)('%s: %s', (lang, text) => expect(lint(text, lang, baseline)).toEqual([]))

  it('keeps a total and an average apart', () => {
    expect(lint('A total of 460 people arrived, on average 230 per place.', 'en', alert)).toEqual([])
    expect(lint('Chegaram 460 pessoas no total, em média 230 por lugar.', 'pt', alert)).toEqual([])
    expect(refused('A total of 230 people arrived.', 'en', alert)).toEqual([['230', '460 (total over two places)']])
  })
})

describe('false sentences are refused', () => {
  it.each([
    ['en', '125,775 displaced people were counted.', '125,775'],
    ['en', '30,090 displaced people were counted.', '30,090'],
    ['en', '125,774 displaced people, a decrease of 41.8 % over the 88,704 of the previous round', '41.8 %'],
    ['en', 'The number of displaced people fell from 88,704 in round 2 to 125,774 in round 3.', 'fell'],
    ['en', 'Displacement decreased since the previous round.', 'decreased'],
    ['en', 'Displaced people in round 4: 125,774.', '125,774'],
    ['en', 'Round 2 counted 125,774 displaced people.', '125,774'],
    ['en', 'Households +34.9 %.', '+34.9 %'],
    ['en', 'The data are of 3 June 2021.', '3 June 2021'],
    ['en', 'Since round 3, displaced people rose by 37,070.', 'round 3'],
    ['en', '35 sites were visited.', '35'],
    ['en', 'About 120,000 displaced people.', '120,000'],
    ['en', 'The number of people doubled.', 'doubled'],
    ['pt', 'Agregados familiares: redução de 34,8 % desde a ronda 2.', '34,8 %'],
    ['pt', 'O deslocamento diminuiu desde a ronda anterior.', 'diminuiu'],
    ['pt', 'Foram visitados 34 locais em 30 de fevereiro de 2021.', '30 de fevereiro de 2021'],
    ['pt', 'As mulheres são 62,5 % das pessoas deslocadas.', '62,5 %'],
    ['pt', 'Na ronda 12 contaram-se as famílias.', 'ronda 12'],
  ] as const)('%s: %s', (lang, text, said) => expect(lint(text, lang, north).map((one) => one.facts.said)).toContain(said))

  it.each([
    ['en', 'Metuge hosts 139,566 displaced people.', '139,566'],
    ['en', 'Pemba hosts 946,508 displaced people.', '946,508'],
    ['en', 'The figure of Pemba rose by 8.2 % since round 15.', '8.2 %'],
    ['en', '946,508 of the 139,566 displaced people are in Pemba.', '946,508'],
    ['pt', 'Pemba (139.566; 13,3 %) e Metuge (126.030; 14,7 %).', '13,3 %'],
  ] as const)('%s: %s', (lang, text, said) => expect(lint(text, lang, baseline).map((one) => one.facts.said)).toContain(said))

  it('does not take the name of an office of disaster risk reduction for a fall, and tells a fall from it', () => {
    const facts = { ...north, dates: [{ date: '2023-07-05' }] }
    expect(lint('Validado por INGD, Instituto Nacional de Gestão e Redução do Risco de Desastres em 5 de julho de 2023.', 'pt', facts)).toEqual([])
    expect(lint('Endorsed by INGD, National Institute for Disaster Management and Risk Reduction on 5 July 2023.', 'en', facts)).toEqual([])
    const [fall] = lint('Houve uma redução do deslocamento desde a ronda anterior.', 'pt', north)
    expect(fall?.facts).toMatchObject({ said: 'reducao', computed: '+37.070 / +7.761' })
  })

  it('does not take a date for the place that is named after it', () => {
    const facts = { ...baseline, dates: [{ date: '2025-02-12' }] }
    expect(lint('Validado em 12 de fevereiro de 2025, com reservas sobre 3 de Fevereiro.', 'pt', facts)).toEqual([])
    for (const day of ['13', '3']) expect(refused(`Validado em ${day} de fevereiro de 2025.`, 'pt', facts)[0]![0]).toBe(`${day} de fevereiro de 2025`)
  })

  it('names the nearest facts', () => {
    expect(refused('125,747 displaced people were counted.', 'en', north)[0]![1]).toMatch(/^125,774 \(people, round 3\)/)
  })
})
