/** A plain table, as a partner or our own template would send it, with every fault that such files bring. */
import { describe, expect, it } from 'vitest'
import { readTabular } from '../../../kernel/import/readFile.ts'
import type { TabularFile } from '../../../kernel/import/table.ts'
import { applyDecisions, interpret, settle } from './interpret.ts'
import type { ImportContext } from './proposal.ts'
import { mozambique } from './testContext.ts'

const header = 'adm3_pcode,adm3_name,round,reporting_date,households,individuals,females,males,returnees,reason,origin,status,source_round,status_reason'
const good = [
  'MZ010201,Balama Sede,11,2021-03-31,10,50,26,24,0,Conflict,,assessed,,',
  'MZ010202,Impiri,11,2021-03-31,4,21,11,10,0,conflito,,,,',
  'MZ010203,Kuekue,11,2021-03-31,2,9,5,4,0,Conflict,,,,',
]

async function proposalOf(lines: string[], context: Partial<ImportContext> = {}) {
  const read = await readTabular({ name: 'ronda.csv', bytes: new TextEncoder().encode(`${lines.join('\n')}\n`) })
  if ('code' in read) throw new Error(read.code)
  return { file: read, context: { ...mozambique, ...context }, proposal: interpret(read, { ...mozambique, ...context }) }
}
const codesIn = ({ proposal }: Awaited<ReturnType<typeof proposalOf>>) => proposal.findings.map(({ code }) => code)
const sites = 'site_code,site_name,adm3_pcode,round,households,individuals'

