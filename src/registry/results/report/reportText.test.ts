/** The text of a quarter says nothing that its figures do not say, in both languages; the two sentences that were once published wrongly are refused. */
import { describe, expect, it } from 'vitest'
import { lintReport } from './lintReport.ts'
import type { ReportFigures, ReportLine, ReportPart } from './reportFigures.ts'
import { writeTexts } from './reportText.ts'

const line = (code: string, pt: string, en: string, unit: [string, string, string, string], more: Partial<ReportLine> = {}): ReportLine => ({
  ...{ code, version: 1, name: { pt, en }, unit: { one: { pt: unit[0], en: unit[1] }, many: { pt: unit[2], en: unit[3] } }, isRatio: false },
  ...{ now: null, why: 'nothing', before: null, method: null, coverage: null, baseline: null, target: null, recordsHash: null },
  reached: { undefined: 'baseline-unknown' },
  ...more,
})
const number = (value: number) => ({ value, numerator: null, denominator: null })
const share = (numerator: number, denominator: number) => ({ value: numerator / denominator, numerator, denominator })
const area = (key: string, pt: string, en: string, lines: ReportLine[]): ReportPart => ({ key, name: { pt, en }, priority: null, links: [], lines })

const people = ['pessoa', 'person', 'pessoas', 'people'] as [string, string, string, string]
const figures: ReportFigures = {
  schema: 'capulana/quarter/1',
  ...{ from: '2021-01-01', to: '2021-03-31', country: { iso3: 'MOZ', name: { pt: 'Moçambique', en: 'Mozambique' } } },
  strategy: { version: '2021-2023', citation: 'x' },
  areas: [
    area('4', 'Migração laboral', 'Labour migration', [
      line('4.3', 'Pessoas em sessões', 'People in sessions', people, { now: number(125_774), why: null, before: number(88_704) }),
    ]),
    area('7', 'Soluções duradouras', 'Durable solutions', [
      line('7.2', 'Casas habitadas após 12 meses', 'Houses lived in after 12 months', ['casa', 'house', 'casas', 'houses'], {
        ...{ isRatio: true, now: share(139_566, 946_508), why: null },
      }),
      line('7.9', 'Distritos com plano em dia', 'Districts with a plan in date', ['distrito', 'district', 'distritos', 'districts'], {
        ...{ isRatio: true, now: share(1, 5), why: null, before: share(1, 4) },
      }),
    ]),
    area('15', 'Matriz de deslocamento', 'Displacement tracking', [
      line('15.2', 'Dias até à publicação', 'Days to publication', ['dia', 'day', 'dias', 'days'], {
        ...{ now: number(12.5), why: null, before: number(1), target: { value: 10, day: '2021-12-31', was: null, changedOn: null } },
      }),
    ]),
    area('2', 'Migração e saúde', 'Migration and health', [
      line('2.1', 'Relatórios semanais', 'Weekly reports', ['relatório', 'report', 'relatórios', 'reports'], { why: 'not-approved' }),
      line('2.2', 'Pessoas avaliadas', 'People assessed', people, { why: 'not-counted' }),
    ]),
  ],
}
const texts = writeTexts(figures)
const changed = (lang: 'pt' | 'en', key: string, text: string) => {
  const copy = structuredClone(texts)
  copy[lang].areas[key] = text
  return lintReport(figures, copy)
}

describe('the text of a quarter', () => {
  it('is written from the figures, with both parts of a share, the quarter before, the target, and what nobody knows', () => {
    expect(texts.pt.opening).toBe(
      'De 6 indicadores, 4 com valor aprovado neste trimestre; 1 à espera de aprovação; 1 em que se sabe que ninguém sabe; 0 sem nenhum registo.',
    )
    expect(texts.pt.areas['7']!.replaceAll('\u00a0', ' ')).toBe(
      '7.2 (Casas habitadas após 12 meses): 14,7 % (139 566 de 946 508 casas). 7.9 (Distritos com plano em dia): 20,0 % (1 de 5 distritos); no trimestre anterior 25,0 % (1 de 4 distritos).',
    )
    expect(texts.en.areas['15']).toBe('15.2 (Days to publication): 12.5 days; in the previous quarter 1 day; target 10 days.')
    expect(texts.en.areas['2']).toBe('Migration and health: no approved figure in this quarter, of 2 indicators.')
  })

  it('holds against the figures as it was written, in both languages', () => {
    expect(lintReport(figures, texts)).toEqual([])
  })

  it('refuses the two sentences that were once published, with the right number', () => {
    const rise = changed('en', '4', '4.3 (People in sessions): 125,774 people, an increase of 38 % over the previous quarter.')
    expect(rise).toMatchObject([{ code: 'report.number-differs', facts: { said: '38 %', computed: expect.stringContaining('41.8 %') } }])
    const part = changed('en', '7', '7.2 (Houses lived in after 12 months): approximately 1 % (139,566 of 946,508 houses).')
    expect(part).toMatchObject([{ code: 'report.number-differs', facts: { said: '1 %', computed: expect.stringContaining('14.7 %') } }])
  })

  it('refuses one figure changed by hand, a figure of another indicator, and a size in words', () => {
    expect(changed('pt', '15', texts.pt.areas['15']!.replace('12,5', '12,6'))).toMatchObject([
      { code: 'report.number-differs', facts: { said: '12,6', lang: 'pt' } },
    ])
    expect(changed('pt', '15', '15.2 (Dias até à publicação): 125.774 dias.')).toHaveLength(1)
    expect(changed('en', '15', '15.2 (Days to publication): twice as long as planned.')).toMatchObject([{ code: 'report.number-unbound' }])
  })
})
