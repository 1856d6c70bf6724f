/** A drawing joins a design: looked at, cleaned of what a camera wrote into it, and kept under its content. */
import { sql } from 'kysely'
import { asTheHouse, audit, type Db, getRow, insertRow, type House as Mission, type Refused, refuse, refused, type Upload } from '../../../kernel/index.ts'
import { keepFile } from '../../../kernel/publishing.ts'
import { cleanPicture } from '../../publications/index.ts'
import { HouseDesign } from './design.ts'
import { Drawing, type DrawingRow } from './drawing.ts'

const largestMegabytes = 10
type Content = { type: DrawingRow['type']; bytes: Uint8Array }

function contentOf({ name, bytes }: Upload): Content | Refused {
  if (bytes.length > largestMegabytes * 1_000_000) return refused(refuse('house.drawing-large', { name, limit: largestMegabytes }))
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') return { type: 'application/pdf', bytes }
  const clean = cleanPicture(bytes)
  if (clean === 'foreign') return refused(refuse('house.drawing-foreign', { name }))
  return clean === 'broken' ? refused(refuse('house.drawing-broken', { name })) : clean
}

export type AboutDrawing = Pick<DrawingRow, 'words' | 'licence'>

export async function keepDrawing(db: Db, mission: Mission, design: string, about: AboutDrawing & { upload: Upload }): Promise<{ id: string } | Refused> {
  const { upload, words, licence } = about
  if (!(await getRow(db, HouseDesign, design))) return refused(refuse('house.design-unknown'))
  const content = contentOf(upload)
  if ('refused' in content) return content
  const { sha256, bytes } = await keepFile(db, mission.files, content.bytes, 'drawing')
  const there = await db.one(sql`select 1 from solutions.drawing where design = ${design} and sha256 = ${sha256}`)
  if (there) return refused(refuse('house.drawing-known', { name: upload.name }))
  const { id } = await asTheHouse(db, (house) =>
    insertRow(house, Drawing, { scope: mission.pack.country.pcode, design, sha256, bytes, type: content.type, words, licence }),
  )
  await audit(db, 'house.drawing', HouseDesign.name, design, { sha256 })
  return { id }
}

export const drawingsOf = (db: Db, design: string): Promise<DrawingRow[]> =>
  db.rows<DrawingRow>(sql`select * from solutions.drawing where design = ${design} order by recorded_at, id`)
