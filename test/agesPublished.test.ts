/** Sex and age from a file to the public: counted in a part of the places, applied once to the total of each sex, safe to print, and the parts make the whole. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { currentRounds, type PublicRound, publishFromPaper, verifyPublished } from '../src/domains/displacement/index.ts'
import { isRefused } from '../src/kernel/index.ts'
import { expectDictionary } from './support/dictionaryCheck.ts'
import { fromText, rowCounts, wizardOf } from './support/importing.ts'
import { openTestHouse, type TestHouse } from './support/testHouse.ts'

const bands = ['0-4', '5-11', '12-17', '18-59', '60+']
const head = `pcode,households,individuals,females,males,reason,${['f', 'm'].flatMap((sex) => bands.map((band) => `${sex} ${band}`)).join(',')}\n`
const noAges = ',,,,,,,,,,'

describe('sex and age of a published round', () => {
  let test: TestHouse
  let number = 0
  beforeAll(async () => {
    test = await openTestHouse()
  })
  afterAll(() => test.close())

  const target = () => ({
    operation: 'Ages',
    round: String(++number),
    from: '2023-01-10',
    to: '2023-01-20',
    assessmentType: 'BA',
    licence: 'CC BY',
    credit: 'OIM',
  })

  async function publish(rows: string): Promise<PublicRound> {
    const { summary } = await wizardOf(test).takeIn(fromText('ages.csv', head + rows), target())
    const actor = { ...test.actor('celia'), userId: null, roles: ['dataOfficer', 'governmentReviewer', 'reportOfficer'] as const }
    const paper = { office: 'INGD', decidedOn: '2023-02-01', note: 'Confirmado' }
    const done = await publishFromPaper(test.house, { ...actor, roles: [...actor.roles] }, summary.rounds[0]!.id, paper)
    if (isRefused(done)) throw new Error(JSON.stringify(done.refused))
    return (await currentRounds(test.house)).find(({ round }) => round.round.number === number)!.round
  }
  const counts = ({ ageBands }: PublicRound, sex: 'f' | 'm') => ageBands.filter((band) => band.sex === sex).map(({ individuals }) => individuals)
  const sum = (parts: unknown[]) => parts.reduce<number>((total, part) => total + (part as number), 0)

  it('applies the shares of a sample to each sex, so that the bands make up women, men and the whole, and says how large the sample was', async () => {
    const round = await publish(`MZ010201,250,1001,520,481,Conflict,17,22,15,41,5,19,24,16,36,5\nMZ010202,150,700,360,340,Conflict${noAges}\n`)
    expect(round.ageSample).toEqual({ method: 'applied', individuals: 200, places: 1, placesOf: 2 })
    expect(round.ageBands.map(({ sex, band }) => `${sex} ${band}`)).toEqual([...bands.map((band) => `f ${band}`), ...bands.map((band) => `m ${band}`)])
    expect(counts(round, 'f')).toEqual([150, 193, 132, 361, 44])
    expect([sum(counts(round, 'f')), sum(counts(round, 'm'))]).toEqual([880, 821])
    const page = await test.ask('public', { method: 'GET', url: `/pt/publications/${(await currentRounds(test.house))[0]!.product.slug}` })
    expect(page.text).toContain('contaram-se por sexo e idade 200 pessoas em 1 de 2 lugares')
    expect((await currentRounds(test.house))[0]!.product.files.map(({ name }) => name).join(' ')).toContain('-sex-age.csv')
  })

  it('has a data dictionary with the columns of its real files, and a method page that repeats what it says of itself', async () => {
    const { slug } = (await currentRounds(test.house))[0]!.product
    expect(await expectDictionary(test, slug)).toBe(5)
    const csv = await test.ask('public', { method: 'GET', url: `/en/publications/${slug}/v1/dictionary.csv` })
    expect(csv.text).toContain('numPresentIdpInd,#affected+idps,Displaced people present,people')
    expect(csv.text).toContain('BA: Baseline assessment')
    expect((await test.ask('public', { method: 'GET', url: '/en/method/round-report' })).text).toContain('Visited: 2 of 2 places')
    expect((await test.ask('public', { method: 'GET', url: '/pt/method/survey' })).text).toContain('Ainda não há publicações deste tipo')
  })

  it('prints counts as counts when everybody was counted by age', async () => {
    const round = await publish('MZ010201,25,100,52,48,Conflict,10,12,10,15,5,9,12,9,12,6\n')
    expect(round.ageSample).toEqual({ method: 'counted', individuals: 100, places: 1, placesOf: 1 })
    expect(counts(round, 'm')).toEqual([9, 12, 9, 12, 6])
  })

  it('withholds a small band and one more, so that nobody subtracts his way back', async () => {
    const round = await publish('MZ010201,25,100,52,48,Conflict,10,12,10,18,2,9,12,9,12,6\n')
    expect(counts(round, 'f')[4]).toBe('withheld')
    expect(counts(round, 'f').filter((count) => count === 'withheld').length).toBeGreaterThan(1)
    expect(counts(round, 'm')).toEqual([9, 12, 9, 12, 6])
  })

  it('withholds a share that rests on a handful of people, however large it becomes', async () => {
    const round = await publish('MZ010201,2500,10000,5200,4800,Conflict,20,20,20,38,2,20,20,20,30,10\n')
    expect(counts(round, 'f')[4]).toBe('withheld')
  })

  it('says unknown when nobody was counted by age, and when the total itself is unknown', async () => {
    const none = await publish(`MZ010201,250,1001,520,481,Conflict${noAges}\n`)
    expect([none.ageBands, none.ageSample]).toEqual([[], null])
    const slug = (await currentRounds(test.house)).find(({ round }) => round.round.number === number)!.product.slug
    expect((await test.ask('public', { method: 'GET', url: `/en/publications/${slug}` })).text).toContain('nobody was counted by sex and age')
    const gap = await publish(`MZ010201,25,100,52,48,Conflict,10,12,10,15,5,9,12,9,12,6\nMZ010202,15,,,,Conflict${noAges}\n`)
    expect(new Set([...counts(gap, 'f'), ...counts(gap, 'm')])).toEqual(new Set(['unknown']))
  })

  it('takes the ages back with the import that brought them', async () => {
    const before = await rowCounts(test)
    const wizard = wizardOf(test)
    const taken = await wizard.takeIn(fromText('ages.csv', `${head}MZ010201,25,100,52,48,Conflict,10,12,10,15,5,9,12,9,12,6\n`), target())
    expect((await rowCounts(test))['displacement.age_count']).toBe(before['displacement.age_count']! + 10)
    expect((await wizard.takeBack(taken.id)).status).toBe(200)
    expect(await rowCounts(test)).toEqual(before)
  })

  it('proves every published sum anew', async () => {
    expect(isRefused(await verifyPublished(test.house))).toBe(false)
  })
})
