import { describe, expect, it } from 'vitest'
import { contentHash } from '../../../kernel/publish/hash.ts'
import { printDate, printNumber, printPercent, printShare, printSigned } from '../../../kernel/publishing.ts'
import { citation, documentNumber } from './citation.ts'
import { reasonLabel } from './codeWords.ts'
import { fixtureGeometries, fixtureRound } from './fixture.test-support.ts'
import { reportModel } from './reportModel.ts'
import { changeChart, roundMap } from './roundCharts.ts'
import { roundReport } from './roundReport.ts'
import { trendChart, unbrokenStretches } from './trendChart.ts'

describe('the round report', () => {
  it.each(['pt', 'en'] as const)('prints as tagged PDF/UA in %s with map, charts and QR code', async (lang) => {
    const round = fixtureRound(13)
    const mapSvg = roundMap(round, fixtureGeometries(), lang)
    const pdf = await roundReport(round, lang, { mapSvg, hash: contentHash(round), address: 'https://example.org/products/1' })
    const text = Buffer.from(pdf).toString('latin1')
    expect(text).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(text).toMatch(lang === 'pt' ? /\/Lang\s*\(pt-MZ\)/ : /\/Lang\s*\(en-GB\)/)
  })

  it('is the same file every time it is made from the same set', async () => {
    const round = fixtureRound(12)
    const settings = { mapSvg: roundMap(round, fixtureGeometries(), 'pt'), hash: contentHash(round) }
    expect(await roundReport(round, 'pt', settings)).toEqual(await roundReport(round, 'pt', settings))
  })

  it('prints without map, trend, reasons, ages, previous round and demonstration note', async () => {
    const bare = { ...fixtureRound(12), trend: [], cells: [], ageBands: [], change: null, demonstration: null, limitations: [], methods: [] }
    bare.endorsement = { ...bare.endorsement, kind: 'endorsed', reservations: [] }
    await expect(roundReport(bare, 'en', { mapSvg: null, hash: contentHash(bare) })).resolves.toBeInstanceOf(Uint8Array)
  })
})

describe('the words and figures of the report', () => {
  const model = reportModel(fixtureRound(13), 'pt')

  it('lists every district, with the word unknown where nobody could go', () => {
    const district = model.areas.find((line) => line.cells[1] === 'MZ0110')
    expect(model.areas).toHaveLength(1 + 6 + 17)
    expect(district?.cells).toEqual(['Mocímboa da Praia', 'MZ0110', 'desconhecido', 'desconhecido', '0 / 9'])
  })

  it('prints a withheld figure as a word in every table that holds it', () => {
    const round = fixtureRound(13)
    round.totals = { ...round.totals, females: 'withheld', males: 'withheld' }
    expect(reportModel(round, 'en').sex.map((line) => line.cells)).toEqual([
      ['Women and girls', 'withheld', ''],
      ['Men and boys', 'withheld', ''],
      ['Total', '744,949', ''],
    ])
  })

  it('shows the terms of the change apart, and their sum', () => {
    expect(model.change.lines.map((line) => line.cells.slice(1))).toEqual([
      ['141', '+7\u00a0912'],
      ['6', '+9\u00a0120'],
      ['4', '−4\u00a0310'],
      ['16', '0'],
      ['', '+12\u00a0722'],
    ])
  })

  it('says why a change cannot be computed, and gives the raw difference with its warning', () => {
    const round = fixtureRound(13)
    round.change = {
      fromRound: 12,
      fromVersion: 1,
      computable: false,
      why: { pt: 'Não calculável.', en: 'Not computable from published figures.' },
      rawIndividuals: 12722,
    }
    const { change } = reportModel(round, 'en')
    expect(change).toMatchObject({ finding: 'Not computable from published figures.', lines: [] })
    expect(change.notes[0]).toContain('+12,722')
  })

  it('counts a set of reasons once', () => {
    expect(model.reasons.map((line) => line.cells[0])).toEqual(['Conflito', 'Insegurança', 'Conflito e desastre natural'])
    expect(reasonLabel('conflict', 'en')).toBe('Conflict')
    expect(reasonLabel('Fome', 'pt')).toBe('Fome')
  })

  it('writes figures as people in Mozambique and in English do', () => {
    expect(printNumber(1234, 'pt')).toBe('1\u00a0234')
    expect(printNumber(1234567, 'en')).toBe('1,234,567')
    expect(printPercent(14.75, 'pt')).toBe('14,8\u00a0%')
    expect(printSigned(-5, 'en')).toBe('−5')
    expect(printShare(1, 0, 'pt')).toBeNull()
    expect(printDate('2021-09-23', 'pt')).toBe('23 de setembro de 2021')
  })
})

describe('the charts of a round', () => {
  it('draws no line across a missing round', () => {
    expect(unbrokenStretches([{ round: 11 }, { round: 12 }, { round: 13 }, { round: 15 }, { round: 16 }])).toEqual(['0', '0', '0', '1', '1'])
  })

  it('labels every point of the trend and its coverage', async () => {
    const svg = await trendChart(fixtureRound(13).trend, 'en')
    for (const label of ['697,538', '732,227', '744,949', '85.1%', 'R13', 'not visited']) expect(svg).toContain(label)
  })

  it('survives a single round, and a round whose figure is unknown', async () => {
    const [point] = fixtureRound(12).trend
    expect(await trendChart([point!], 'pt')).not.toContain('NaN')
    expect(await trendChart([{ ...point!, individuals: 'unknown' }], 'pt')).toContain('desconhecido')
  })

  it('draws the terms from zero with their signs', async () => {
    const { change } = fixtureRound(13)
    const svg = change?.computable ? await changeChart(change.terms, 'en') : ''
    for (const label of ['+7,912', '+9,120', '−4,310', '+12,722']) expect(svg).toContain(label)
    expect(svg).not.toContain('NaN')
  })

  it('gives no map when no outline fits', () => {
    expect(roundMap(fixtureRound(13), new Map(), 'pt')).toBeNull()
  })
})

describe('naming and citing', () => {
  it('numbers the document by country, operation, assessment, round, version and language', () => {
    expect(documentNumber(fixtureRound(13), 'pt')).toBe('MOZ-cabo-delgado-conflict-BA-R13-v1-pt')
  })

  it('says in the citation itself that demonstration data are not facts', () => {
    expect(citation(fixtureRound(13), 'en')).toBe(
      'Capulana demonstration mission (2021). Internal displacement in Mozambique: round 13. Cabo Delgado Conflict, baseline assessment, version 1. Document MOZ-cabo-delgado-conflict-BA-R13-v1-en. Demonstration data: not to be quoted as fact.',
    )
    expect(citation({ ...fixtureRound(13), demonstration: null }, 'pt')).not.toContain('demonstração')
  })
})
