/** Every list that I may see, grouped by the part of the mission that keeps it. */
import { Link } from 'wouter'
import { useBilingual } from '../../../ui/language.tsx'
import type { RecordShape } from '../../api/dictionary.ts'
import { pathOfRecord } from '../../navigation.ts'
import { useWords } from '../../words/words.ts'

export function AllLists({ records }: { records: RecordShape[] }) {
  const { t, named } = useWords()
  const mine = useBilingual()
  const parts = [...new Set(records.map(({ name }) => name.split('.')[0]!))]
  return (
    <>
      <h1>{t('records.title')}</h1>
      <p className="quiet">{t('records.intro')}</p>
      <div className="parts">
        {parts.map((part) => (
          <section key={part} className="card">
            <h2>{named('part', part)}</h2>
            <ul className="links">
              {records
                .filter(({ name }) => name.startsWith(`${part}.`))
                .map(({ name, labels }) => (
                  <li key={name}>
                    <Link href={pathOfRecord(name)} data-row="">
                      {mine(labels.many)}
                    </Link>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  )
}
