/** The survey on paper: figures with their intervals, who answered, how it was done, and what the figures do not say. */
import { readFileSync } from 'node:fs'
import type { Language } from '../../../kernel/index.ts'
import { compilePdf, printDateRange, printNumber } from '../../../kernel/publishing.ts'
import type { PublicSurvey } from './publicSurvey.ts'
import { blocksOf } from './surveyFigures.ts'
import { percentOf } from './surveyText.ts'
import { surveyWords } from './surveyWords.ts'

let template: string | undefined

export function surveyReport(set: PublicSurvey, lang: Language, hash: string): Uint8Array {
  template ??= readFileSync(new URL('./surveyReport.typ', import.meta.url), 'utf8')
  const words = surveyWords[lang]
  const { source, licence, value, interval, n, response, stratum, drawn, visited, rate, method, limits } = words
  return compilePdf({
    template,
    data: {
      lang,
      region: lang === 'pt' ? 'MZ' : 'GB',
      words: { source, licence, hash: words.hash, value, interval, n, response, stratum, drawn, visited, rate, method, limits },
      title: set.title[lang],
      when: `${words.survey} ${set.code} · ${words.purposes[set.purpose]} · ${printDateRange(set.from, set.to, lang)}`,
      day: set.to,
      narrative: set.narrative[lang],
      lines: set.lines.map((line) => ({
        title: `${line.label[lang]} (${words.statistics[line.statistic].toLowerCase()})`,
        question: [line.question, line.denominator].flatMap((question) => (question ? [question[lang]] : [])).join(' ÷ '),
        late: line.afterAnswers ? words.late : null,
        blocks: blocksOf(line, lang, set.minimum),
      })),
      response: set.response.strata.map((line) => [
        line.stratum,
        printNumber(line.drawn, lang),
        printNumber(line.visited, lang),
        line.rate === null ? '' : percentOf(line.rate, lang),
      ]),
      method: set.method[lang],
      limits: set.limitations.map((one) => one[lang]),
      credit: set.credit,
      licence: set.licence,
      hash,
    },
  })
}
