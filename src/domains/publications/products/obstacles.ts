/** Everything that stands between a text and its readers, in words: numbers, languages, pictures, people who must be protected, small counts, the Government. */
import { lint } from '../../../engines/narrative/index.ts'
import { type House, type Refusal, refuse, type StepContext, today } from '../../../kernel/index.ts'
import { missingGlyphs } from '../../../kernel/publishing.ts'
import { pictureObstacles } from '../assets/pictureObstacles.ts'
import { personalWords } from '../personalWords.ts'
import { marksObstacles } from '../visibility/marks.ts'
import { sourcesNow } from './freezeFigures.ts'
import { languageObstacles, languagesOf, named, originalObstacles } from './languages.ts'
import type { ProductRow } from './product.ts'
import { protectionObstacles } from './protectPeople.ts'

type Guard = (product: ProductRow, context: StepContext) => Promise<Refusal[]>
const houseOf = ({ house }: StepContext) => house as House

/** Every number of every language that does not follow from the frozen figures, with the right one. */
export function numberObstacles(product: ProductRow): Refusal[] {
  const { frozen, texts } = product
  if (!frozen) return []
  return languagesOf(product).flatMap((lang) => {
    const { title, summary, body } = texts[lang]!
    return [title, summary, body].flatMap((part) =>
      lint(part, lang, frozen.facts).map(({ facts: { sentence, said, computed } }) =>
        computed === '' ? refuse('publish.number-unbound', { sentence, said, lang }) : refuse('publish.number-differs', { sentence, said, computed, lang }),
      ),
    )
  })
}

/** A count of people so small that its neighbours know who they are. What is quoted from a published set passed its own disclosure control. */
function smallCounts({ ownFigures }: ProductRow, minimum: number): Refusal[] {
  const open = ownFigures.filter(({ unit, value }) => (unit === 'individuals' || unit === 'households') && value > 0 && value < minimum)
  return open.length > 0
    ? [refuse('publish.disclosure-open', { cells: open.map(({ label }) => label.en), cellsPt: open.map(({ label }) => label.pt), minimum })]
    : []
}

/** Telephone, e-mail and identity numbers stay out of every text: a page is copied, and the number goes with it. */
async function personalObstacles(product: ProductRow): Promise<Refusal[]> {
  const found = await Promise.all(
    languagesOf(product).map((lang) => {
      const { title, summary, body } = product.texts[lang]!
      return personalWords([title, summary, body].join(' '))
    }),
  )
  return found.flat().map((facts) => refuse('publish.personal-in-text', facts))
}

/** A letter that the paper cannot show: found while one writes, not when the file is made. */
export function letterObstacles(product: ProductRow): Refusal[] {
  return languagesOf(product).flatMap((lang) => {
    const { title, summary, body } = product.texts[lang]!
    return missingGlyphs([title, summary, body].join(' ')).map((letter) => refuse('publish.glyph-missing', { letter, ...named[lang] }))
  })
}

const counterpartObstacles = ({ joint, counterpart }: ProductRow): Refusal[] => (joint && !counterpart ? [refuse('publish.counterpart-open')] : [])

export const bySomebodyElse: Guard = async ({ writtenBy }, { db }) => (writtenBy.includes(db.actor.userId ?? '') ? [refuse('publish.same-person')] : [])
export const whoCleared: Guard = async ({ writtenBy, reviewedBy }, { db }) =>
  [...writtenBy, reviewedBy].includes(db.actor.userId) ? [refuse('publish.same-person')] : []

/** Asked once more on the day: whoever wrote or reviewed it is not who let it out. */
export const clearedByAnother: Guard = async ({ writtenBy, reviewedBy, clearedBy }) =>
  clearedBy === null || [...writtenBy, reviewedBy].includes(clearedBy) ? [refuse('publish.same-person')] : []

export const beforeReview: Guard = async (product) => [...originalObstacles(product), ...numberObstacles(product)]
export const beforeTranslated: Guard = async (product) => [...languageObstacles(product), ...numberObstacles(product), ...letterObstacles(product)]

/** All that must be so on the day on which it goes out. */
export const beforeRelease: Guard = async (product, context) => {
  const house = houseOf(context)
  const { publishOn } = product
  const day = publishOn && publishOn > today() ? publishOn : today()
  return [
    ...languageObstacles(product),
    ...numberObstacles(product),
    ...letterObstacles(product),
    ...(await sourcesNow(house, product)),
    ...smallCounts(product, house.pack.thresholds.disclosureMinimum),
    ...counterpartObstacles(product),
    ...(await personalObstacles(product)),
    ...(await protectionObstacles(context.db, product)),
    ...(await marksObstacles(context.db, product)),
    ...(await pictureObstacles(context.db, house, product, day)),
  ]
}

/** The next thing that is missing on the way out, for the calendar: what the state itself does not say. */
export const missingFor: Guard = async (product, context) => {
  if (['published', 'superseded', 'withdrawn'].includes(product.state)) return []
  const someoneElse = product.state === 'scheduled' ? await clearedByAnother(product, context) : []
  return [...someoneElse, ...(await beforeRelease(product, context))]
}
