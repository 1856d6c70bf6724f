/** Tokens on paper: ten on an A4 sheet to be cut, or one below the other on a strip of 80 mm. Number, what it is worth, and the code: no name, no score, no reason. */
import { readFileSync } from 'node:fs'
import QRCode from 'qrcode'
import { compilePdf, printDate } from '../../../kernel/publishing.ts'
import type { Bilingual } from '../../../kernel/shared.ts'
import type { DistributionRow } from './planDistribution.ts'
import type { PrintedToken } from './tokens.ts'

let template: string | undefined

export type TokenPaper = 'a4' | 'strip'

/** Level M: a token lives for a day, and a larger code would not fit the strip. Four blank modules around it are part of the code. */
const codeOf = (token: string) => QRCode.toString(token, { type: 'svg', errorCorrectionLevel: 'M', margin: 4 })

export async function tokenSheet(
  tokens: readonly PrintedToken[],
  given: { distribution: DistributionRow; items: Record<string, Bilingual>; paper: TokenPaper },
): Promise<Uint8Array> {
  template ??= readFileSync(new URL('./tokenSheet.typ', import.meta.url), 'utf8')
  const { distribution, items, paper } = given
  const worth = (lang: 'pt' | 'en', lines: PrintedToken['lines']) =>
    lines.map(({ item, quantity }) => `${quantity} × ${items[item]?.[lang] ?? item}`).join(' · ')
  const data = {
    paper,
    title: `Senhas · Tokens · ${distribution.code}`,
    day: distribution.day,
    code: distribution.code,
    where: `${distribution.point} · ${printDate(distribution.day, 'pt')}`,
    tokens: await Promise.all(
      tokens.map(async ({ token, household, shortCode, lines, mark, print }) => ({
        code: await codeOf(token),
        household,
        shortCode,
        pt: worth('pt', lines),
        en: worth('en', lines),
        mark,
        again: print > 1 ? `${print}.ª via · copy ${print}` : null,
      })),
    ),
  }
  return compilePdf({ template, data })
}
