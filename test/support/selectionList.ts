/** A list of eighty households as a camp would bring it, and the criteria that its people agreed on: displaced households have more points than their hosts. */
export const agreedCriteria = [
  {
    ...{ code: 'female_head', question: { pt: 'A chefe do agregado é mulher?', en: 'Is the head of the household a woman?' }, kind: 'yes', points: 3 },
    ...{ evidence: 'Lista do centro', about: ['sex_of_head'] },
  },
  {
    ...{ code: 'chronic_illness', question: { pt: 'Alguém tem uma doença crónica?', en: 'Does anybody have a chronic illness?' }, kind: 'yes', points: 2 },
    ...{ evidence: 'Cartão de saúde ou palavra do comité', about: ['health'] },
  },
  {
    ...{ code: 'under_five', question: { pt: 'Quantas crianças têm menos de cinco anos?', en: 'How many children are under five?' }, kind: 'each', points: 1 },
    ...{ atMost: 3, evidence: 'Cartão de saúde', about: ['age'] },
  },
] as const

export const criteriaSet = (code: string, criteria: readonly object[] = agreedCriteria) => ({
  ...{ code, name: { pt: 'Abrigo, Metuge 2021', en: 'Shelter, Metuge 2021' }, place: 'MZ0109', validFrom: '2021-03-01' },
  ...{ source: 'Assembleia do centro e cluster de abrigo', criteria },
})
export const minutes = { minutesOn: '2021-03-02', women: 34, men: 21, displacedPresent: 40, clusterAgreedOn: '2021-03-04' }
export const begun = (set: string, programme: string, more: object = {}) => ({
  ...{ programme, place: 'MZ0109', criteriaSet: set, cutKind: 'quota', cut: 30, reserves: 5, tiePolicy: 'strict_quota', tieBreaks: ['registered_on'], ...more },
})

/** Of one to seven people; a household that nobody counted is none of these. */
export const peopleOf = (household: string) => 1 + (Number(household.slice(2)) % 7)

const code = (i: number) => `H-${String(i).padStart(3, '0')}`

/** The last household was not asked about illness, and could be chosen if it were. */
export function candidateList(): string {
  const rows = Array.from({ length: 80 }, (_, at) => {
    const i = at + 1
    const displaced = i % 2 === 1
    const illness = i === 80 ? '' : i % 5 === 0 ? 'sim' : 'não'
    const day = `2021-02-${String(1 + (i % 4)).padStart(2, '0')}`
    const groups = [displaced ? 'f' : 'm', displaced ? 'displaced' : 'host', i % 10 === 0 ? 'yes' : 'no']
    return [code(i), displaced ? 'sim' : 'não', illness, i % 3, day, ...groups, peopleOf(code(i))].join(',')
  })
  return ['Agregado,female_head,chronic_illness,under_five,registered_on,Sexo do chefe,Estatuto,Deficiência,Pessoas', ...rows].join('\n')
}
