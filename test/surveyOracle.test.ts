/**
 * A published two-stage sample carried through the product: 6,194 Californian schools in 757 districts as the frame, the 126 schools of the sample as a draw given
 * from outside, their answers by form, and the published table held against the figures of another implementation (numbers of R's survey 4.1.1).
 */
import { existsSync, readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { columnsIn } from '../src/engines/sampling/csv.fixture.ts'
import type { Label } from '../src/engines/sampling/index.ts'
import { Project } from '../src/kernel/forms/form.ts'
import { asOwner, insertRow } from '../src/kernel/index.ts'
import { authorOf, settings, sheet } from './support/authoring.ts'
import { layOperation } from './support/movementForm.ts'
import { interview } from './support/surveyForm.ts'
import { openTestHouse, type TestHouse } from './support/testHouse.ts'

const folder = new URL('../../shared/oracles/survey/', import.meta.url)
const isThere = existsSync(folder)
const read = (file: string) => columnsIn(readFileSync(new URL(file, folder), 'utf8').replace('F,p,df1,df2', 'F p df1 df2'))

const form = [
  sheet(
    'survey',
    'type | name | label | relevant | parameters',
    'begin_group | visit | Visita | |',
    'select_one_from_file sampled-units.csv | unit | Unidade | | value=code',
    'date | day | Dia | |',
    'text | outcome | Resultado | |',
    'end_group | | | |',
    'begin_group | school | Escola | |',
    'integer | api00 | Pontos | |',
    'integer | enroll | Alunos | |',
    'integer | api_stu | Examinados | |',
    'select_one stype | stype | Tipo | |',
    'select_one yes_no | sch_wide | Meta | |',
    'end_group | | | |',
  ),
  sheet(
    'choices',
    'list_name | name | label',
    'stype | E | Primária',
    'stype | M | Média',
    'stype | H | Secundária',
    'yes_no | Yes | Sim',
    'yes_no | No | Não',
  ),
  settings('1', 'escolas'),
].join('\n')

type Figure = {
  answer: string | null
  breakdown: string | null
  group: string | null
  value: number
  se: number
  low: number
  high: number
  deff: number
  df: number
  n: number
}
type Set = { lines: { code: string; figures: Figure[] }[]; weights: { sum: number }; response: { visited: number; rate: number } }

const plan: [code: string, statistic: string, question: string, denominator: string | null, breakdowns: string[]][] = [
  ['api00', 'mean', 'school/api00', null, ['school/stype']],
  ['enroll', 'mean', 'school/enroll', null, []],
  ['students', 'total', 'school/enroll', null, ['school/sch_wide']],
  ['tested', 'ratio', 'school/api_stu', 'school/enroll', []],
  ['median', 'median', 'school/api00', null, []],
  ['stype', 'share', 'school/stype', null, []],
  ['met', 'share', 'school/sch_wide', null, []],
]

describe.skipIf(!isThere)(`a published survey through the product${isThere ? '' : ' (skipped: no folder shared/oracles/survey beside the repository)'}`, () => {
  let test: TestHouse
  let set: Set
  let survey: string
  const ask = async (who: 'bento' | 'carla' | 'elsa', method: 'GET' | 'POST' | 'PATCH', url: string, payload?: object) => {
    const answered = await test.ask(who, { method, url: `/api/displacement/${url}`, ...(payload ? { payload } : {}) })
    if (answered.status !== 200) throw new Error(`${url}: ${answered.text.slice(0, 500)}`)
    return answered.body as never
  }
  const step = (who: 'bento' | 'carla' | 'elsa', name: string) => ask(who, 'POST', `survey/${survey}/steps/${name}`, {})

  beforeAll(async () => {
    test = await openTestHouse()
    await insertRow(asOwner(test.house.doors), Project, { scope: 'MZ', number: 1, name: 'DTM', training: false })
    const author = authorOf(test)
    const handed = (await author.handIn(form)).body.form
    await author.ask('POST', `/${handed}/settings`, { taker: 'displacement.survey' })
    expect((await author.publish(handed)).status).toBe(200)
    await author.ask('POST', '/assignments', { project: 1, targetKind: 'role', target: 'enumerator' })
    const about = {
      title: { pt: 'Escolas', en: 'Schools' },
      population: { pt: 'Escolas', en: 'Schools' },
      purpose: 'needs',
      aboutSecurity: false,
      languages: 'Inglês',
    }
    survey = ((await ask('bento', 'POST', 'surveys', { ...about, operation: await layOperation(test), code: 'API' })) as { id: string }).id
    const pop = read('apipop.csv')
    const units = pop.snum!.map((snum, at) => ({ code: `S${snum}`, cluster: `D${pop.dnum![at]}` }))
    await ask('bento', 'POST', `surveys/${survey}/frame`, { kind: 'list', source: 'California 2000', units })
    const design = { kind: 'twoStage', n: 0, clusters: 40, perCluster: 5, reserve: 0, reserveClusters: 0, allocation: 'proportional' }
    await ask('bento', 'POST', `surveys/${survey}/design`, design)
    const sample = read('apiclus2.csv')
    await ask('bento', 'POST', `surveys/${survey}/given-draw`, { units: sample.snum!.map((snum) => `S${snum}`) })
    await ask('bento', 'PATCH', `surveys/${survey}`, {
      version: 3,
      form: handed,
      collectedFrom: '2000-05-01',
      collectedTo: '2000-05-31',
      licence: 'CC BY 4.0',
      credit: 'Test',
    })
    for (const [code, statistic, question, denominator, breakdowns] of plan)
      await ask('bento', 'POST', `surveys/${survey}/plan`, {
        code,
        label: { pt: code, en: code },
        statistic,
        question,
        denominator,
        breakdowns,
        answers: [],
        noAnswer: [],
      })
    await step('bento', 'open')
    await answerAll(sample)
    for (const name of ['close']) await step('bento', name)
    await ask('bento', 'POST', `surveys/${survey}/weighting`, { nonresponse: 'cluster', fit: null })
    await step('carla', 'approve')
    await step('elsa', 'publish')
    set = JSON.parse((await test.server.inject('/files/moz-survey-api/1/MOZ-survey-API.json')).body)
  }, 240_000)
  afterAll(() => test?.close())

  async function answerAll(sample: Record<string, Label[]>) {
    const units = await asOwner(test.house.doors).rows<{ code: string; frameCode: string }>(
      sql`select code, frame_code from displacement.sampled_unit where survey = ${survey} and asked`,
    )
    const send = async ({ code, frameCode }: { code: string; frameCode: string }) => {
      const at = sample.snum!.findIndex((snum) => `S${snum}` === frameCode)
      const named = { api00: sample.api00!, enroll: sample.enroll!, api_stu: sample['api.stu']!, stype: sample.stype!, sch_wide: sample['sch.wide']! }
      const school = Object.fromEntries(Object.entries(named).flatMap(([name, column]) => (column[at] === null ? [] : [[name, column[at]!]])))
      expect(await interview(test, { form: 'escolas', version: '1', unit: code, pages: { school } })).toEqual([])
    }
    // As several phones at once would.
    for (let at = 0; at < units.length; at += 7) await Promise.all(units.slice(at, at + 7).map(send))
  }

  const figure = (code: string, where: Partial<Figure> = {}) =>
    set.lines.find((line) => line.code === code)!.figures.find((each) => (where.answer ?? null) === each.answer && (where.group ?? null) === each.group)!

  /** Every printed number of their rows against ours; relative, but absolute below one. */
  function misses(allowed: number, pairs: [stat: string, variable: string, group: string, ours: Figure][]): string[] {
    const oracle = read('survey_oracle.csv')
    return pairs.flatMap(([stat, variable, group, ours]) => {
      const at = oracle.design!.findIndex(
        (name, row) => name === 'clus2' && oracle.stat![row] === stat && oracle.variable![row] === variable && oracle.group![row] === group,
      )
      if (at < 0) return [`no row ${stat} ${variable} ${group}`]
      const compared = { estimate: ours.value, se: ours.se, ci_low: ours.low, ci_high: ours.high, deff: ours.deff, df: ours.df }
      return Object.entries(compared).flatMap(([column, value]) => {
        const theirs = oracle[column]![at]
        if (typeof theirs !== 'number') return []
        const far = value === null ? Number.POSITIVE_INFINITY : Math.abs(value - theirs) / Math.max(1, Math.abs(theirs))
        return far <= allowed ? [] : [`${stat} ${variable} ${group} ${column}: ${value}, not ${theirs}`]
      })
    })
  }

  it('prints means, totals, shares, ratios and groups equal to theirs in ten digits', () => {
    expect(
      misses(1e-10, [
        ['mean1', 'api00', 'all', figure('api00')],
        ['domain_mean', 'api00', 'E', figure('api00', { group: 'E' })],
        ['domain_mean', 'api00', 'M', figure('api00', { group: 'M' })],
        ['domain_mean', 'api00', 'H', figure('api00', { group: 'H' })],
        ['mean', 'enroll', 'all', figure('enroll')],
        ['total', 'enroll', 'all', figure('students')],
        ['domain_total', 'enroll', 'Yes', figure('students', { group: 'Yes' })],
        ['domain_total', 'enroll', 'No', figure('students', { group: 'No' })],
        ['ratio', 'api.stu/enroll', 'all', figure('tested')],
        ['prop', 'stypeE', 'all', figure('stype', { answer: 'E' })],
        ['prop', 'stypeM', 'all', figure('stype', { answer: 'M' })],
        ['prop', 'stypeH', 'all', figure('stype', { answer: 'H' })],
        ['prop', 'sch.wideYes', 'all', figure('met', { answer: 'Yes' })],
      ]),
    ).toEqual([])
  })

  it('prints the interval of a share by the logit, and that of a median, within what the specification grants', () => {
    expect(misses(1e-8, [['ciprop_logit', 'sch.wide=Yes', 'all', figure('met', { answer: 'Yes' })]])).toEqual([])
    expect(misses(1e-6, [['quantile', 'api00@0.5', 'all', figure('median')]])).toEqual([])
  })

  it('says how many did not answer a question, and takes nobody of them for a zero', () => {
    expect(figure('enroll').n).toBe(120)
    expect(set.response).toMatchObject({ visited: 126, rate: 1 })
  })
})
