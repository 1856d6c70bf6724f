/** A large import while a job writes it, at its lasting address: what is being done, how far, and that one may leave. When nothing was written, why. */
import { Button, Progress } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useLocation } from 'wouter'
import { Refusals } from '../../../ui/Refusals.tsx'
import { refusalsOf } from '../../api/ask.ts'
import { useHolds } from '../../api/session.ts'
import { useWords } from '../../words/words.ts'
import { type Import, useDeed, useProgress, type WritingProgress } from './imports.ts'

export function WritingBar({ progress }: { progress: WritingProgress | undefined }) {
  const { t } = useWords()
  const { doing = 'waiting', done = 0, of = 0 } = progress ?? {}
  return (
    <div role="status">
      <p>
        {t(`import.doing.${doing}`, { done, of })} <span className="quiet">{t('import.mayLeave')}</span>
      </p>
      <Progress value={doing === 'writing' && of > 0 ? (100 * done) / of : 2} aria-label={t('import.writingStart')} />
    </div>
  )
}

export function BeingWritten({ row }: { row: Import }) {
  const { t } = useWords()
  const answers = useQueryClient()
  const { data: progress } = useProgress(row.id, true)
  // Leaving this view means that the state has changed: figures on every screen may have too.
  useEffect(() => () => void answers.invalidateQueries(), [answers])
  return (
    <section className="card confirm">
      <h2>{t('import.beingWritten')}</h2>
      <WritingBar progress={progress} />
    </section>
  )
}

export function NotWritten({ row }: { row: Import }) {
  const { t } = useWords()
  const [, go] = useLocation()
  const may = useHolds('dataOfficer')
  const { data: progress } = useProgress(row.id, false)
  const opening = useDeed<Import>(`/api/imports/${row.id}/reopen`, () => go(`/import/${row.id}/preview`))
  return (
    <section className="confirm">
      <Refusals refusals={progress?.failure ?? []} title={t('import.notWritten')} />
      <Refusals refusals={refusalsOf(opening.error)} focus />
      {may && (
        <Button onClick={() => opening.mutate()} loading={opening.isPending}>
          {t('import.reopen')}
        </Button>
      )}
    </section>
  )
}
