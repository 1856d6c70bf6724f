/** The sheet of a design: what is built, from how much of what, what holds it in wind and water, and its drawings, each under its licence. */
import { type Db, getRow, type Language, type House as Mission } from '../../../kernel/index.ts'
import { type Paper, printDate, printNumber } from '../../../kernel/publishing.ts'
import { HouseDesign } from '../houses/design.ts'
import { drawingsOf } from '../houses/keepDrawing.ts'
import { type PrintWord, printWords } from './printWords.ts'

export async function designPaper(db: Db, mission: Mission, id: string, lang: Language): Promise<Paper | null> {
  const w = printWords[lang]
  const design = await getRow(db, HouseDesign, id)
  if (!design) return null
  const { code, edition, name, areaM2, rooms, hazardFeatures, accessibility, cost, currency, pricesOf, sessions, licence, materials } = design
  const drawings = await drawingsOf(db, id)
  const under = (words: string, of: string) => `${words} (${w.licence}: ${of})`
  const drawn = drawings.filter(({ type }) => type !== 'application/pdf')
  const contents = await Promise.all(drawn.map(async (one) => ({ alt: under(one.words, one.licence), content: await mission.files.get(one.sha256) })))
  return {
    ...{ title: w.designSheet, number: `${code} · ${edition} · ${name[lang]}` },
    facts: [
      [w.area, printNumber(areaM2, lang)],
      [w.rooms, printNumber(rooms, lang)],
      [w.against, hazardFeatures.map((one) => w[one as PrintWord]).join(', ') || w.notSaid],
      [w.accessibility, accessibility ?? w.notSaid],
      [w.cost, cost === null || !pricesOf ? w.unknown : `${printNumber(cost, lang)} ${currency}, ${w.pricesOf} ${printDate(pricesOf, lang)}`],
      [w.sessions, sessions ?? w.notSaid],
      [w.licence, licence ?? w.notSaid],
    ],
    columns: [
      { title: w.material, wide: true },
      { title: w.quantity, number: true },
    ],
    rows: materials.map(({ item, quantity }) => [item, printNumber(quantity, lang)]),
    notes: drawings.filter(({ type }) => type === 'application/pdf').map(({ words, licence: of }) => `${w.sheetApart}: ${under(words, of)}`),
    pictures: contents.flatMap(({ alt, content }) => (content ? [{ alt, content }] : [])),
  }
}
