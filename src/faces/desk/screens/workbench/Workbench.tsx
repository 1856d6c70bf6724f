/** The round workbench: where the round stands and what comes next, then its parts one by one. Everything works without a mouse. */
import { Suspense } from 'react'
import { Link, useLocation } from 'wouter'
import { Refusals } from '../../../ui/Refusals.tsx'
import { WaitingPage, WaitingTable } from '../../../ui/Waiting.tsx'
import { refusalsOf } from '../../api/ask.ts'
import { type Workbench as Board, useWorkbench } from '../../api/displacement.ts'
import { pathOfRound } from '../../navigation.ts'
import { useKeys } from '../../shell/keyboard.ts'
import { lazyPart } from '../../shell/lazyPart.ts'
import { NotFound } from '../../shell/NotFound.tsx'
import { useOpenTab } from '../../shell/openTab.ts'
import { useWords } from '../../words/words.ts'
import { DistrictBoard } from './DistrictBoard.tsx'
import { RoundHead } from './RoundHead.tsx'

export type TabGiven = { bench: Board }

const tabs = [
  { name: 'board', Part: DistrictBoard },
  { name: 'findings', Part: lazyPart(() => import('./FindingsTab.tsx'), 'FindingsTab') },
  { name: 'map', Part: lazyPart(() => import('./CoverageMapTab.tsx'), 'CoverageMapTab') },
  { name: 'access', Part: lazyPart(() => import('./access/AccessTab.tsx'), 'AccessTab') },
  { name: 'compare', Part: lazyPart(() => import('./CompareTab.tsx'), 'CompareTab') },
  { name: 'endorsement', Part: lazyPart(() => import('./EndorsementTab.tsx'), 'EndorsementTab') },
  { name: 'publication', Part: lazyPart(() => import('./PublicationTab.tsx'), 'PublicationTab') },
  { name: 'corrections', Part: lazyPart(() => import('./CorrectionsTab.tsx'), 'CorrectionsTab') },
] as const

export function Workbench({ id, tab }: { id: string; tab: string }) {
  const { t } = useWords()
  const [, go] = useLocation()
  const { data: bench, error } = useWorkbench(id)
  useKeys(tabs.map(({ name }, i) => ({ keys: `t ${i + 1}`, words: t('bench.tab', { tab: t(`bench.${name}`) }), act: () => go(pathOfRound(id, name)) })))
  const strip = useOpenTab(`${tab} ${bench !== undefined}`)
  const open = tabs.find(({ name }) => name === tab)
  if (!open) return <NotFound />
  if (error && !bench)
    return refusalsOf(error)[0]?.code === 'access.not-found' ? <NotFound /> : <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} />
  if (!bench) return <WaitingPage />
  const waiting = bench.districts.reduce((sum, { errors, warnings }) => sum + errors + warnings, 0)
  return (
    <div className="bench">
      <RoundHead bench={bench} />
      <nav ref={strip} className="tabs" aria-label={t('bench.tabs')}>
        {tabs.map(({ name }) => (
          <Link key={name} href={pathOfRound(id, name)} aria-current={name === tab ? 'page' : undefined}>
            {t(`bench.${name}`)}
            {name === 'findings' && waiting > 0 && <span className="count">{waiting}</span>}
          </Link>
        ))}
      </nav>
      <Suspense fallback={<WaitingTable />}>
        <open.Part bench={bench} />
      </Suspense>
    </div>
  )
}
