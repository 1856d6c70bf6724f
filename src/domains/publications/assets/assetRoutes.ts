/** The requests of the picture desk. */
import { z } from 'zod'
import {
  type AnyRoute,
  act,
  audit,
  both,
  byId,
  getRow,
  inRanges,
  type Policy,
  read,
  refuse,
  refused,
  route,
  today,
  line as words,
} from '../../../kernel/index.ts'
import { making, office } from '../office.ts'
import { Asset, channels } from './asset.ts'
import { addConsent, keepAsset, openOriginal, removeAsset, withdrawConsent, writeTranscript } from './keepAsset.ts'
import { assetsNow, gapsOf, usesOf } from './readAssets.ts'

const flag = z.enum(['yes', 'no']).transform((answer) => answer === 'yes')
/** The point where it was taken is in it. */
const originals: Policy = { who: ['dataOfficer'], class: 3 }

export const assetRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/api/publications/assets',
    policy: office,
    summary: 'Pictures with their consents, whether the portal may show them today, and the products that use them',
    answer: ({ house, actor }) =>
      read(house.doors, actor, async (db) => {
        const uses = await usesOf(db)
        return (await assetsNow(db)).map(({ closedSha256: _, ...asset }) => ({
          ...asset,
          gaps: gapsOf({ closedSha256: _, ...asset }, 'portal', today()),
          printGaps: gapsOf({ closedSha256: _, ...asset }, 'print', today()),
          usedIn: uses.filter((use) => use.asset === asset.id).map(({ asset: __, ...use }) => use),
        }))
      }),
  }),
  route({
    method: 'POST',
    url: '/api/publications/assets',
    policy: making,
    summary: 'Bring a picture: its public copy is cleaned of place and camera, the original is closed',
    upload: true,
    body: z.object({
      ...{ captionPt: words(300), captionEn: words(300), place: words(20), takenOn: z.iso.date(), credit: words(200) },
      ...{ recognisable: z.coerce.number().int().min(0).max(100), children: z.coerce.number().int().min(0).max(100), protectedPeople: flag },
    }),
    answer: ({ house, actor, body, files }) =>
      files[0] ? act(house.doors, actor, (db) => keepAsset(house, db, body, files[0]!)) : Promise.resolve(refused(refuse('publish.picture-none'))),
  }),
  route({
    method: 'GET',
    url: '/api/publications/assets/:id/picture',
    policy: office,
    summary: 'The public copy, for the office',
    params: byId,
    answer: async ({ house, actor, headers, params: { id } }) => {
      const asset = await read(house.doors, actor, (db) => getRow(db, Asset, id))
      const content = asset && (await house.files.get(asset.publicSha256))
      return content
        ? inRanges({ content, type: asset.type, etag: `"${asset.publicSha256}"` }, headers, { 'cache-control': 'private, no-store' })
        : refused(refuse('access.not-found'))
    },
  }),
  route({
    method: 'POST',
    url: '/api/publications/assets/:id/original',
    policy: originals,
    summary: 'The original with all its camera wrote into it; each look leaves a line',
    params: byId,
    answer: async ({ house, actor, params: { id } }) => {
      const found = await act(house.doors, actor, async (db) => {
        const asset = await getRow(db, Asset, id)
        if (!asset) return refused(refuse('access.not-found'))
        await audit(db, 'publications.open-original', Asset.name, id)
        return asset
      })
      if ('refused' in found) return found
      const content = await openOriginal(house, found)
      return content
        ? { content, type: found.type, name: `${id}-original`, headers: { 'cache-control': 'private, no-store' } }
        : refused(refuse('access.not-found'))
    },
  }),
  route({
    method: 'POST',
    url: '/api/publications/assets/:id/transcript',
    policy: making,
    summary: 'Write the words of a sound or film, without which it does not go out',
    params: byId,
    body: both(20_000),
    answer: ({ house, actor, params: { id }, body }) => act(house.doors, actor, (db) => writeTranscript(db, id, body)),
  }),
  route({
    method: 'POST',
    url: '/api/publications/assets/:id/remove',
    policy: making,
    summary: 'Take a picture off every page at once',
    params: byId,
    answer: ({ house, actor, params: { id } }) => act(house.doors, actor, (db) => removeAsset(db, id)),
  }),
  route({
    method: 'POST',
    url: '/api/publications/assets/:id/consents',
    policy: making,
    summary: 'Keep the consent of a person, a guardian or a child; the name is closed at once',
    params: byId,
    body: z.object({
      ...{ who: z.enum(['person', 'guardian', 'child']), name: words(200), channels: z.array(z.enum(channels)).min(1), use: words(300) },
      ...{ fromDay: z.iso.date(), toDay: z.iso.date().nullable(), form: words(60) },
    }),
    answer: ({ house, actor, params: { id }, body }) => act(house.doors, actor, (db) => addConsent(house, db, id, body)),
  }),
  route({
    method: 'POST',
    url: '/api/publications/consents/:id/withdraw',
    policy: making,
    summary: 'Somebody takes the consent back: the picture leaves every page at once',
    params: byId,
    answer: ({ house, actor, params: { id } }) => act(house.doors, actor, (db) => withdrawConsent(db, id)),
  }),
]
