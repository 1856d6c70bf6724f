/** The pictures of a product on the day it goes out: each person in them agreed to the portal, children with guardian and child, and no name of theirs stands in the text. */
import { sql } from 'kysely'
import { fold } from '../../../engines/places/spelling.ts'
import { type Db, type House, type Refusal, refuse } from '../../../kernel/index.ts'
import type { ProductRow } from '../products/product.ts'
import { isPicture } from './asset.ts'
import { openConsent } from './keepAsset.ts'
import { assetsById, gapsOf } from './readAssets.ts'

const whose = {
  person: { who: 'a person in it', whoPt: 'uma pessoa que se reconhece' },
  guardian: { who: 'the guardian of a child', whoPt: 'o tutor de uma criança' },
  child: { who: 'the child itself', whoPt: 'a própria criança' },
} as const

export async function pictureObstacles(db: Db, house: House, { pictures, texts }: ProductRow, day: string): Promise<Refusal[]> {
  if (pictures.length === 0) return []
  const assets = await assetsById(db, pictures)
  const consents = await db.rows<{ id: string; sealed: string | null }>(
    sql`select id, sealed from publications.picture_consent where asset = any (${pictures}::uuid[]) and sealed is not null`,
  )
  const text = ` ${fold(
    Object.values(texts)
      .flatMap(({ title, summary, body }) => [title, summary, body])
      .join(' '),
  )} `
  const named = consents.some((consent) => {
    const name = fold(openConsent(house, consent)?.name ?? '')
    return name !== '' && text.includes(` ${name} `)
  })
  return [
    ...pictures.flatMap((id) => {
      const asset = assets.find((each) => each.id === id)
      if (!asset || asset.removedAt) return [refuse('publish.picture-gone')]
      const about = { asset: asset.captionEn, assetPt: asset.captionPt, day }
      const words = isPicture(asset) || asset.transcript ? [] : [refuse('publish.transcript-missing', { asset: asset.captionEn, assetPt: asset.captionPt })]
      const gaps = gapsOf(asset, 'portal', day).map(({ who, missing }) => refuse('publish.consent-missing', { ...about, ...whose[who], missing }))
      return [...words, ...gaps]
    }),
    ...(named ? [refuse('publish.name-in-text')] : []),
  ]
}
