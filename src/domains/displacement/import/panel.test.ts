/** The Cyclone Idai panel, read through the real reader, against every number that was measured on the file. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { fold } from '../../../engines/places/spelling.ts'
import type { PlaceInRound, Unit } from '../../../engines/rounds/change.ts'
import { change } from '../../../engines/rounds/change.ts'
import { readTabular } from '../../../kernel/import/readFile.ts'
import type { TabularFile } from '../../../kernel/import/table.ts'
import { fill } from '../../../kernel/text/sentences.ts'
import { applyDecisions, interpret, resultFacts, settle } from './interpret.ts'
import { foldName } from './names.ts'
import type { Decision, Proposal } from './proposal.ts'
import { importSentences } from './sentences.ts'
import { mozambique } from './testContext.ts'

const path = fileURLToPath(new URL('../../../../../shared/data/dtm/moz-idai/MasterIdai_quant.csv', import.meta.url))
const idai = { ...mozambique, operation: { name: 'Cyclone Idai', reasons: ['Natural disaster'] } }

/** Round, lines, from, to, households, individuals as written. */
const measured: [number, number, number, string, string, number, number][] = [
  [1, 2501, 2532, '2019-03-26', '2019-04-03', 5139, 22346],
  [2, 2533, 2650, '2019-04-29', '2019-04-29', 26694, 124383],
  [3, 2651, 2685, '2019-04-26', '2019-04-30', 5802, 23053],
  [4, 2686, 2736, '2019-05-24', '2019-05-27', 10293, 10293],
  [5, 2737, 2786, '2019-06-03', '2019-06-11', 12458, 53653],
  [6, 2787, 2852, '2019-07-01', '2019-07-08', 15851, 74359],
  [7, 2853, 2918, '2019-07-22', '2019-08-08', 16665, 80190],
  [8, 2919, 2984, '2019-09-03', '2019-09-16', 16889, 83557],
  [10, 3051, 3116, '2019-11-06', '2019-11-13', 17839, 88905],
  [11, 3117, 3187, '2019-12-02', '2019-12-12', 18556, 93013],
  [12, 3188, 3258, '2020-05-05', '2020-05-08', 19660, 95338],
  [13, 3259, 3331, '2020-07-22', '2020-07-24', 19628, 94220],
  [14, 3332, 3404, '2020-08-25', '2020-09-03', 16953, 81734],
  [15, 3405, 3477, '2020-09-22', '2020-09-24', 16869, 81251],
  [16, 3478, 3550, '2020-11-04', '2020-11-10', 16982, 81643],
  [17, 3551, 3623, '2021-01-07', '2021-01-11', 16874, 81387],
  [18, 3624, 3696, '2021-01-25', '2021-01-29', 16930, 81397],
  [19, 3697, 3776, '2021-03-15', '2021-04-14', 18875, 80579],
  [20, 3777, 3848, '2021-09-14', '2021-10-01', 14821, 73276],
]

