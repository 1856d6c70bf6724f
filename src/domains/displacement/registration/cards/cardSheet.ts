/**
 * Cards of households, eight on an A4 sheet to be cut. Both languages stand on each card, because nobody knows who will read it. Printed is what a distribution
 * needs (number, size, place) and no more: a card that is lost must not tell who lives with children or alone.
 */
import { readFileSync } from 'node:fs'
import QRCode from 'qrcode'
import { isKnown, sumCounts } from '../../../../engines/count.ts'
import { compilePdf, printDate } from '../../../../kernel/publishing.ts'
import type { CardFacts } from './signCard.ts'

export type PrintedCard = CardFacts & { token: string }

let template: string | undefined

/** Level Q: a quarter of the code may be creased or dirty. Four blank modules around it are part of the code. */
const codeOf = (token: string) => QRCode.toString(token, { type: 'svg', errorCorrectionLevel: 'Q', margin: 4 })

export async function cardSheet(cards: readonly PrintedCard[], { exercise, day }: { exercise: string; day: string }): Promise<Uint8Array> {
  template ??= readFileSync(new URL('./cardSheet.typ', import.meta.url), 'utf8')
  const data = {
    title: `Cartões de agregado · Household cards · ${exercise}`,
    day,
    cards: await Promise.all(
      cards.map(async ({ token, number, exercise: of, place, people, issuedOn, print }) => {
        const size = sumCounts(people.map(({ count }) => count))
        return {
          code: await codeOf(token),
          number,
          exercise: of,
          place,
          // A card without its size still opens the way to aid; the people are counted at the desk.
          size: isKnown(size) && size > 0 ? String(size) : '?',
          issued: printDate(issuedOn, 'pt'),
          again: print > 1 ? `${print}.ª via · copy ${print}` : null,
        }
      }),
    ),
  }
  return compilePdf({ template, data })
}
