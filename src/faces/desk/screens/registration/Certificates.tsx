/** Certificates of destruction: when, by whom, how many, why, and the hashes by which a key's tombstone is found. */
import { number, shortDate } from '../../../portal/numbers.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import type { Certificate } from '../../api/biometrics.ts'
import { useWords } from '../../words/words.ts'

export function Certificates({ of }: { of: Certificate[] }) {
  const { t, language } = useWords()
  const columns: Column<Certificate>[] = [
    { key: 'day', title: t('registration.day'), header: true, value: ({ at }) => at, cell: ({ at }) => shortDate(at.slice(0, 10), language) },
    { key: 'n', title: t('biometrics.destroyed'), number: true, value: ({ templates }) => templates, cell: ({ templates }) => number(templates, language) },
    { key: 'why', title: t('registration.why'), value: ({ reason }) => reason, cell: ({ reason }) => t(`registration.reason.${reason}`) },
    { key: 'by', title: t('biometrics.destroyedBy'), value: ({ by }) => by ?? '', cell: ({ by }) => by ?? t('biometrics.theHouse') },
    {
      key: 'keys',
      title: t('biometrics.keys'),
      cell: ({ keys }) => (
        <details>
          <summary>{t('biometrics.keysShow', { n: keys.length })}</summary>
          {keys.map((key) => (
            <code key={key} className="hash">
              {key}
            </code>
          ))}
        </details>
      ),
    },
  ]
  return (
    <>
      <h3>{t('biometrics.certificates')}</h3>
      <DataTable rows={of} columns={columns} rowKey={({ id }) => id} caption={t('biometrics.certificates')} />
    </>
  )
}
