/** A large file while a job reads it, at its lasting address: how far, and that one may leave. When the reading was interrupted, why, and once more. */
import { Button, Progress } from '@mantine/core'
import { Refusals } from '../../../ui/Refusals.tsx'
import { refusalsOf } from '../../api/ask.ts'
import { useWords } from '../../words/words.ts'
import { type Preparing, useReadAgain } from './imports.ts'

export function BeingRead({ preparing: { doing, done, of } }: { preparing: Preparing }) {
  const { t } = useWords()
  const percent = doing === 'understanding' ? 100 : of > 0 ? Math.floor((100 * done) / of) : 0
  return (
    <section className="card confirm being-read" role="status">
      <h2>{t('import.beingRead')}</h2>
      <p>
        {t(`import.preparing.${doing}`, { percent })} <span className="quiet">{t('import.mayLeave')}</span>
      </p>
      <Progress value={Math.max(2, percent)} animated={doing === 'understanding'} aria-label={t('import.beingRead')} />
    </section>
  )
}

export function NotRead({ id, error }: { id: string; error: unknown }) {
  const { t } = useWords()
  const again = useReadAgain(id)
  const refusals = refusalsOf(error)
  return (
    <section className="confirm">
      <Refusals refusals={refusals} focus />
      {refusals.some(({ code }) => code === 'import.preview-interrupted') && (
        <Button onClick={() => again.mutate()} loading={again.isPending}>
          {t('import.readAgain')}
        </Button>
      )}
    </section>
  )
}
