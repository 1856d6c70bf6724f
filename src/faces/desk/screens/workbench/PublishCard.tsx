/** Publishing: every obstacle beforehand, then one question that names the consequence. */
import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import { Refusals } from '../../../ui/Refusals.tsx'
import { refusalsOf } from '../../api/ask.ts'
import { type Preview, type Round, useSteps } from '../../api/displacement.ts'
import { useHolds } from '../../api/session.ts'
import { useWords } from '../../words/words.ts'
import { stepTakers, takeStep, useDeed } from './deeds.ts'

export function PublishCard({ round, preview }: { round: Round; preview: Preview | undefined }) {
  const { t } = useWords()
  const may = useHolds(...stepTakers)
  const { data: steps } = useSteps(round.id, may)
  const [sure, setSure] = useState(false)
  const step = steps?.find(({ name }) => name === 'publish')
  const publishing = useDeed(
    round.id,
    () => takeStep(round.id, 'publish'),
    () => setSure(false),
  )
  const obstacles = step?.obstacles ?? preview?.obstacles ?? []
  return (
    <section className="card">
      <h2>{t('bench.publish')}</h2>
      {!step && <p className="quiet">{t('bench.notPublisher')}</p>}
      <Refusals refusals={obstacles} title={t('bench.publishObstacles')} tone="warning" />
      {step && obstacles.length === 0 && <p className="small">{t('bench.ready')}</p>}
      {step && (
        <Button disabled={obstacles.length > 0} onClick={() => setSure(true)}>
          {t('bench.publish')}
        </Button>
      )}
      <Modal
        opened={sure}
        onClose={() => setSure(false)}
        title={t('bench.surePublish', { round: String(round.number) })}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        <p>{t('bench.surePublishNote')}</p>
        {preview && <p>{preview.withheld > 0 ? t('bench.withheld', { n: preview.withheld }) : t('bench.noneWithheld')}.</p>}
        <Refusals refusals={refusalsOf(publishing.error)} focus />
        <div className="form-deeds">
          <Button loading={publishing.isPending} onClick={() => publishing.mutate(undefined)}>
            {t('bench.publish')}
          </Button>
          <Button variant="default" onClick={() => setSure(false)}>
            {t('cancel')}
          </Button>
        </div>
      </Modal>
    </section>
  )
}
