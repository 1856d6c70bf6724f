/** The alert on one page of paper: who moved, how many, from where to where, why, and what the figures do not say. */
import { readFileSync } from 'node:fs'
import { type Count, isKnown } from '../../../engines/count.ts'
import type { Language } from '../../../kernel/index.ts'
import { compilePdf, printCount, printDate, printNumber } from '../../../kernel/publishing.ts'
import { reasonLabel } from '../reports/codeWords.ts'
import { when } from './alertText.ts'
import { alertWords } from './alertWords.ts'
import type { PublicAlert } from './publicAlert.ts'

/** What one page holds; the page on the portal has all of them. */
const linesOnPaper = 8

let template: string | undefined

/** A sum that lacks the size of some movements is a lower limit and says so. */
const printed = (count: Count, missing: number, lang: Language): string =>
  `${missing > 0 && isKnown(count) ? `${alertWords[lang].atLeast} ` : ''}${printCount(count, lang)}`

export function alertReport(alert: PublicAlert, lang: Language, { hash, map }: { hash: string; map: string | null }): Uint8Array {
  template ??= readFileSync(new URL('./alertReport.typ', import.meta.url), 'utf8')
  const { kinds, ...words } = alertWords[lang]
  const rest = alert.lines.length - linesOnPaper
  return compilePdf({
    template,
    data: {
      lang,
      region: lang === 'pt' ? 'MZ' : 'GB',
      words: Object.fromEntries(Object.entries(words).filter(([, word]) => typeof word === 'string')),
      title: `${words.alert} ${alert.number}`,
      operation: alert.operation.name,
      when: when(alert, lang),
      day: alert.periodTo,
      lastReport: `${printDate(alert.lastReport, lang)}, ${alert.lastReport.slice(11, 16)} UTC`,
      banner: alert.demonstration?.note[lang] ?? null,
      sums: alert.sums.map((sum) => ({
        kind: kinds[sum.kind].many,
        people: printed(sum.individuals, sum.unsized, lang),
        households: printed(sum.households, sum.withoutHouseholds, lang),
        movements: printNumber(sum.movements, lang),
      })),
      lines: alert.lines
        .slice(0, linesOnPaper)
        .map((line) => [
          kinds[line.kind].one,
          line.fromName ?? words.unknownPlace,
          line.toName ?? words.unknownPlace,
          printed(line.households, line.withoutHouseholds, lang),
          printed(line.individuals, line.unsized, lang),
        ]),
      more: rest > 0 ? words.moreLines(rest) : null,
      narrative: alert.narrative[lang],
      reasons: alert.reasons.map(({ code, movements }) => `${reasonLabel(code, lang)} (${printNumber(movements, lang)})`),
      vulnerabilities: alert.vulnerabilities.map(({ label, individuals }) => `${label[lang]}: ${printCount(individuals, lang)}`),
      needs: alert.needs.map(({ label }) => label[lang]),
      limits: alert.limitations.map((one) => one[lang]),
      credit: alert.credit,
      licence: alert.licence,
      hash,
      map,
    },
  })
}
