/** Pictures on public pages: asked anew each time whether everybody in them still agrees, so that nothing is shown a minute longer than it may be. */
import { z } from 'zod'
import { isPicture, type PublicPicture, picturesOfTexts, publicPicture, publicPictures } from '../domains/publications/index.ts'
import type { PortalPicture, PortalSummary } from '../faces/portal/index.ts'
import { type AnyRoute, type House, inRanges, refuse, refused, route } from '../kernel/index.ts'

export const shownPicture = ({ href, type, width, height, transcript, bytes, caption, credit }: PublicPicture): PortalPicture => ({
  ...{ href, type, width, height, transcript, bytes, caption, credit },
})

/** Each text with the first of its pictures that may be shown today. */
export async function withPictures(house: House, products: readonly PortalSummary[]): Promise<PortalSummary[]> {
  const named = await picturesOfTexts(
    house,
    products.map(({ slug }) => slug),
  )
  const shown = new Map((await publicPictures(house, [...new Set([...named.values()].flat())])).map((picture) => [picture.id, picture]))
  return products.map((product) => {
    const first = named
      .get(product.slug)
      ?.map((id) => shown.get(id))
      .find((picture) => picture !== undefined && isPicture(picture))
    return first ? { ...product, picture: shownPicture(first) } : product
  })
}

export const pictureRoute: AnyRoute = route({
  method: 'GET',
  url: '/pictures/:id',
  page: true,
  policy: { who: 'everyone', class: 1 },
  summary: 'A picture of a published text, while everybody in it agrees',
  params: z.object({ id: z.uuid() }),
  answer: async ({ house, headers, params: { id } }) => {
    const picture = await publicPicture(house, id)
    if (!picture) return refused(refuse('access.not-found'))
    // Kept by nobody: a consent that ends tonight ends everywhere tonight.
    return inRanges({ ...picture, etag: `"${picture.sha256}"` }, headers, { 'cache-control': 'no-store' })
  },
})
