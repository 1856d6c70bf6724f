/**
 * A file that came with a submission, opened by its reviewer: pictures as pictures, by what they hold and not by what they are called; anything else as a download.
 * What came with a restricted form opens for those who decide on it, and for nobody else. No copy stays in the browser or on the way.
 */
import { sql } from 'kysely'
import type { Actor } from '../../access/actor.ts'
import { canUpdate } from '../../access/rules.ts'
import { type Db, isRefused, type Refused, read, refused } from '../../db/transaction.ts'
import type { House } from '../../house.ts'
import type { Content } from '../../http/route.ts'
import { refuse } from '../../refusal.ts'
import { Standing } from '../submission.ts'
import { standingOf } from './standing.ts'

const beginnings: [RegExp, string][] = [
  [/^\xff\xd8\xff/, 'image/jpeg'],
  [/^\x89PNG\r\n/, 'image/png'],
  [/^GIF8[79]a/, 'image/gif'],
  [/^RIFF.{4}WEBP/s, 'image/webp'],
]
const pictureType = (content: Buffer): string | undefined => {
  const beginning = content.subarray(0, 12).toString('latin1')
  return beginnings.find(([shape]) => shape.test(beginning))?.[1]
}

export const mayOpenFiles = ({ actor }: Db, restricted: boolean): boolean => !restricted || canUpdate(actor, Standing)

async function knownFile(db: Db, submission: string, file: string): Promise<{ name: string; sha256: string } | Refused> {
  const standing = await standingOf(db, submission)
  if (isRefused(standing)) return standing
  const found = await db.one<{ name: string; sha256: string | null; restricted: boolean }>(sql`
    select x.name, x.sha256, f.restricted from forms.submission_file x join forms.submission s on s.id = x.submission join forms.form f on f.id = s.form
    where x.id = ${file} and (s.id = ${submission} or s.root = ${submission})`)
  if (!found) return refused(refuse('access.not-found'))
  if (!mayOpenFiles(db, found.restricted)) return refused(refuse('forms.file-restricted'))
  return found.sha256 ? { name: found.name, sha256: found.sha256 } : refused(refuse('forms.file-not-here', { name: found.name }))
}

export async function sentFile(house: House, actor: Actor, submission: string, file: string): Promise<Content | Refused> {
  const known = await read(house.doors, actor, (db) => knownFile(db, submission, file))
  if (isRefused(known)) return known
  const content = await house.files.get(known.sha256)
  if (!content) return refused(refuse('forms.file-not-here', { name: known.name }))
  const headers = { 'cache-control': 'private, no-store' }
  const type = pictureType(content)
  return type ? { content, type, headers } : { content, type: 'application/octet-stream', name: known.name, headers }
}