describe('a plain table', () => {
  it('becomes a round of known places, reasons folded, nothing to ask', async () => {
    const { proposal } = await proposalOf([header, ...good])
    expect(proposal.shape).toBe('generic')
    expect(proposal.rounds).toMatchObject([
      { key: 'MOZ||BA|11', number: 11, assessmentType: 'BA', reportingDate: '2021-03-31', places: 3, households: 16, individuals: 80 },
    ])
    expect(proposal.assessments.map(({ placeKey, reasons }) => [placeKey, reasons[0]])).toEqual([
      ['MZ010201', 'Conflict'],
      ['MZ010202', 'Conflict'],
      ['MZ010203', 'Conflict'],
    ])
    expect([proposal.findings, proposal.questions, proposal.quarantined]).toEqual([[], [], []])
  })

  it('reads the columns of a saved mapping in Portuguese', async () => {
    const { proposal } = await proposalOf(['Posto;Distrito;Famílias contadas;Pessoas;Ronda', 'Mieze;Metuge;3;12;12', 'Metuge Sede;Metuge;5;30;12'], {
      mapping: { households: 'Famílias contadas' },
    })
    expect(proposal.assessments.map(({ placeKey, households, individuals }) => [placeKey, households, individuals])).toEqual([
      ['MZ010902', 3, 12],
      ['MZ010901', 5, 30],
    ])
  })

  it('holds an unknown posto back and suggests within its district only', async () => {
    const { proposal } = await proposalOf(['adm2_name,adm3_name,round,households,individuals', 'Balama,Impire,11,1,5', 'Balama,Kuekue,11,1,6'])
    expect(proposal.quarantined).toEqual([{ code: 'import.place-unknown', lines: [2], of: [], held: [] }])
    expect(proposal.questions[0]).toMatchObject({
      code: 'import.place-unknown',
      proposed: null,
      items: [{ id: '|impire|MZ0102', proposed: null, suggestions: ['MZ010202'] }],
    })
    expect(proposal.assessments.length).toBe(1)
  })

  it('places the row once a person has chosen, and remembers it', async () => {
    const { file, context } = await proposalOf(['adm2_name,adm3_name,round,households,individuals', 'Balama,Impire,11,1,5'])
    const settled = applyDecisions(file, context, [{ code: 'import.place-unknown', item: '|impire|MZ0102', answer: 'use', value: 'MZ010202' }])
    expect([settled.assessments[0]?.placeKey, settled.quarantined]).toEqual(['MZ010202', []])
  })

  it('never merges Ile and Gilé: an exact name decides, a misspelt one only suggests', async () => {
    const exact = await proposalOf(['adm1_name,adm2_name,round,households,individuals', 'Zambézia,Ile,11,1,5', 'ZAMBEZIA,GILE,11,1,6'])
    expect(exact.proposal.assessments.map(({ placeKey }) => placeKey)).toEqual(['MZ1107', 'MZ1105'])
    const misspelt = await proposalOf(['adm1_name,adm2_name,round,households,individuals', 'Zambézia,Gil,11,1,5'])
    expect(misspelt.proposal.assessments).toEqual([])
    expect(misspelt.proposal.questions[0]?.items[0]).toMatchObject({ proposed: null, suggestions: ['MZ1105'] })
  })

  it('asks about the district, not the posto, when the district is unknown', async () => {
    const { proposal } = await proposalOf(['adm2_name,adm3_name,round,households,individuals', 'Balamma,Impiri,11,1,5'])
    expect(proposal.questions[0]?.items[0]?.facts).toMatchObject({ written: 'Balamma', suggestions: ['Balama (MZ0102)'] })
  })

  it('refuses an adm3 code in the adm2 field, and follows a former code with a note', async () => {
    const wrong = await proposalOf(['adm2_pcode,round,households,individuals', 'MZ010201,11,1,5', 'MZ0102,11,1,5'])
    expect(wrong.proposal.findings).toContainEqual(
      expect.objectContaining({ code: 'import.code-at-wrong-level', line: 2, facts: expect.objectContaining({ code: 'MZ010201', level: 2, is: 3 }) }),
    )
    expect(wrong.proposal.assessments.length).toBe(1)
    const former = await proposalOf(['adm2_pcode,adm3_pcode,adm3_name,round,households,individuals', 'MZ0117,MZ011701,Mieze,11,1,5'])
    expect([former.proposal.assessments[0]?.placeKey, codesIn(former)[0]]).toEqual(['MZ010902', 'import.former-code'])
  })

  it('takes codes of no country for unknown places, not for another country', async () => {
    const { proposal } = await proposalOf(['codigo,lugar,ronda,pessoas', 'S1,Mieze,11,5'])
    expect([proposal.refusals, proposal.quarantined.map(({ code }) => code)]).toEqual([[], ['import.place-unknown']])
  })

  it('says when code and name disagree', async () => {
    expect(codesIn(await proposalOf(['adm2_pcode,adm2_name,round,households,individuals', 'MZ1107,Gilé,11,1,5']))).toContain('import.code-and-name-differ')
  })

  it('makes negative, fractional and missing counts unknown and names each', async () => {
    const { proposal } = await proposalOf([
      'adm3_pcode,round,households,individuals',
      'MZ010201,11,-3,5',
      'MZ010202,11,"2,5",9',
      'MZ010203,11,4,',
      'MZ010901,11,4,muitas',
    ])
    expect(proposal.findings.filter(({ code }) => code.startsWith('import.count')).map(({ code, line }) => [code, line])).toEqual([
      ['import.count-negative', 2],
      ['import.count-not-whole', 3],
      ['import.count-missing', 4],
      ['import.count-unreadable', 5],
    ])
    expect(proposal.rounds[0]).toMatchObject({ households: 'unknown', individuals: 'unknown', asWritten: { households: 8, individuals: 14 } })
  })

  it('flags more households than people, and a sex table that does not add up', async () => {
    const { proposal } = await proposalOf([header, 'MZ010201,Balama Sede,11,2021-03-31,50,10,5,4,0,Conflict,,,,'])
    expect(proposal.findings.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual([
      'import.sexes-differ',
      'import.individuals-below-households',
    ])
  })

  it('does not believe a column copied over another', async () => {
    const children = Array.from({ length: 12 }, (_, index) => ({
      pcode: `MZ0102${String(index + 10)}`,
      name: `Posto ${index}`,
      level: 3 as const,
      parent: 'MZ0102',
    }))
    const gazetteer = { ...mozambique.gazetteer, byCode: (code: string) => children.find(({ pcode }) => pcode === code) ?? null }
    const lines = ['adm3_pcode,round,households,individuals', ...children.map(({ pcode }, index) => `${pcode},11,${index + 5},${index + 5}`)]
    const copied = await proposalOf(lines, { gazetteer })
    expect(copied.proposal.rounds[0]).toMatchObject({ households: 126, individuals: 'unknown' })
    expect(copied.proposal.questions[0]).toMatchObject({ code: 'import.column-copied', proposed: 'unknown' })
  })

  it('holds both rows when one site code stands for two sites, and when one place has two figures', async () => {
    const two = await proposalOf([sites, 'S1,Mandruzi,MZ010202,11,5,25', 'S1,Savane,MZ010202,11,5,25', 'S2,Mutua,MZ010202,11,5,25'])
    expect(two.proposal.quarantined).toMatchObject([{ code: 'import.code-two-sites', lines: [2, 3] }])
    const twice = await proposalOf([header, good[0]!, 'MZ010201,Balama Sede,11,2021-03-31,11,55,28,27,0,Conflict,,assessed,,'])
    expect(twice.proposal.quarantined).toMatchObject([{ code: 'import.place-twice-in-round', lines: [2, 3] }])
  })

  it('drops an identical row once, and adds nothing when the whole file comes again', async () => {
    const { proposal, file, context } = await proposalOf([header, ...good, good[0]!])
    expect(proposal.quarantined).toMatchObject([{ code: 'import.duplicate-row', lines: [5] }])
    const previouslyImported = new Map(proposal.assessments.map(({ key, households, individuals }) => [key, { households, individuals }]))
    expect(settle(interpret(file, { ...context, previouslyImported }), { previouslyImported }).assessments).toEqual([])
  })

  it('shows a figure that differs from an earlier import instead of replacing it', async () => {
    const previouslyImported = new Map([['MOZ||BA|11|MZ010201|Conflict|||', { households: 10, individuals: 48 }]])
    const changed = await proposalOf([header, ...good], { previouslyImported })
    expect(changed.proposal.findings.find(({ code }) => code === 'import.figure-differs-from-earlier')?.facts).toMatchObject({ before: 48, now: 50 })
    expect(settle(changed.proposal, { previouslyImported }).assessments.length).toBe(2)
  })

  it('asks for the order of dates that prove two orders or none', async () => {
    const lines = (first: string, second: string) => [
      'adm3_pcode,round,reporting_date,households,individuals',
      `MZ010201,11,${first},1,5`,
      `MZ010202,11,${second},1,5`,
    ]
    const both = await proposalOf(lines('31/03/2021', '03/31/2021'))
    expect(codesIn(both)).toContain('import.two-date-orders')
    const neither = await proposalOf(lines('04/05/2021', '05/05/2021'))
    expect(codesIn(neither)).toContain('import.date-order-open')
    expect(neither.proposal.assessments[0]?.date).toBe(null)
    const answered = applyDecisions(neither.file, neither.context, [{ code: 'import.date-order-open', item: 'Mozambique', answer: 'day-first' }])
    expect(answered.assessments[0]?.date).toBe('2021-05-04')
  })

  it('names the postos of a district that the file leaves out', async () => {
    const { proposal } = await proposalOf([header, good[0]!, good[2]!])
    expect(proposal.findings).toMatchObject([{ code: 'import.places-missing', facts: { round: 11, count: 1, of: 3, places: ['Impiri (MZ010202)'] } }])
  })

  it('keeps what was not assessed or carried forward apart, and wants the reason and the source', async () => {
    const { proposal } = await proposalOf([
      header,
      'MZ010201,,12,2021-04-30,10,50,,,,Conflict,,carried forward,11,rain',
      'MZ010202,,12,2021-04-30,,,,,,Conflict,,not assessed,,no access',
      'MZ010203,,12,2021-04-30,,,,,,Conflict,,não visitado,,',
      'MZ010901,,12,2021-04-30,4,20,,,,Conflict,,transitado,,',
    ])
    expect(proposal.assessments.map(({ outcome, sourceRound }) => [outcome, sourceRound])).toEqual([
      ['carried_forward', 11],
      ['not_assessed', null],
      ['not_assessed', null],
      ['carried_forward', null],
    ])
    expect(proposal.rounds[0]).toMatchObject({ individuals: 70, carriedForward: { places: 2, individuals: 70 } })
    const errors = proposal.findings.filter(({ severity }) => severity === 'error')
    expect(errors.map(({ code, line }) => [code, line])).toEqual([
      ['import.not-assessed-without-reason', 4],
      ['import.carried-without-source', 5],
    ])
  })

  it('refuses a file of another country, a file without a round and a file that it does not understand', async () => {
    const refusals = async (lines: string[]) => (await proposalOf(lines)).proposal.refusals.map(({ code }) => code)
    expect(await refusals(['adm2_pcode,round,households,individuals', 'SS0101,11,1,5'])).toEqual(['import.other-country'])
    expect(await refusals(['country,adm2_name,round,households,individuals', 'Malawi,Nsanje,11,1,5'])).toEqual(['import.other-country'])
    const severalCountries = await proposalOf(['country,adm2_name,round,households,individuals', 'Malawi,Nsanje,11,1,5', 'Zambia,Petauke,11,1,5'], {
      country: null,
    })
    expect(severalCountries.proposal.refusals).toEqual([{ code: 'import.which-country', facts: { found: ['Malawi', 'Zambia'] } }])
    expect(await refusals(['adm2_pcode,households,individuals', 'MZ0102,1,5'])).toEqual(['import.round-missing'])
    expect(await refusals(['fruit,colour', 'mango,yellow'])).toEqual(['import.nothing-recognised'])
  })

  it('holds the last row of a file that was cut in the middle', async () => {
    const read = await readTabular({
      name: 'ronda.csv',
      bytes: new TextEncoder().encode([header, ...good.slice(0, 2), 'MZ010203,Kuekue,11,2021-03-31,2'].join('\n')),
    })
    const proposal = interpret(read as TabularFile, mozambique)
    expect(proposal.quarantined).toEqual([{ code: 'import.last-record-cut', lines: [4], of: [], held: [] }])
    expect([proposal.rowsRead, proposal.inScope, proposal.assessments.length]).toEqual([3, 3, 2])
  })
})