describe.skipIf(!existsSync(path))('the Cyclone Idai panel (skipped when the folder shared/data is missing)', () => {
  let file: TabularFile
  let proposal: Proposal
  const lines = (code: string) => proposal.findings.filter((finding) => finding.code === code).map(({ line }) => line)
  const question = (code: string) => proposal.questions.find((one) => one.code === code)!
  const figures = (round: number): PlaceInRound[] => {
    const { key } = proposal.rounds.find(({ number }) => number === round)!
    const own = proposal.assessments.filter(({ roundKey }) => roundKey === key)
    return own.map(({ placeKey, households, individuals }) => ({ place: placeKey, households, individuals, fresh: true }))
  }
  const changeBetween = (from: number, to: number, unit: Unit = 'individuals') => change(figures(from), figures(to), { unit, lineage: new Map() })

  beforeAll(async () => {
    const read = await readTabular({ name: 'MasterIdai_quant.csv', path })
    if ('code' in read) throw new Error(read.code)
    file = read
    proposal = interpret(file, idai)
  })

  it('sets the Zimbabwean rows aside and proves the order of the dates from the Mozambican ones alone', () => {
    expect(file.understood).toMatchObject({ encoding: 'windows-1252', delimiter: '\t', lineEnding: 'crlf' })
    expect([proposal.shape, proposal.rowsRead, proposal.inScope]).toEqual(['site-panel', 3847, 1348])
    expect(proposal.outOfScope.map(({ reason, lines: out }) => [reason, out.length, out[0], out.at(-1)])).toEqual([['Zimbabwe', 2499, 2, 2500]])
    expect(proposal.findings.find(({ code }) => code === 'import.date-order-month-first')?.facts).toMatchObject({
      dayFirst: 0,
      monthFirst: 771,
      ambiguous: 577,
    })
  })

  it('finds the twenty visits, one of them without dates of its own', () => {
    expect(
      proposal.rounds.map(({ number, lines: own, from, to, asWritten }) => [number, own[0], own.at(-1), from, to, asWritten.households, asWritten.individuals]),
    ).toEqual(measured)
    expect(proposal.rounds.map(({ places, lines: own }) => places - own.length).every((left) => left === 0)).toBe(true)
    expect(proposal.assessments.length).toBe(1282)
  })

  it('holds the copied block back whole, with the evidence', () => {
    const [held] = proposal.quarantined
    expect(proposal.quarantined.length).toBe(1)
    expect([held!.code, held!.lines[0], held!.lines.at(-1), held!.of[0], held!.of.at(-1), held!.held.length]).toEqual([
      'import.block-repeats-keys',
      2985,
      3050,
      2853,
      2918,
      66,
    ])
    expect(proposal.findings.find(({ code }) => code === held!.code)?.facts).toMatchObject({ rows: 66, keys: 65, sameFigures: 8 })
    const sum = (of: 'households' | 'individuals') => held!.held.reduce((total, one) => total + (one[of] as number), 0)
    expect([sum('households'), sum('individuals')]).toEqual([17711, 88381])
    expect(lines('import.identical-row').length).toBe(8)
  })

  it('follows the name where 28 codes were given to other sites, and shows what joining by code would invent', () => {
    expect(lines('import.code-reused').length).toBe(28)
    expect(proposal.findings.filter(({ code }) => code === 'import.code-reused').reduce((sum, { facts }) => sum + (facts.rows as number), 0)).toBe(418)
    expect(question('import.code-reused')).toMatchObject({
      proposed: 'follow-name',
      facts: { pairs: ['7→8', '8→10', '10→11'], byCode: [46509, 54467, 47456], byName: [4970, 8424, 2123] },
    })
    const mandruzi = proposal.places.find(({ name }) => name === 'Mandruzi')!
    expect(mandruzi.aliases.filter(({ kind }) => kind === 'code').map(({ value }) => value)).toEqual(['MOZ_R008', 'MOZ_R069'])
  })

  it('asks about spellings and renamings once, and never joins two sites that stood side by side', () => {
    const asked = question('import.name-variant').items.map(({ facts }) => (facts.names as string[]).join(' / '))
    for (const pair of ['Pareirao / Parreirão', 'Canhungue / Canhuengue', 'Dugudiua / Digudiua', 'Joromi / Geromi']) expect(asked).toContain(pair)
    expect(asked.join()).not.toContain('Manhama')
    expect(question('import.code-renamed').items.find(({ id }) => id === 'MOZ_R052|minas gerais')?.proposed).toBe('two-sites')
    expect(proposal.places.every(({ point, parent, kind }) => point === null && parent === null && kind === 'site')).toBe(true)
  })

  it('keeps the file’s names: 226 spellings, 219 after folding', () => {
    const names = file.sheets[0]!.rows.filter(({ line }) => line > 2500).map(({ cells }) => String(cells[3]))
    expect([new Set(names).size, new Set(names.map(foldName)).size, names.filter((name) => name !== name.trim()).length]).toEqual([226, 219, 21])
  })

  it('yields the coverage-adjusted changes measured by hand', () => {
    const terms = (raw: number, [places, common]: number[], [fresh, newly]: number[], [lost, gone]: number[]) => ({
      raw,
      common: { places, change: common },
      newlyCovered: { places: fresh, amount: newly },
      noLongerCovered: { places: lost, amount: gone },
    })
    expect(changeBetween(7, 8)).toMatchObject(terms(3367, [65, 2956], [1, 764], [1, 353]))
    expect(changeBetween(8, 10)).toMatchObject(terms(5348, [66, 5348], [0, 0], [0, 0]))
    expect(changeBetween(10, 11)).toMatchObject(terms(4108, [66, 715], [5, 3393], [0, 0]))
    expect(changeBetween(19, 20)).toMatchObject({ ...terms(-7303, [67, 4415], [5, 0], [13, 11_718]), percentOfCommonBase: 6.4 })
    expect(changeBetween(4, 5)).toMatchObject({ code: 'change.figure-unknown', facts: { unit: 'individuals', offer: 'households' } })
    expect(changeBetween(4, 5, 'households')).toMatchObject(terms(2165, [46, 1154], [4, 1487], [5, 476]))
  })

  it('does not believe a people column that copies the households: unknown, not zero', () => {
    const copied = proposal.rounds.find(({ number }) => number === 4)!
    expect([copied.households, copied.individuals]).toEqual([10293, 'unknown'])
    expect(proposal.findings.find(({ code }) => code === 'import.column-copied')?.facts).toMatchObject({ round: 4, rows: 51 })
    expect(interpret(file, { ...idai, savedDecisions: [{ code: 'import.column-copied', item: '4', answer: 'keep' }] }).rounds[3]!.individuals).toBe(10293)
  })

  it('names every unlikely figure with what the rounds beside it suggest', () => {
    expect(lines('import.individuals-below-households')).toEqual([2654, 2930])
    expect(lines('import.household-size-unusual')).toEqual([2519, 2551, 2564, 2570, 3187, 3234])
    const facts = (line: number) => proposal.findings.find((finding) => finding.line === line && finding.code !== 'import.identical-row')!.facts
    expect(facts(2654)).toMatchObject({ suggestedIndividuals: 2114 })
    expect(facts(2930)).toMatchObject({ suggestedHouseholds: 29, suggestedIndividuals: 132 })
    expect(facts(3733)).toMatchObject({ households: 2860, individuals: 2860, besideHouseholds: 565, besideIndividuals: 2859 })
  })

  it('flags six dates, suggests where the slip is plain, changes none', () => {
    expect(lines('import.date-odd')).toEqual([3217, 3332, 3334, 3348, 3364, 3400])
    expect(question('import.date-odd').items.map(({ suggestions }) => suggestions[0] ?? null)).toEqual([
      null,
      null,
      '2020-08-26',
      '2020-08-26',
      '2020-08-27',
      '2020-08-26',
    ])
    expect(proposal.assessments.find(({ line }) => line === 3334)?.date).toBe('2019-08-26')
  })

  it('keeps 41 zeros as counted, and reads the typology value by value', () => {
    expect(lines('import.zero-kept').length).toBe(41)
    expect(question('import.site-type').items.map(({ id, facts }) => [id, facts.rows])).toEqual([
      ['spontaneous', 118],
      ['planned', 24],
      ['pre identified site for relocation', 8],
      ['accomodation center', 31],
      ['resettlement site', 432],
      ['accommodation center', 8],
      ['accommodation site', 1],
      ['resettlement site planned', 5],
    ])
    expect(question('import.site-classification').items.reduce((sum, { facts }) => sum + (facts.rows as number), 0)).toBe(352)
    const all = [...proposal.assessments, ...proposal.quarantined[0]!.held]
    expect(all.filter(({ siteType }) => siteType?.type === 'accommodation_centre').length).toBe(40)
    expect(all.filter(({ siteType }) => siteType?.state === 'proposed').length).toBe(8)
  })

  it('takes the held block in as a round once a person gives it dates', () => {
    const decision: Decision = { code: 'import.block-repeats-keys', item: '9', answer: 'date', from: '2019-10-07', to: '2019-10-18' }
    const settled = applyDecisions(file, idai, [decision])
    expect(settled.quarantined).toEqual([])
    expect(settled.rounds.find(({ number }) => number === 9)).toMatchObject({
      from: '2019-10-07',
      to: '2019-10-18',
      households: 17711,
      individuals: 88381,
      places: 66,
    })
    expect(settled.assessments.length).toBe(1348)
  })

  it('tells the result in one line', () => {
    const facts = resultFacts(proposal)
    expect(fill(importSentences['import.result']!.en, facts, 'en')).toBe(
      `1,348 rows read; 1,282 in 19 rounds; 66 in quarantine; 2,499 out of scope; ${facts.questions} questions for you`,
    )
  })

  it('writes a correction beside the figure, never over it', () => {
    const settled = applyDecisions(file, idai, [{ code: 'import.individuals-below-households', item: '2930', answer: 'correct', value: '29/132' }])
    expect(settled.corrections.map(({ field, was, becomes }) => [field, was, becomes])).toEqual([
      ['households', 132, 29],
      ['individuals', 29, 132],
    ])
    expect(settled.assessments.find(({ line }) => line === 2930)).toMatchObject({ households: 132, individuals: 29 })
  })

  it('gives the same keys once the register knows the sites by all their codes and names', () => {
    const known = new Map<string, string>()
    for (const { key, aliases } of proposal.places) {
      const of = (kind: 'code' | 'name') => aliases.filter((alias) => alias.kind === kind).map(({ value }) => value)
      for (const code of of('code')) for (const name of of('name')) known.set(`${code} ${fold(name)}`, key)
    }
    const again = interpret(file, { ...idai, knownSite: (code, name) => known.get(`${code} ${name}`) ?? null })
    expect(again.assessments.map(({ key }) => key)).toEqual(proposal.assessments.map(({ key }) => key))
  })

  it('adds nothing the second time', () => {
    const first = settle(proposal, idai)
    const previouslyImported = new Map(first.assessments.map(({ key, households, individuals }) => [key, { households, individuals }]))
    const again = interpret(file, { ...idai, previouslyImported })
    expect(again.findings.filter(({ code }) => code === 'import.already-imported').map(({ facts }) => facts)).toEqual([{ rows: 1282, of: 1282 }])
    expect(settle(again, { previouslyImported })).toMatchObject({ rounds: [], places: [], assessments: [] })
  })
})
