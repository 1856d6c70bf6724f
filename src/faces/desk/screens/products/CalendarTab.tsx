/** The next four weeks: each product on its way with what is missing before release, what is overdue, and requests of journalists past their deadline. */
import { Link } from 'wouter'
import { shortDate } from '../../../portal/numbers.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { useBilingual } from '../../../ui/language.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../ui/Waiting.tsx'
import { refusalsOf } from '../../api/ask.ts'
import { type Card, useCalendar } from '../../api/products.ts'
import { type PublicEvent, usePublicEvents } from '../../api/publicEvents.ts'
import { useWords } from '../../words/words.ts'
import { EventCard } from './EventCard.tsx'
import { HeldBack } from './HeldBack.tsx'
import { LateMedia } from './LateMedia.tsx'
import { ProductStateTag } from './ProductState.tsx'

const isOut = ({ state }: Card) => state === 'published'
const addDays = (day: string, days: number) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
const monday = (day: string) => addDays(day, -((new Date(day).getUTCDay() + 6) % 7))

export function CalendarTab() {
  const { t, language } = useWords()
  const { data, error } = useCalendar()
  const events = usePublicEvents().data ?? []
  if (!data) return error ? <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} /> : <WaitingTable />
  const first = monday(data.today)
  const open = data.products.filter((card) => !isOut(card))
  const week = (number: number) => open.filter(({ due }) => due >= addDays(first, 7 * number) && due < addDays(first, 7 * (number + 1)))
  const overdue = open.filter(({ due }) => due < first)
  const later = open.filter(({ due }) => due >= addDays(first, 28))
  const eventsOf = (number: number) => events.filter(({ startsAt }) => startsAt >= addDays(first, 7 * number) && startsAt < addDays(first, 7 * (number + 1)))
  const block = (title: string, cards: readonly Card[], own: readonly PublicEvent[] = []) =>
    cards.length + own.length > 0 && (
      <section key={title} className="calendar-week">
        <h2>{title}</h2>
        <ul className="product-cards">
          {cards.map((card) => (
            <ProductCard key={card.id} card={card} />
          ))}
          {own.map((event) => (
            <EventCard key={event.id} event={event} />
          ))}
        </ul>
      </section>
    )
  return (
    <>
      <LateMedia late={data.late} />
      <HeldBack held={data.products.filter(({ state, heldAt }) => state === 'scheduled' && heldAt !== null)} />
      {data.products.length === 0 && events.length === 0 && <Empty title={t('products.none')}>{t('products.noneNote')}</Empty>}
      {block(t('products.overdue'), overdue)}
      {[0, 1, 2, 3].map((number) =>
        block(
          number === 0 ? t('products.thisWeek') : t('products.weekOf', { day: shortDate(addDays(first, 7 * number), language) }),
          week(number),
          eventsOf(number),
        ),
      )}
      {block(t('products.later'), later)}
      {block(t('products.lately'), data.products.filter(isOut).toReversed())}
    </>
  )
}

function ProductCard({ card }: { card: Card }) {
  const { t, language } = useWords()
  const mine = useBilingual()
  return (
    <li className="card">
      <p className="small quiet">
        {t(`products.kind.${card.kind}`)} · {card.number} · {shortDate(card.publishedAt ?? card.due, language)}
      </p>
      <h3>
        <Link href={`/products/${card.id}`}>{card.name}</Link>
      </h3>
      <p>
        <ProductStateTag state={card.state} /> {card.daysOverdue > 0 && <span className="tag">{t('products.daysOverdue', { n: card.daysOverdue })}</span>}
        {card.daysFromFigures !== null && <span className="small quiet">{t('products.daysFromFigures', { n: card.daysFromFigures })}</span>}
      </p>
      {card.missing.length > 0 && (
        <details>
          <summary>{t('products.missing', { n: card.missing.length })}</summary>
          <ul className="missing">
            {card.missing.map((each) => (
              <li key={`${each.code}${JSON.stringify(each.facts)}`}>{mine(each.sentence)}</li>
            ))}
          </ul>
        </details>
      )}
      {!isOut(card) && card.missing.length === 0 && (
        <p className="small">
          {card.state === 'scheduled' && card.publishOn
            ? t('products.goesByItself', { day: shortDate(card.publishOn, language) })
            : t('products.nothingMissing')}
        </p>
      )}
    </li>
  )
}
