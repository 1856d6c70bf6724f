/**
 * The round report that a head of mission sends to a donor: key figures with their coverage, the map, what changed and why, every district, method,
 * endorsement and how to check it; one tagged A4 PDF per language from one template. Strategy: focus area 15, key result 1, activity C.
 */
import { readFileSync } from 'node:fs'
import QRCode from 'qrcode'
import { compilePdf } from '../../../kernel/publishing.ts'
import type { Language } from '../../../kernel/shared.ts'
import type { PublicRound } from '../publicRound.ts'
import { documentNumber } from './citation.ts'
import { reportModel } from './reportModel.ts'
import { changeChart } from './roundCharts.ts'
import { trendChart } from './trendChart.ts'
import { reportWords } from './words.ts'

export type ReportSettings = {
  /** The map of the same frozen set in the same language (`roundMap`), or null when no outline is known. */
  mapSvg: string | null
  /** Hash over the canonical JSON of the set, as `roundJson` gives it. */
  hash: string
  /** Public address of this publication, printed as a QR code. */
  address?: string
  /** Without pictures: for slow links, and as the yardstick of the bench. */
  pictures?: boolean
}

let template: string | undefined

export async function roundReport(round: PublicRound, lang: Language, settings: ReportSettings): Promise<Uint8Array> {
  template ??= readFileSync(new URL('./roundReport.typ', import.meta.url), 'utf8')
  const { mapSvg, hash, address, pictures = true } = settings
  const { page, ...words } = reportWords[lang]
  const { change } = round
  const data = {
    report: reportModel(round, lang),
    words: sentencesLeftOut(words),
    pageOf: page({ page: '{page}', pages: '{pages}' }),
    documentNumber: documentNumber(round, lang),
    credit: round.credit,
    licence: round.licence,
    hash,
    address: address ?? null,
    map: pictures ? mapSvg : null,
    trend: pictures && round.trend.length > 0 ? await trendChart(round.trend, lang) : null,
    change: pictures && change?.computable ? await changeChart(change.terms, lang) : null,
    qr: address ? await QRCode.toString(address, { type: 'svg', errorCorrectionLevel: 'Q', margin: 0 }) : null,
  }
  return compilePdf({ template, data })
}

/** Sentences with figures are already part of the report's own text; the template needs the plain words only. */
const sentencesLeftOut = (words: object): Record<string, unknown> => Object.fromEntries(Object.entries(words).filter(([, word]) => typeof word !== 'function'))
