/** Figures of a survey as they are written and grouped: the same on page and paper, so that no reader meets a value without its interval and its n. */
import { printCount, printNumber } from '../../../kernel/publishing.ts'
import type { Language } from '../../../kernel/shared.ts'
import type { PublicFigure, PublicLine } from './publicSurvey.ts'
import { percentOf } from './surveyText.ts'
import { surveyWords } from './surveyWords.ts'

export type Shown = {
  label: string
  value: string
  interval: string
  n: string
  /** As parts of the width, for the drawing; null where there is nothing to draw. */
  track: { low: number; value: number; high: number } | null
  withheld: boolean
}
export type ShownBlock = { title: string | null; top: string; rows: Shown[] }

const decimalsOf = (value: number): number => (Math.abs(value) >= 1000 ? 0 : Math.abs(value) >= 100 ? 1 : 2)

function printed(value: number, isShare: boolean, lang: Language): string {
  return isShare ? percentOf(value, lang) : printNumber(value, lang, decimalsOf(value))
}

/** Shares run to 100 %; others to the highest limit, or below zero they are not drawn. */
function scaleOf(figures: readonly PublicFigure[], isShare: boolean): number | null {
  if (isShare) return 1
  const highest = Math.max(...figures.map(({ high, value }) => high ?? value ?? 0))
  return highest > 0 && figures.every(({ low, value }) => (low ?? value ?? 0) >= 0) ? highest : null
}

function shown(figure: PublicFigure, label: string, isShare: boolean, top: number | null, lang: Language, minimum: number): Shown {
  const words = surveyWords[lang]
  const { value, low, high, withheld } = figure
  if (withheld) {
    const said = words.withheld[withheld].replace('{minimum}', printNumber(minimum, lang))
    return {
      label,
      value: said,
      interval: '',
      n: withheld === 'small' ? `< ${printNumber(minimum, lang)}` : printCount('withheld', lang),
      track: null,
      withheld: true,
    }
  }
  const missing = typeof figure.nonresponse === 'number' && figure.nonresponse > 0 ? ` (+${printNumber(figure.nonresponse, lang)} ${words.missing})` : ''
  const n = `${printCount(figure.n, lang)}${missing}`
  if (value === null) return { label, value: words.nobody, interval: '', n, track: null, withheld: false }
  const interval = low === null || high === null ? words.noInterval : `${printed(low, isShare, lang)} ${words.to} ${printed(high, isShare, lang)}`
  const track = top === null || low === null || high === null ? null : { low: low / top, value: value / top, high: high / top }
  return { label, value: printed(value, isShare, lang), interval, n, track, withheld: false }
}

/** Everybody first, then a block for each group: of a distribution the answers of the group, of one figure the groups. */
export function blocksOf({ figures, statistic, label }: PublicLine, lang: Language, minimum: number): ShownBlock[] {
  const isShare = statistic === 'share'
  const top = scaleOf(figures, isShare)
  const topSaid = top === null ? '' : isShare ? `100${lang === 'pt' ? '\u00a0' : ''}%` : printed(top, false, lang)
  const isDistribution = figures.some(({ answer }) => answer !== null)
  const row = (figure: PublicFigure, name: string) => shown(figure, name, isShare, top, lang, minimum)
  const nameOf = ({ answerLabel, groupLabel }: PublicFigure) => (isDistribution ? answerLabel : groupLabel)?.[lang] ?? label[lang]
  const whole: ShownBlock = { title: null, top: topSaid, rows: figures.filter(({ breakdown }) => breakdown === null).map((each) => row(each, nameOf(each))) }
  const groups = new Map<string, PublicFigure[]>()
  for (const figure of figures) {
    if (figure.breakdown === null) continue
    const title = isDistribution ? `${figure.breakdownLabel![lang]}: ${figure.groupLabel![lang]}` : figure.breakdownLabel![lang]
    groups.set(title, [...(groups.get(title) ?? []), figure])
  }
  return [whole, ...[...groups].map(([title, of]) => ({ title, top: topSaid, rows: of.map((each) => row(each, nameOf(each))) }))]
}
