/**
 * The pictures of a text on its paper: those that everybody in them lets us print on that day, with caption and credit. A paper that is out cannot be called back, so which pictures it
 * carries is kept with the product, and when a consent ends the product is listed for a decision. Together they weigh no more than a slow line carries.
 */
import { type Db, type House, type Language, today } from '../../../kernel/index.ts'
import { canPrint } from '../../../kernel/publishing.ts'
import { isPicture } from '../assets/asset.ts'
import { type Agreed, mayShow } from '../assets/consent.ts'
import { assetsById } from '../assets/readAssets.ts'

export type PrintedPicture = { id: string; name: string; bytes: Uint8Array; caption: Record<Language, string>; credit: string; widthMm: number }

const bytesAtMost = 6_000_000
/** Room on the sheet, in millimetres. */
const room = { width: 120, height: 85 }

/** In the order of the text. */
export async function printedPictures(house: House, db: Db, ids: readonly string[]): Promise<PrintedPicture[]> {
  const assets = await assetsById(db, ids)
  const printed: PrintedPicture[] = []
  let weight = 0
  for (const id of ids) {
    const asset = assets.find((each) => each.id === id)
    if (!asset?.width || !asset.height || !isPicture(asset) || !mayShow(asset, asset.consents as Agreed[], 'print', today())) continue
    const bytes = await house.files.get(asset.publicSha256)
    const name = `picture-${printed.length + 1}.${asset.type === 'image/png' ? 'png' : 'jpg'}`
    if (!bytes || weight + bytes.length > bytesAtMost || !canPrint(name, bytes)) continue
    weight += bytes.length
    const widthMm = Math.min(room.width, (room.height * asset.width) / asset.height)
    printed.push({ id, name, bytes, caption: { pt: asset.captionPt, en: asset.captionEn }, credit: asset.credit, widthMm })
  }
  return printed
}
