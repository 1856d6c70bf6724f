/** The release of a text: page, PDF in each language and the set itself, under one fingerprint; the edition before stays at its address with a notice. */
import { sql } from 'kysely'
import { audit, type House, type StepContext } from '../../../kernel/index.ts'
import { canonicalJson, publishProduct, sha256, slugOf } from '../../../kernel/publishing.ts'
import { otherThan } from './languages.ts'
import { printedPictures } from './printedPictures.ts'
import { Product, type ProductRow } from './product.ts'
import { productFiles } from './productFiles.ts'
import { publicTextOf } from './publicText.ts'

/** Where one language alone goes out, the list shows its words to readers of the other too. */
export async function release(product: ProductRow, { db, house }: StepContext): Promise<Partial<ProductRow>> {
  const { files, pack } = house as House
  const { country } = pack
  const set = publicTextOf(product, { iso3: country.iso3, name: country.names })
  const content = canonicalJson(set)
  const hash = sha256(content)
  const slug = product.slug ?? slugOf(`${country.iso3} ${product.number} ${product.name}`)
  const printed = await printedPictures(house as House, db, product.pictures)
  // By name too, so that the search by word finds them.
  const named = await db.rows<{ pcode: string; name: string }>(
    sql`select pcode, name from places.place where pcode = any (${product.places}::text[]) order by pcode`,
  )
  const said = (part: 'title' | 'summary', lang: 'pt' | 'en') => (set.texts[lang] ?? set.texts[otherThan(lang)])![part]
  await publishProduct(db, files, {
    ...{ slug, kind: product.kind, hash, content, files: productFiles(set, slug, { hash, printed }), changeNote: product.changeNote },
    title: { pt: said('title', 'pt'), en: said('title', 'en') },
    summary: { pt: said('summary', 'pt'), en: said('summary', 'en') },
    ...{
      places: [country.iso3, ...named.flatMap(({ pcode, name }) => [pcode, name])],
      focusAreas: product.focusAreas,
      periodFrom: product.periodFrom,
      periodTo: product.periodTo,
    },
    ...{ licence: product.licence, credit: product.credit, demonstration: false, subject: `${Product.name}:${product.id}` },
  })
  await db.run(sql`
    update publications.product set state = 'superseded', version = version + 1
    where number = ${product.number} and state = 'published' and id <> ${product.id}`)
  await audit(db, 'publications.publish', Product.name, product.id, { slug })
  return { slug, hash, printed: printed.map(({ id }) => id), publishedAt: new Date().toISOString() }
}
