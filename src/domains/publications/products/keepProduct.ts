/** A product is planned, written, given its sources, figures and pictures, and renewed; each deed is refused where the state no longer allows it. */
import { sql } from 'kysely'
import { audit, type Bilingual, type Db, getRow, insertRow, type Refused, refuse, refused, today, updateRow } from '../../../kernel/index.ts'
import { keepTexts } from './languages.ts'
import { type Counterpart, Product, type ProductRow, type ProductTexts } from './product.ts'

type Plan = Pick<
  ProductRow,
  | 'kind'
  | 'name'
  | 'plannedFor'
  | 'original'
  | 'onlyBecause'
  | 'focusAreas'
  | 'places'
  | 'periodFrom'
  | 'periodTo'
  | 'licence'
  | 'credit'
  | 'donors'
  | 'joint'
  | 'protectedPeople'
>
export type Written = { texts: ProductTexts; stillFits: boolean; sources: ProductRow['sources']; ownFigures: ProductRow['ownFigures']; pictures: string[] }

const empty = { texts: {}, writtenBy: [], sources: [], ownFigures: [], pictures: [] }

export async function planProduct(db: Db, scope: string, plan: Plan): Promise<ProductRow | Refused> {
  if (plan.periodFrom > plan.periodTo) return refused(refuse('publish.period-reversed'))
  const unknown = await unknownPlaces(db, plan.places)
  if (unknown.length > 0) return refused(refuse('publish.place-unknown', { places: unknown }))
  const next = await db.one<{ n: number }>(sql`select nextval('publications.product_number')::int as n`)
  const number = `PB-${String(next!.n).padStart(4, '0')}`
  const product = await insertRow(db, Product, { scope, ...plan, ...empty, number, edition: 1, state: 'planned' })
  await audit(db, 'publications.plan', Product.name, product.id, { number })
  return product
}

async function unknownPlaces(db: Db, places: readonly string[]): Promise<string[]> {
  const known = await db.rows<{ pcode: string }>(sql`select pcode from places.place where pcode = any (${[...places]}::text[]) and level <= 3`)
  return places.filter((pcode) => !known.some((each) => each.pcode === pcode))
}

const writable = ['planned', 'drafting', 'figures_frozen', 'reviewed']

/** Until the languages are given as ready the words may change; sources and figures only before they are frozen. */
export async function writeProduct(db: Db, id: string, version: number, given: Written): Promise<ProductRow | Refused> {
  const product = await getRow(db, Product, id)
  if (!product) return refused(refuse('access.not-found'))
  if (!writable.includes(product.state)) return refused(refuse('publish.text-closed'))
  if (product.version !== version) return refused(refuse('publish.written-meanwhile'))
  const isFrozen = product.state === 'figures_frozen' || product.state === 'reviewed'
  const texts = keepTexts(product.texts, given.texts, product.original, given.stillFits)
  const writtenBy = [...new Set([...product.writtenBy, db.actor.userId!])]
  const figures = isFrozen ? {} : { sources: given.sources, ownFigures: given.ownFigures }
  const kept = await updateRow(db, Product, id, { texts, writtenBy, pictures: given.pictures, ...figures })
  await audit(db, 'publications.write', Product.name, id)
  return kept!
}

/** The counterpart's own answer, or the mission's record of why nobody had to ask. */
export async function answerAsCounterpart(db: Db, id: string, given: Omit<Counterpart, 'on'>): Promise<ProductRow | Refused> {
  const product = await getRow(db, Product, id)
  if (!product) return refused(refuse('access.not-found'))
  if (['published', 'superseded', 'withdrawn'].includes(product.state)) return refused(refuse('publish.text-closed'))
  const mayAgree = db.actor.roles.includes('governmentReviewer')
  if ((given.answer === 'agreed') !== mayAgree) return refused(refuse('publish.counterpart-who'))
  // Whoever agrees must have read the words that go out.
  if (given.answer === 'agreed' && product.state !== 'translated') return refused(refuse('publish.counterpart-early'))
  const kept = await updateRow(db, Product, id, { counterpart: { ...given, on: today() } })
  await audit(db, 'publications.counterpart', Product.name, id, { answer: given.answer })
  return kept!
}

/** The next edition begins with the words of this one, and says in both languages what changes. */
export async function renewProduct(db: Db, id: string, changeNote: Bilingual, plannedFor: string): Promise<ProductRow | Refused> {
  const product = await getRow(db, Product, id)
  if (!product) return refused(refuse('access.not-found'))
  if (product.state !== 'published') return refused(refuse('publish.not-published'))
  const begun = await db.one(sql`select 1 from publications.product where number = ${product.number} and edition > ${product.edition}`)
  if (begun) return refused(refuse('publish.edition-begun', { number: product.number }))
  const { kind, name, original, onlyBecause, focusAreas, places, periodFrom, periodTo, licence, credit, donors, joint, protectedPeople } = product
  const { texts, sources, ownFigures, pictures, slug, number, scope } = product
  const next = await insertRow(db, Product, {
    ...{ scope, kind, name, original, onlyBecause, focusAreas, places, periodFrom, periodTo, licence, credit, donors, joint, protectedPeople },
    ...{ texts, sources, ownFigures, pictures, slug, number, edition: product.edition + 1, state: 'drafting', writtenBy: [db.actor.userId!] },
    ...{ changeNote, plannedFor },
  })
  await audit(db, 'publications.renew', Product.name, next.id, { number })
  return next
}
