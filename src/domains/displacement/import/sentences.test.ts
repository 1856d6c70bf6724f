/** Every code that the import can say has a sentence in both languages, and every blank in a sentence is filled by the facts that come with it. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readTabular } from '../../../kernel/import/readFile.ts'
import type { TabularFile } from '../../../kernel/import/table.ts'
import { fill } from '../../../kernel/text/sentences.ts'
import { interpret, resultFacts } from './interpret.ts'
import { importAnswers, importQuestions } from './questionSentences.ts'
import { importSentences } from './sentences.ts'
import { mozambique } from './testContext.ts'

const folder = new URL('.', import.meta.url)
const sources = readdirSync(folder).filter((name) => name.endsWith('.ts') && !/test|[sS]entences/.test(name))
const codesInSource = new Set(
  sources.flatMap((name) => [...readFileSync(new URL(name, folder), 'utf8').matchAll(/'(import\.[a-z0-9-]+)'/g)].map((match) => match[1]!)),
)
/** Said by the reader of files, with sentences there. */
const ofTheReader = ['import.formula-error', 'import.last-record-cut']
const blanks = (text: string): string[] => [...text.matchAll(/\{(\w+)#?\}/g)].map((match) => match[1]!).sort()

/** A file with as many faults as fit. */
const panelOfFaults = [
  'Country\tDate\tSSID\tSite Name\tSite Type\tClassification\tHouseholds\tIndividuals',
  ...Array.from({ length: 12 }, (_, index) => `Mozambique\t03/2${index % 9}/19\tMZ_${index}\tSítio ${index}\tPlanned\tSchool\t${index + 3}\t${index + 3}`),
  ...Array.from(
    { length: 12 },
    (_, index) => `Mozambique\t05/2${index % 9}/19\tMZ_${index}\tSítio ${index}\tPlanned\tBarangay Hall\t${index + 3}\t${(index + 3) * 5}`,
  ),
  ...Array.from({ length: 12 }, (_, index) => `Mozambique\t05/2${index % 9}/19\tMZ_${index}\tSítio ${index}\t\t\t${index + 4}\t${(index + 4) * 5}`),
  ...Array.from(
    { length: 12 },
    (_, index) => `Mozambique\t07/2${index % 9}/19\tMZ_${index}\tSítio ${index}\tPlanned\tSchool\t${index === 1 ? 90 : index}\t${index * 20}`,
  ),
  'Mozambique\t07/45/19\tMZ_90\tNovo\t\t\t-1\t2,5',
  'Malawi\t07/25/19\tMW_1\tNsanje\t\t\t1\t5',
]
const tableOfFaults = [
  'adm2_pcode,adm2_name,adm3_pcode,adm3_name,round,reporting_date,households,individuals,females,males,reason,status,source_round,status_reason',
  'MZ0102,Balama,MZ010201,Outro nome,11,04/05/2021,1,5,2,2,Praga,assessed,,',
  'MZ0102,Balama,,Impire,11,04/05/2021,1,5,,,,,,',
  'MZ0102,Balama,,Xxx,11,04/05/2021,1,5,,,,,,',
  'MZ010202,Impiri,,,11,04/05/2021,1,5,,,,,,',
  'MZ0117,,MZ011701,Mieze,13,04/05/2021,,,,,,carried forward,,',
  'MZ0102,,MZ010901,Metuge Sede,13,04/05/2021,,,,,,not assessed,,',
  'MZ0102,Balama,MZ010203,Kuekue,13,04/05/2021,0,7,,,,lost,,',
]

const read = async (name: string, lines: string[]) => (await readTabular({ name, bytes: new TextEncoder().encode(`${lines.join('\n')}\n`) })) as TabularFile

describe('the sentences of the import', () => {
  it('exist for every code in the source, and for no other', () => {
    const known = new Set([...Object.keys(importSentences), ...Object.keys(importQuestions), ...ofTheReader])
    expect([...codesInSource].filter((code) => !known.has(code))).toEqual([])
    const dateOrders = ['import.date-order-day-first', 'import.date-order-month-first']
    expect(Object.keys(importSentences).filter((code) => !codesInSource.has(code) && !dateOrders.includes(code) && code !== 'import.result')).toEqual([])
  })

  it('have the same blanks in both languages', () => {
    for (const sentence of Object.values({ ...importSentences, ...importQuestions, ...importAnswers })) expect(blanks(sentence.pt)).toEqual(blanks(sentence.en))
  })

  it('are filled by the facts, in files full of faults', async () => {
    const proposals = [
      interpret(await read('painel.tsv', panelOfFaults), mozambique),
      interpret(await read('tabela.csv', tableOfFaults), mozambique),
      interpret(await read('sem-ronda.csv', ['adm2_pcode,individuals', 'MZ0102,5']), mozambique),
      interpret(await read('fora.csv', ['adm2_pcode,round,individuals', 'SS0102,1,5']), mozambique),
    ]
    const said = proposals.flatMap(({ findings, refusals }) => [...findings, ...refusals])
    for (const { code, facts } of said) {
      const sentence = importSentences[code]
      if (!sentence) continue
      for (const blank of blanks(sentence.en)) expect([code, ...Object.keys(facts)]).toContain(blank)
    }
    const asked = proposals.flatMap(({ questions }) => questions)
    for (const { code, facts, options } of asked) {
      for (const blank of blanks(importQuestions[code]!.en)) expect([code, ...Object.keys(facts)]).toContain(blank)
      for (const option of options) expect(Object.keys(importAnswers)).toContain(option)
    }
    expect(new Set(said.map(({ code }) => code)).size).toBeGreaterThan(20)
    expect(new Set(asked.map(({ code }) => code)).size).toBeGreaterThan(5)
  })

  it('tell the result in one line', async () => {
    const proposal = interpret(await read('painel.tsv', panelOfFaults), mozambique)
    expect(fill(importSentences['import.result']!.en, resultFacts(proposal), 'en')).toMatch(
      /^49 rows read; 37 in 3 rounds; 12 in quarantine; 1 out of scope; \d+ questions for you$/,
    )
  })
})
