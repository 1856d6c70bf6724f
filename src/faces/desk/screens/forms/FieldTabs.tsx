/** The places of field work, one strip for all of them. */
import { Link } from 'wouter'
import { useHolds } from '../../api/session.ts'
import { useWords } from '../../words/words.ts'

const places = [
  { name: 'list', path: '/forms' },
  { name: 'review', path: '/forms/review' },
  { name: 'phones', path: '/forms/phones' },
  { name: 'lists', path: '/forms/lists' },
  { name: 'aside', path: '/forms/aside' },
] as const

export function FieldTabs({ at }: { at: (typeof places)[number]['name'] }) {
  const { t } = useWords()
  const readsAnswers = useHolds('dataOfficer', 'coordinator', 'chief', 'monitoring', 'registrar')
  const keepsPhones = useHolds('dataOfficer', 'coordinator', 'admin')
  const shown = places.filter(({ name }) => (name === 'list' ? true : name === 'phones' ? keepsPhones : readsAnswers))
  return (
    <nav className="tabs" aria-label={t('forms.parts')}>
      {shown.map(({ name, path }) => (
        <Link key={name} href={path} aria-current={name === at ? 'page' : undefined}>
          {t(`forms.part.${name}`)}
        </Link>
      ))}
    </nav>
  )
}
