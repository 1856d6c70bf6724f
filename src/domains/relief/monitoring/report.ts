/** The monitoring report on paper, in either language: each kind of household with its shares, errors and intervals, and how the number of visits came about. */
import { readFileSync } from 'node:fs'
import type { Language } from '../../../kernel/index.ts'
import { compilePdf } from '../../../kernel/publishing.ts'
import type { OpenRound, ShownResult } from './readRounds.ts'
import { reportWords } from './reportWords.ts'

let template: string | undefined

const decimals = (value: number, lang: Language, digits: number) =>
  new Intl.NumberFormat(lang === 'pt' ? ['pt-MZ', 'pt'] : ['en'], { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value)

export function reportPdf(round: OpenRound, lang: Language): Uint8Array {
  template ??= readFileSync(new URL('./report.typ', import.meta.url), 'utf8')
  const words = reportWords[lang]
  const percent = (share: number) => `${decimals(100 * share, lang, 1)} %`
  const lineOf = ({ question, answered, share, se, interval, withheld }: ShownResult) => [
    round.questions.find(({ code }) => code === question)?.label[lang] ?? question,
    String(answered),
    withheld ? words.withheld : share === null ? words.unknown : percent(share),
    se === null ? '–' : decimals(100 * se, lang, 2),
    interval === null ? '–' : `${percent(interval.low)} – ${percent(interval.high)}`,
  ]
  const parts = round.sizes.map(({ kind, households, n, otherOrder }) => {
    const results = round.results.filter((result) => result.kind === kind)
    return {
      title: `${words[kind]} (${households} ${words.households})`,
      size: `${words.size}: ${n} (${words.sizeOrder} ${otherOrder})`,
      lines: results.map(lineOf),
      silent: [...new Set(results.flatMap(({ silent }) => silent))],
    }
  })
  const facts = [
    [words.place, round.placeName ?? round.place],
    [words.distributions, round.distributions.join(', ') || words.unknown],
    [words.window, `${round.windowFrom} – ${round.windowTo}`],
    [words.formVersion, round.formVersion],
    [words.asked, `${round.drawn} ${words.ofDrawn} ${round.answered}`],
    [words.complaints, round.complaints === null ? words.unknown : String(round.complaints)],
    [words.seed, round.seed ?? words.unknown],
    [words.frameHash, round.frameHash ?? words.unknown],
  ]
  const data = { lang, region: lang === 'pt' ? 'MZ' : 'GB', words, title: `${round.title[lang]} (${round.code})`, day: round.windowTo, facts, parts }
  return compilePdf({ template, data })
}
