/** What was to go out by itself on a day that came, and what stood in its way: whoever answers for it reads here what to do. */
import { Link } from 'wouter'
import { shortDate } from '../../../portal/numbers.ts'
import { useBilingual } from '../../../ui/language.tsx'
import type { Card } from '../../api/products.ts'
import { useWords } from '../../words/words.ts'

export function HeldBack({ held }: { held: readonly Card[] }) {
  const { t, language } = useWords()
  const mine = useBilingual()
  if (held.length === 0) return null
  return (
    <section className="refusals error">
      <strong>{t('products.held', { n: held.length })}</strong>
      <ul>
        {held.map(({ id, number, name, publishOn, due, missing }) => (
          <li key={id}>
            <Link href={`/products/${id}`}>
              {number} · {name}
            </Link>{' '}
            · {t('products.heldDay', { day: shortDate(publishOn ?? due, language) })}
            <ul>
              {missing.map((each) => (
                <li key={`${each.code}${JSON.stringify(each.facts)}`}>{mine(each.sentence)}</li>
              ))}
              {missing.length === 0 && <li>{t('products.heldFree')}</li>}
            </ul>
          </li>
        ))}
      </ul>
      <p className="small">{t('products.heldNote')}</p>
    </section>
  )
}
