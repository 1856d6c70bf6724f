/** The records that a figure was made of: those that the reader may open as links, of the others how many and whose they are. */
import { Link } from 'wouter'
import { useBilingual } from '../../../../ui/language.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { refusalsOf } from '../../../api/ask.ts'
import { useDictionary } from '../../../api/dictionary.ts'
import { useLineage } from '../../../api/results.ts'
import { useWords } from '../../../words/words.ts'

export function RecordsBehind({ value }: { value: string }) {
  const { t, named } = useWords()
  const mine = useBilingual()
  const { data, error } = useLineage(value)
  const { data: dictionary } = useDictionary()
  const nameOf = (record: string) => {
    const known = dictionary?.find(({ name }) => name === record)
    return known ? mine(known.labels.many) : record
  }
  return (
    <section>
      <h3>{t('results.records')}</h3>
      <Refusals refusals={refusalsOf(error)} />
      {data?.records.map(({ record, domain, count, readable, shown }) => (
        <div key={record}>
          <p>
            <b>{nameOf(record)}:</b> {t('results.countOf', { n: count })}
            {readable < count && ` ${t('results.heldBy', { n: count - readable, part: named('domain', domain) })}`}
          </p>
          <ul className="records-behind">
            {shown.map(({ id, title }) => (
              <li key={id}>
                <Link href={`/records/${record.replace('.', '/').replaceAll('_', '-')}/${id}`}>{title ?? id.slice(0, 8)}</Link>
              </li>
            ))}
          </ul>
          {shown.length < readable && <p className="quiet small">{t('results.firstShown', { n: shown.length })}</p>}
        </div>
      ))}
    </section>
  )
}
