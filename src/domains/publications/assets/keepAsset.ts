/** A picture comes in: looked at, cleaned for the public, its original closed under a key of its own. Consents are added with the name closed, withdrawn, and told where the picture was used. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { audit, type Bilingual, type Db, getRow, type House, insertRow, type Refused, refuse, refused, type Upload, updateRow } from '../../../kernel/index.ts'
import { canPrint, keepFile, sha256 } from '../../../kernel/publishing.ts'
import { Asset, type AssetRow, type ConsentRow, PictureConsent } from './asset.ts'
import { cleanPicture } from './cleanPicture.ts'
import { cleanRecording } from './cleanRecording.ts'

const largestPicture = 20
/** A quarter of an hour of spoken sound, or a short film: more does not travel over a slow line. */
const largestRecording = 60
export type AboutPicture = Pick<AssetRow, 'captionPt' | 'captionEn' | 'place' | 'takenOn' | 'credit' | 'recognisable' | 'children'> & {
  protectedPeople: boolean
}

async function whatIsWrong(db: Db, about: AboutPicture, upload: Upload): Promise<Refused | null> {
  const limit = cleanPicture(upload.bytes) === 'foreign' ? largestRecording : largestPicture
  const wrong = [
    ...(about.protectedPeople ? [refuse('publish.picture-protected')] : []),
    ...(about.children > about.recognisable ? [refuse('publish.picture-children', { children: about.children, people: about.recognisable })] : []),
    ...(upload.bytes.length > limit * 1_000_000 ? [refuse('publish.picture-large', { limit })] : []),
  ]
  const place = await db.one<{ level: number }>(sql`select level from places.place where pcode = ${about.place} and valid_to is null`)
  if (!place || place.level > 2) wrong.push(refuse('publish.picture-place'))
  return wrong.length > 0 ? refused(...wrong) : null
}

export async function keepAsset(house: House, db: Db, { protectedPeople, ...about }: AboutPicture, upload: Upload): Promise<AssetRow | Refused> {
  const wrong = await whatIsWrong(db, { protectedPeople, ...about }, upload)
  if (wrong) return wrong
  const picture = cleanPicture(upload.bytes)
  const clean = picture === 'foreign' ? cleanRecording(upload.bytes) : picture
  if (clean === 'foreign') return refused(refuse('publish.picture-foreign', { name: upload.name }))
  if (clean === 'broken') return refused(refuse('publish.picture-broken', { name: upload.name }))
  if (clean === 'tracks') return refused(refuse('publish.film-tracks', { name: upload.name }))
  if (clean.type === 'image/jpeg' || clean.type === 'image/png') {
    if (!canPrint(`look.${clean.type === 'image/png' ? 'png' : 'jpg'}`, clean.bytes)) return refused(refuse('publish.picture-broken', { name: upload.name }))
  }
  const originalSha256 = sha256(upload.bytes)
  const known = await db.one(sql`select 1 from publications.asset where original_sha256 = ${originalSha256}`)
  if (known) return refused(refuse('publish.picture-known', { name: upload.name }))
  const id = randomUUID()
  const close = (await house.vault.make([id])).get(id)!
  const closed = await keepFile(db, house.files, Buffer.from(close(upload.bytes.toString('base64'))), 'closed-picture')
  const copy = await keepFile(db, house.files, clean.bytes, 'picture')
  const { type } = clean
  const [width, height] = 'width' in clean ? [clean.width, clean.height] : [null, null]
  const files = { publicSha256: copy.sha256, bytes: copy.bytes, originalSha256, closedSha256: closed.sha256 }
  const asset = await insertRow(db, Asset, { id, scope: house.pack.country.pcode, ...about, ...{ type, width, height }, ...files })
  await audit(db, 'publications.keep-picture', Asset.name, id, { sha256: copy.sha256 })
  return asset
}

/** Null: erased, or the key is gone. */
export async function openOriginal(house: House, { id, closedSha256 }: AssetRow): Promise<Buffer | null> {
  const box = await house.files.get(closedSha256)
  const text = box && house.vault.open(id, box.toString())
  return text ? Buffer.from(text, 'base64') : null
}

/** The words of a sound or film, in both languages. */
export async function writeTranscript(db: Db, id: string, transcript: Bilingual): Promise<{ ok: true } | Refused> {
  const row = await updateRow(db, Asset, id, { transcript })
  if (!row) return refused(refuse('access.not-found'))
  await audit(db, 'publications.transcript', Asset.name, id)
  return { ok: true }
}

type Named = { name: string }
export const openConsent = ({ vault }: Pick<House, 'vault'>, { id, sealed }: Pick<ConsentRow, 'id' | 'sealed'>): Named | null => {
  const text = sealed === null ? null : vault.open(id, sealed)
  return text ? (JSON.parse(text) as Named) : null
}

export type NewConsent = Pick<ConsentRow, 'who' | 'channels' | 'use' | 'fromDay' | 'toDay' | 'form'> & { name: string }

export async function addConsent(house: House, db: Db, asset: string, { name, ...given }: NewConsent): Promise<{ id: string } | Refused> {
  const row = await getRow(db, Asset, asset)
  if (!row) return refused(refuse('access.not-found'))
  if (given.toDay !== null && given.toDay < given.fromDay) return refused(refuse('publish.period-reversed'))
  const id = randomUUID()
  const close = (await house.vault.make([id])).get(id)!
  await insertRow(db, PictureConsent, { id, scope: row.scope, asset, ...given, sealed: close(JSON.stringify({ name: name.trim() })) })
  await audit(db, 'publications.consent', Asset.name, asset, { who: given.who })
  return { id }
}

export async function withdrawConsent(db: Db, id: string): Promise<{ ok: true } | Refused> {
  const row = await getRow(db, PictureConsent, id)
  if (!row) return refused(refuse('access.not-found'))
  if (row.withdrawnAt) return { ok: true }
  await updateRow(db, PictureConsent, id, { withdrawnAt: new Date().toISOString() })
  await audit(db, 'publications.consent-withdrawn', Asset.name, row.asset)
  return { ok: true }
}

export async function removeAsset(db: Db, id: string): Promise<{ ok: true } | Refused> {
  const row = await updateRow(db, Asset, id, { removedAt: new Date().toISOString() })
  if (!row) return refused(refuse('access.not-found'))
  await audit(db, 'publications.remove-picture', Asset.name, id)
  return { ok: true }
}
