/** Any published number: it says its date and how much is missing, and opens to what it counts and to the records behind it. */
import { Popover, UnstyledButton } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { Count } from '../../engines/count.ts'
import { longDate } from '../portal/numbers.ts'
import { Coverage, type CoverageCounts, visitedShare } from './Coverage.tsx'
import { CountText } from './Unknown.tsx'
import { useUiWords } from './words.ts'

type Given = {
  label: string
  value: Count | null
  date?: string | null
  coverage?: CoverageCounts
  /** One sentence: what is counted, by whom, how. */
  counts: string
  source: string
  sourceWords?: string
  large?: boolean
  children?: ReactNode
}

export function Figure({ label, value, date, coverage, counts, source, sourceWords, large = false, children }: Given) {
  const { say, language } = useUiWords()
  const when = date ? say('asOf', { date: longDate(date, language) }) : null
  const share = coverage && coverage.expected > 0 ? say('coverageShare', { share: visitedShare(coverage) }) : null
  return (
    <div className={large ? 'figure large' : 'figure'}>
      <Popover width={320} position="bottom-start" withArrow shadow="md" trapFocus returnFocus>
        <Popover.Target>
          <UnstyledButton className="figure-number">
            <span className="figure-label">{label}</span>
            <span className="figure-value">
              <CountText value={value} />
            </span>
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown aria-label={label}>
          <p className="small">
            <b>{say('whatItCounts')}</b>
            <br />
            {counts}
          </p>
          {coverage && <Coverage counts={coverage} legend />}
          <p className="small">
            <Link href={source}>{sourceWords ?? say('openSource')}</Link>
          </p>
        </Popover.Dropdown>
      </Popover>
      {(when || share) && <span className="figure-age">{[when, share].filter(Boolean).join(' · ')}</span>}
      {children}
    </div>
  )
}
