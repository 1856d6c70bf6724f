/** Sex and age in the files that missions send: which headers are understood, and what is left out rather than guessed. */
import { describe, expect, it } from 'vitest'
import { readTabular } from '../../../kernel/import/readFile.ts'
import { interpret } from './interpret.ts'
import { mozambique } from './testContext.ts'

const bands = ['0-4', '5-11', '12-17', '18-59', '60+']
const plain = [...bands.map((band) => `Mulheres ${band}`), ...bands.map((band) => `Homens ${band}`)]
const start = 'adm3_pcode,round,reporting_date,households,individuals,females,males'
const balama = 'MZ010201,11,2021-03-31,10,50,26,24'

async function read(heads: string[], rows: string[], more = '') {
  const text = [`${start}${more},${heads.join(',')}`, ...rows].join('\n')
  const file = await readTabular({ name: 'ronda.csv', bytes: new TextEncoder().encode(`${text}\n`) })
  if ('code' in file) throw new Error(file.code)
  const { assessments, findings: all } = interpret(file, mozambique)
  // The other posts of the district are no part of these files.
  const findings = all.filter(({ code }) => code !== 'import.places-missing')
  return { ages: assessments.map(({ ages }) => ages), codes: findings.map(({ code }) => code), assessments, findings }
}

describe('columns of sex and age', () => {
  it.each([
    ['Portuguese', plain],
    ['English', [...bands.map((band) => `Females ${band.replace('-', ' to ')}`), ...bands.map((band) => `Males ${band.replace('-', ' to ')} years`)]],
    ['short', [...bands, ...bands].map((band, at) => `${at < 5 ? 'f' : 'm'}_${band.replace('-', '_').replace('+', 'plus')}`)],
    ['words before the numbers', [...bands, ...bands].map((band, at) => `${at < 5 ? 'Mulheres' : 'Homens'} (${band.replace('+', ' e mais')} anos)`)],
  ])('are understood with %s headers', async (_, heads) => {
    const { ages, codes } = await read(heads, [`${balama},5,6,4,10,1,4,6,4,9,1`])
    expect(ages[0]).toEqual([5, 6, 4, 10, 1, 4, 6, 4, 9, 1].map((individuals, at) => ({ sex: at < 5 ? 'f' : 'm', band: bands[at % 5], individuals })))
    expect(codes).toEqual([])
  })

  it('leave the totals of women and men what they are', async () => {
    const { assessments } = await read(plain, [`${balama},5,6,4,10,1,4,6,4,9,1`])
    expect(assessments[0]).toMatchObject({ females: 26, males: 24, individuals: 50 })
  })

  it('are all left out, by name, when one of them is a band that the mission does not use', async () => {
    const { ages, findings } = await read([...plain, 'Homens 6-17'], [`${balama},5,6,4,10,1,4,6,4,9,1,3`])
    expect(ages).toEqual([[]])
    expect(findings).toMatchObject([{ code: 'import.age-bands-unlisted', facts: { columns: ['Homens 6-17'] } }])
  })

  it('are not seen in headers about something else', async () => {
    const { ages, codes } = await read(['Women 2 km from water', 'M 12 note'], [`${balama},3,4`])
    expect([ages, codes]).toEqual([[[]], []])
  })
})

describe('the ages of a row', () => {
  it('are nobody when all are empty, and left out when only some are: an empty cell is not zero', async () => {
    const { ages, codes } = await read(plain, [`${balama},,,,,,,,,,`, 'MZ010202,11,2021-03-31,4,21,11,10,1,,1,1,1,1,1,1,1,1'])
    expect(ages).toEqual([[], []])
    expect(codes).toEqual(['import.ages-incomplete'])
  })

  it('are left out when they are more than the people, or than one of the sexes', async () => {
    const { ages, findings } = await read(plain, [`${balama},20,20,20,20,20,0,0,0,0,0`, 'MZ010202,11,2021-03-31,4,21,11,10,12,0,0,0,0,0,0,0,0,0'])
    expect(ages).toEqual([[], []])
    expect(findings).toMatchObject([{ code: 'import.ages-exceed', facts: { counted: 100, individuals: 50 } }, { code: 'import.ages-exceed' }])
  })

  it('are no sample when the sender worked them out from shares', async () => {
    const { ages, codes } = await read(plain, [balama.concat(',applied,5,6,4,10,1,4,6,4,9,1')], ',age_method')
    expect(ages).toEqual([[]])
    expect(codes).toEqual(['import.ages-applied'])
  })
})
