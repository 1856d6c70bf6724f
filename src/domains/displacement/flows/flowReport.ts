/** The flow bulletin on paper: points first, with the hours behind each figure; then who went where. */
import { readFileSync } from 'node:fs'
import type { Language } from '../../../kernel/index.ts'
import { compilePdf, printCount, printDateRange, printNumber, printPercent } from '../../../kernel/publishing.ts'
import { flowWords } from './flowWords.ts'
import type { PublicFlows, PublicPart } from './publicFlows.ts'

let template: string | undefined

export function flowReport(set: PublicFlows, lang: Language, hash: string): Uint8Array {
  template ??= readFileSync(new URL('./flowReport.typ', import.meta.url), 'utf8')
  const { kinds, statuses, uncounted, seasonSaid, seasonCalled, interviewsSaid, ...words } = flowWords[lang]
  const { interviews, season } = set
  const parts = (list: readonly PublicPart[]) => list.map(({ label, people }) => [label[lang], printCount(people, lang)])
  return compilePdf({
    template,
    data: {
      lang,
      region: lang === 'pt' ? 'MZ' : 'GB',
      words,
      title: `${words.bulletin}: ${set.country.name[lang]}`,
      when: `${kinds[set.kind]}: ${printDateRange(set.from, set.to, lang)}`,
      day: set.to,
      narrative: set.narrative[lang],
      points: set.points.map((point) => [
        point.counted ? point.name : `${point.name} (${words.notAdded})`,
        point.sessions === 0 ? words.notWatched : printNumber(point.hours, lang, 1),
        point.sessions === 0 ? '' : printPercent(point.coverage * 100, lang),
        printCount(point.observed, lang),
        point.perHour === null ? printCount(point.observed === 'withheld' ? 'withheld' : 'unknown', lang) : printNumber(point.perHour, lang, 1),
        printCount(point.estimate, lang),
        point.status ? statuses[point.status] : '',
      ]),
      cells: set.cells.map((cell) => [
        cell.fromName[lang],
        cell.toName[lang],
        `${printCount(cell.people, lang)}${cell.uncounted > 0 ? ` (${uncounted(cell.uncounted)})` : ''}`,
      ]),
      parts: [
        [words.directions, parts(set.directions)],
        [words.who, parts(set.who)],
        [words.reasons, parts(set.reasons)],
      ],
      interviews: interviews && {
        said: interviewsSaid(interviews),
        tables: interviews.tables.map(({ label, answers }) => [
          `${label[lang]} (n = ${printCount(interviews.n, lang)})`,
          answers.map((answer) => [answer.label[lang], printCount(answer.n, lang)]),
        ]),
      },
      season: season && {
        said: seasonSaid(season),
        time: words.seasonTime[season.period === 12 ? 'month' : 'week'],
        times: season.state === 'shown' ? season.times.map(({ time, percent }) => [seasonCalled(season.period, time), `${printNumber(percent, lang)} %`]) : [],
      },
      limits: [...set.limitations.map((one) => one[lang]), words.extrapolated],
      credit: set.credit,
      licence: set.licence,
      hash,
    },
  })
}
