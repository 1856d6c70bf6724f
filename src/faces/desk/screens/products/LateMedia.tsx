/** Questions of journalists past their deadline: on the calendar, and on the first screen of whoever answers for the mission. */
import { Link } from 'wouter'
import { dateAndTime } from '../../../ui/moments.ts'
import type { LateRequest } from '../../api/products.ts'
import { useWords } from '../../words/words.ts'

export function LateMedia({ late }: { late: readonly LateRequest[] }) {
  const { t, language } = useWords()
  if (late.length === 0) return null
  return (
    <section className="refusals error">
      <strong>{t('media.late', { n: late.length })}</strong>
      <ul>
        {late.map(({ id, number, outlet, deadline }) => (
          <li key={id}>
            <Link href="/products/media">
              {number} · {outlet}
            </Link>{' '}
            · {t('media.due', { when: dateAndTime(deadline, language) })}
          </li>
        ))}
      </ul>
    </section>
  )
}
