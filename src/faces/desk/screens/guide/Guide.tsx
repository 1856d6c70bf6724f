/** The guide for people: chapters at the side, one chapter at a time, in the reader's language; the same text as in docs/guide. */
import { useQuery } from '@tanstack/react-query'
import { Link, useLocation } from 'wouter'
import { Refusals } from '../../../ui/Refusals.tsx'
import { WaitingPage } from '../../../ui/Waiting.tsx'
import { get, refusalsOf } from '../../api/ask.ts'
import { useWords } from '../../words/words.ts'
import { Drawn } from './Drawn.tsx'
import './guide.css'

type Chapter = { slug: string; title: string; markdown: string }

export function Guide() {
  const { t, language } = useWords()
  const [path] = useLocation()
  const { data: chapters, error } = useQuery({
    queryKey: ['guide', language],
    queryFn: () => get<Chapter[]>(`/api/guide/${language}`),
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (error) return <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} />
  if (!chapters) return <WaitingPage />
  const asked = path.split('/')[2]
  const here = chapters.find(({ slug }) => slug === asked) ?? chapters[0]
  if (!here) return null
  const next = chapters[chapters.indexOf(here) + 1]
  return (
    <>
      <div className="page-head">
        <h1>{t('guide.title')}</h1>
      </div>
      <div className="guide">
        <nav aria-label={t('guide.chapters')}>
          <ol>
            {chapters.map(({ slug, title }) => (
              <li key={slug}>
                <Link href={`/guide/${slug}`} aria-current={slug === here.slug ? 'page' : undefined}>
                  {title}
                </Link>
              </li>
            ))}
          </ol>
        </nav>
        <article className="guide-text">
          <h2>{here.title}</h2>
          <Drawn markdown={here.markdown} folder={`/api/guide/${language}/pictures/`} />
          {next && (
            <p className="guide-next">
              <Link href={`/guide/${next.slug}`}>{t('guide.next', { title: next.title })}</Link>
            </p>
          )}
        </article>
      </div>
    </>
  )
}
