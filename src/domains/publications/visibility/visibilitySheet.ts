/** What one donor asks to be shown, where it is left off, and where its name went out: a sheet for whoever prints, builds or prepares an event. */
import { sql } from 'kysely'
import { type Content, type Db, type Language, type Refused, refuse, refused } from '../../../kernel/index.ts'
import { paperFile, printDate } from '../../../kernel/publishing.ts'
import { rulesOf } from './marks.ts'

const words = {
  pt: {
    ...{
      title: 'Folha de visibilidade',
      marks: 'Marcas',
      wording: 'Frase a usar',
      materials: 'Em que materiais',
      leftOff: 'Sem marcas em',
      from: 'De onde vem',
    },
    ...{
      none: 'nenhum lugar',
      product: 'Publicação',
      event: 'Evento',
      warning: 'Onde as marcas ficam de fora põem pessoas em perigo: não as use lá, nem em fotografias.',
      internal: 'Uso interno.',
    },
  },
  en: {
    ...{
      title: 'Visibility sheet',
      marks: 'Marks',
      wording: 'Wording to use',
      materials: 'On which materials',
      leftOff: 'No marks at',
      from: 'Where it comes from',
    },
    ...{
      none: 'no place',
      product: 'Product',
      event: 'Event',
      warning: 'Where marks are left off they endanger people: do not use them there, nor in pictures.',
      internal: 'For internal use.',
    },
  },
} as const

type Shown = { kind: 'product' | 'event'; name: string; day: string }

/** Names of places for their codes, and what named the donor: published products and events. */
async function evidenceOf(db: Db, donor: string, name: string): Promise<Shown[]> {
  return db.rows<Shown>(sql`
    select 'product' as kind, number || ' ' || name as name, published_at::date::text as day from publications.product
      where state in ('published', 'superseded') and position(lower(${name}) in lower(coalesce(donors, ''))) > 0
    union all select 'event', title ->> 'pt', starts_at::date::text from publications.event where donors ? ${donor} and cancelled_because is null
    order by 3 desc limit 100`)
}

export async function visibilitySheet(db: Db, donor: string, lang: Language): Promise<(() => Promise<Content>) | Refused> {
  const rules = (await rulesOf(db)).filter((rule) => rule.donor === donor)
  const first = rules[0]
  if (!first) return refused(refuse('visibility.no-rule'))
  const w = words[lang]
  const codes = [...new Set(rules.flatMap(({ leftOffAt }) => leftOffAt))]
  const places = await db.rows<{ pcode: string; name: string }>(
    sql`select pcode, name from places.place where pcode = any (${codes}::text[]) and valid_to is null`,
  )
  const named = (code: string) => places.find(({ pcode }) => pcode === code)?.name ?? code
  const evidence = await evidenceOf(db, donor, first.name)
  const paper = {
    ...{ title: w.title, number: first.name, facts: [] as [string, string][] },
    columns: [
      { title: w.marks, wide: true },
      { title: w.wording, wide: true },
      { title: w.materials, wide: true },
      { title: w.leftOff, wide: true },
      { title: w.from, wide: true },
    ],
    rows: rules.map(({ marks, wording, materials, leftOffAt, agreement }) => [
      marks,
      wording[lang],
      materials,
      leftOffAt.map(named).join(', ') || w.none,
      agreement ?? '–',
    ]),
    notes: [...(codes.length > 0 ? [w.warning] : []), ...evidence.map(({ kind, name, day }) => `${w[kind]}: ${name}, ${printDate(day, lang)}`)],
    flipped: true,
  }
  return () => paperFile(paper, lang, w.internal)
}
