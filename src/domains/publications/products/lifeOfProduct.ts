/**
 * From plan to public page: planned, drafting, figures frozen, reviewed, translated, cleared, scheduled, published; later superseded by the next edition or withdrawn.
 * A second person reviews and a third clears, and nothing goes out while a reason stands against it.
 */
import { sql } from 'kysely'
import {
  audit,
  boolean,
  date,
  type House,
  isRefused,
  type Refusal,
  type Refused,
  refuse,
  type StepContext,
  text,
  today,
  workflow,
} from '../../../kernel/index.ts'
import { clearers, makers } from '../office.ts'
import { freezeFigures } from './freezeFigures.ts'
import { beforeRelease, beforeReview, beforeTranslated, bySomebodyElse, clearedByAnother, whoCleared } from './obstacles.ts'
import { Product, type ProductRow } from './product.ts'
import { release } from './release.ts'

type Deed = Partial<ProductRow>
const houseOf = ({ house }: StepContext) => house as House

async function freeze(product: ProductRow, context: StepContext): Promise<Deed | Refused> {
  const frozen = await freezeFigures(houseOf(context), product)
  return isRefused(frozen) ? frozen : { frozen, frozenAt: new Date().toISOString(), returnedBecause: null }
}

const dayOf = (input: Record<string, unknown>) => String(input.publishOn)

async function schedule(_: ProductRow, { input }: StepContext): Promise<Deed | Refused> {
  return dayOf(input) < today() ? { refused: [refuse('publish.day-past', { today: today() })] } : { publishOn: dayOf(input), heldAt: null }
}

const notBeforeItsDay = async ({ publishOn }: ProductRow): Promise<Refusal[]> =>
  publishOn && publishOn > today() ? [refuse('publish.too-early', { day: publishOn })] : []

async function withdraw(product: ProductRow, { db, input }: StepContext): Promise<Deed> {
  const reason = String(input.reason).trim()
  await db.run(sql`update kernel.product set withdrawn_at = now(), withdrawn_reason = ${reason} where slug = ${product.slug} and withdrawn_at is null`)
  await audit(db, 'publications.withdraw', Product.name, product.id, { slug: product.slug! })
  return { withdrawnBecause: reason, harmful: input.harmful === true }
}

const back = {
  label: { pt: 'Devolver à redacção', en: 'Return to drafting' },
  to: 'drafting',
  by: [...makers, ...clearers],
  asks: { reason: text('Motivo', 'Reason', { letters: 500 }) },
  // Words that change are read again by everybody who agreed to them.
  also: async ({ counterpart }: ProductRow, { input }: StepContext): Promise<Deed> => ({
    ...{ returnedBecause: String(input.reason).trim(), reviewedBy: null, clearedBy: null, heldAt: null },
    counterpart: counterpart?.answer === 'not-required' ? counterpart : null,
  }),
} as const

const publish = {
  label: { pt: 'Publicar agora', en: 'Publish now' },
  to: 'published',
  by: [...makers, ...clearers],
  unless: [notBeforeItsDay, clearedByAnother, beforeRelease],
  also: release,
} as const

const takeBack = {
  withdraw: {
    label: { pt: 'Retirar', en: 'Withdraw' },
    to: 'withdrawn',
    by: [...makers, ...clearers],
    asks: {
      reason: text('Motivo, que a página pública dirá', 'Reason, which the public page will tell', { letters: 500 }),
      harmful: boolean('Lê-lo faz mal a alguém: tirar também os ficheiros', 'Reading it harms somebody: take the files away too'),
    },
    also: withdraw,
  },
} as const

export const lifeOfProduct = workflow(Product, {
  planned: { begin: { label: { pt: 'Começar a escrever', en: 'Begin to write' }, to: 'drafting', by: makers } },
  drafting: { freeze: { label: { pt: 'Fixar os números', en: 'Freeze the figures' }, to: 'figures_frozen', by: makers, also: freeze } },
  figures_frozen: {
    review: {
      label: { pt: 'Dar por revisto', en: 'Mark as reviewed' },
      to: 'reviewed',
      by: [...makers, 'monitoring'],
      unless: [bySomebodyElse, beforeReview],
      also: async (_, { db }) => ({ reviewedBy: db.actor.userId }),
    },
    return: back,
  },
  reviewed: {
    translate: { label: { pt: 'Dar as línguas por prontas', en: 'Mark the languages as ready' }, to: 'translated', by: makers, unless: [beforeTranslated] },
    return: back,
  },
  translated: {
    clear: {
      label: { pt: 'Autorizar', en: 'Clear' },
      to: 'cleared',
      by: clearers,
      unless: [whoCleared, beforeRelease],
      also: async (_, { db }) => ({ clearedBy: db.actor.userId }),
    },
    return: back,
  },
  cleared: {
    schedule: {
      label: { pt: 'Marcar o dia', en: 'Set the day' },
      to: 'scheduled',
      by: [...makers, ...clearers],
      asks: { publishOn: date('Publicar a', 'Publish on') },
      also: schedule,
    },
    publish,
    return: back,
  },
  // On its day the house itself takes the same step.
  scheduled: { publish: { ...publish, by: [...publish.by, 'system'] }, return: back },
  published: takeBack,
  superseded: {},
  withdrawn: {},
})
