/** The parts of the strategy's place of work: the map, the projects that carry it out, how it is followed, and what was learned. */
import { Link, useLocation } from 'wouter'
import { projectReaders } from '../../api/projects.ts'
import { useHolds } from '../../api/session.ts'
import { useOpenTab } from '../../shell/openTab.ts'
import { useWords } from '../../words/words.ts'

const parts = ['map', 'projects', 'bench', 'reports', 'learning'] as const

export function StrategyTabs() {
  const { t } = useWords()
  const [at] = useLocation()
  const may = useHolds(...projectReaders)
  const strip = useOpenTab(at)
  if (!may) return null
  const pathOf = (part: (typeof parts)[number]) => (part === 'map' ? '/strategy' : `/strategy/${part}`)
  return (
    <nav ref={strip} className="tabs" aria-label={t('projects.parts')}>
      {parts.map((part) => (
        <Link key={part} href={pathOf(part)} aria-current={at === pathOf(part) ? 'page' : undefined}>
          {t(`projects.part.${part}`)}
        </Link>
      ))}
    </nav>
  )
}
