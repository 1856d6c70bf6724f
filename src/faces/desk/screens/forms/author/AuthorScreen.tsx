/**
 * The author's screen: what stands in the way on top, the tree of questions at the left, the phone at the right, each finding with its cell below. Publishing
 * asks for a note.
 */
import { Suspense } from 'react'
import { Link } from 'wouter'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { WaitingPage, WaitingTable } from '../../../../ui/Waiting.tsx'
import { refusalsOf } from '../../../api/ask.ts'
import { type OneForm, useForm } from '../../../api/forms.ts'
import { lazyPart } from '../../../shell/lazyPart.ts'
import { NotFound } from '../../../shell/NotFound.tsx'
import { useWords } from '../../../words/words.ts'
import { FormHead } from './FormHead.tsx'
import { QuestionsTab } from './QuestionsTab.tsx'

export type TabGiven = { shown: OneForm }

const tabs = [
  { name: 'questions', Part: QuestionsTab },
  { name: 'translations', Part: lazyPart(() => import('./TranslationsTab.tsx'), 'TranslationsTab') },
  { name: 'files', Part: lazyPart(() => import('./FilesTab.tsx'), 'FilesTab') },
  { name: 'who', Part: lazyPart(() => import('./WhoTab.tsx'), 'WhoTab') },
  { name: 'purpose', Part: lazyPart(() => import('./PurposeTab.tsx'), 'PurposeTab') },
  { name: 'versions', Part: lazyPart(() => import('./VersionsTab.tsx'), 'VersionsTab') },
] as const

export function AuthorScreen({ id, tab }: { id: string; tab: string }) {
  const { t } = useWords()
  const { data: shown, error } = useForm(id)
  const open = tabs.find(({ name }) => name === tab)
  if (!open) return <NotFound />
  if (error && !shown)
    return refusalsOf(error)[0]?.code === 'access.not-found' ? <NotFound /> : <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} />
  if (!shown) return <WaitingPage />
  return (
    <div className="author">
      <FormHead shown={shown} />
      <nav className="tabs" aria-label={t('author.tabs')}>
        {tabs.map(({ name }) => (
          <Link key={name} href={`/forms/${id}/${name}`} aria-current={name === tab ? 'page' : undefined}>
            {t(`author.tab.${name}`)}
          </Link>
        ))}
      </nav>
      <Suspense fallback={<WaitingTable />}>
        <open.Part shown={shown} />
      </Suspense>
    </div>
  )
}
