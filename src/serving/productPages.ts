/** The page of each kind of published product. A kind without a page here would be published into nothing, so it fails loudly. */

import { sql } from 'kysely'
import { type PublicSnapshot, snapshotKind, snapshotLines, snapshotMap, snapshotWords } from '../domains/coordination/index.ts'
import {
  alertKind,
  alertMap,
  alertWords,
  blocksOf,
  currentRounds,
  drawFlows,
  flowKind,
  flowWords,
  messageOf,
  microdataKind,
  type PublicAlert,
  type PublicFlows,
  type PublicMicrodata,
  type PublicSurvey,
  publicRoundOf,
  roundKind,
  surveyKind,
  surveyWords,
} from '../domains/displacement/index.ts'
import { heldBack, type PublicText, paragraphsOf, productKinds, productWords, publicPictures } from '../domains/publications/index.ts'
import {
  alertPage,
  flowPage,
  microdataPage,
  type PortalSite,
  portalPaths,
  presencePage,
  publicationPage,
  type RoundProduct,
  reportPage,
  surveyPage,
  textPage,
} from '../faces/portal/index.ts'
import { type House, type Language, read, thePublic } from '../kernel/index.ts'
import { contentOf, type Product, searchProducts } from '../kernel/publishing.ts'
import { headings, productKinds as kindsOfReports, nameOfReport, type PublicReport, reportWords, shownParts, whenOfReport } from '../registry/results/index.ts'
import { shownPicture } from './pictures.ts'
import { productOf } from './portalModel.ts'
import { publicationMap } from './publicationMap.ts'
import { requestOf } from './requestPages.ts'

const base = ''

type PageOf = (house: House, product: Product, site: PortalSite, lang: Language) => Promise<string>

const roundProduct = async (house: House, product: Product, lang: Language): Promise<RoundProduct> => ({
  ...(await productOf(house, product, lang)),
  publicRound: await publicRoundOf(house, product),
})

const pageOfRound: PageOf = async (house, found, site, lang) => {
  const product = await roundProduct(house, found, lang)
  return publicationPage(
    { site, product, mapSvg: await publicationMap(house, product.publicRound, lang), request: await requestOf(house, found, lang) },
    lang,
    base,
  )
}

/** What was published is never lost: its absence is damage, and no page pretends otherwise. */
async function contentFor<T>(house: House, product: Product): Promise<T> {
  const content = await contentOf<T>(house.files, product)
  if (!content) throw new Error(`the content of ${product.slug} version ${product.version} is missing from the files`)
  return content
}

const pageOfAlert: PageOf = async (house, found, site, lang) => {
  const alert = await contentFor<PublicAlert>(house, found)
  const mapSvg = await read(house.doors, thePublic, (db) => alertMap(db, alert, lang))
  const message = messageOf(alert, lang, portalPaths(site.origin, lang).publication(found.slug))
  const withPage = new Set((await currentRounds(house)).flatMap(({ round }) => round.areas.map(({ pcode }) => pcode)))
  return alertPage({ site, product: await productOf(house, found, lang), alert, words: alertWords[lang], message, mapSvg, withPage }, lang, base)
}

const pageOfFlows: PageOf = async (house, found, site, lang) => {
  const flows = await contentFor<PublicFlows>(house, found)
  const drawn = await read(house.doors, thePublic, (db) => drawFlows(house, db, flows.cells, lang))
  return flowPage({ site, product: await productOf(house, found, lang), flows, words: flowWords[lang], drawn }, lang, base)
}

const pageOfSurvey: PageOf = async (house, found, site, lang) => {
  const survey = await contentFor<PublicSurvey>(house, found)
  const blocks = new Map(survey.lines.map((line) => [line.code, blocksOf(line, lang, survey.minimum)]))
  return surveyPage({ site, product: await productOf(house, found, lang), survey, words: surveyWords[lang], blocks }, lang, base)
}

const pageOfMicrodata: PageOf = async (house, found, site, lang) => {
  const microdata = await contentFor<PublicMicrodata>(house, found)
  return microdataPage({ site, product: await productOf(house, found, lang), microdata }, lang, base)
}

const pageOfReport: PageOf = async (house, found, site, lang) => {
  const set = await contentFor<PublicReport>(house, found)
  const product = await productOf(house, found, lang)
  const shown = { title: nameOfReport(set, lang), when: whenOfReport(set, lang), headings: headings(set, lang), parts: shownParts(set, set.texts[lang], lang) }
  return reportPage({ site, product, set, words: reportWords[lang], ...shown }, lang, base)
}

const pageOfSnapshot: PageOf = async (house, found, site, lang) => {
  const snapshot = await contentFor<PublicSnapshot>(house, found)
  const mapSvg = await read(house.doors, thePublic, (db) => snapshotMap(db, snapshot, lang))
  const lines = snapshotLines(snapshot.rows, lang)
  return presencePage({ site, product: await productOf(house, found, lang), snapshot, words: snapshotWords[lang], lines, mapSvg }, lang, base)
}

const pageOfText: PageOf = async (house, found, site, lang) => {
  const product = await productOf(house, found, lang)
  const words = productWords[lang]
  if (await heldBack(house, found.slug)) return textPage({ site, product, text: null, paragraphs: [], places: [], pictures: [], words }, lang, base)
  const text = await contentFor<PublicText>(house, found)
  const places = await read(house.doors, thePublic, (db) =>
    db.rows<{ name: string }>(sql`select name from places.place where pcode = any (${text.places}::text[]) order by name`),
  )
  const isCurrent = found.supersededAt === null && found.withdrawnAt === null
  const pictures = isCurrent ? (await publicPictures(house, text.pictures)).map(shownPicture) : []
  const paragraphs = paragraphsOf((text.texts[lang] ?? Object.values(text.texts)[0]!).body)
  return textPage({ site, product, text, paragraphs, places: places.map(({ name }) => name), pictures, words }, lang, base)
}

const pages: Record<string, PageOf> = {
  ...Object.fromEntries(Object.values(kindsOfReports).map((kind) => [kind, pageOfReport])),
  ...Object.fromEntries(productKinds.map((kind) => [kind, pageOfText])),
  [roundKind]: pageOfRound,
  [alertKind]: pageOfAlert,
  [flowKind]: pageOfFlows,
  [surveyKind]: pageOfSurvey,
  [microdataKind]: pageOfMicrodata,
  [snapshotKind]: pageOfSnapshot,
}

export function pageOfProduct(house: House, product: Product, site: PortalSite, lang: Language): Promise<string> {
  const page = pages[product.kind]
  if (!page) throw new Error(`no page for products of the kind ${product.kind}`)
  return page(house, product, site, lang)
}

/** The newest endorsed figure: the first page speaks of what was counted, never of an event. */
export async function latestRound(house: House, lang: Language): Promise<RoundProduct | null> {
  const { products } = await searchProducts(house.doors, { kind: roundKind, limit: 1, offset: 0 })
  return products[0] ? roundProduct(house, products[0], lang) : null
}
