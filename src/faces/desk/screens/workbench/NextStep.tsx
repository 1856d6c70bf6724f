/** The next step with everything that forbids it, listed before anybody presses. Endorsing and publishing have pages of their own. */
import { Button } from '@mantine/core'
import { Link } from 'wouter'
import { useBilingual } from '../../../ui/language.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { refusalsOf } from '../../api/ask.ts'
import { type Round, type Step, useSteps } from '../../api/displacement.ts'
import { useHolds } from '../../api/session.ts'
import { pathOfRound } from '../../navigation.ts'
import { useWords } from '../../words/words.ts'
import { stepTakers, takeStep, useDeed } from './deeds.ts'

const elsewhere: Record<string, 'endorsement' | 'publication'> = { endorse: 'endorsement', return: 'endorsement', publish: 'publication' }

export function NextStep({ round }: { round: Round }) {
  const { t } = useWords()
  const may = useHolds(...stepTakers)
  const { data: steps } = useSteps(round.id, may)
  if (may && !steps) return <div className="card next" />
  const here = (steps ?? []).filter(({ name }) => !(name in elsewhere))
  const page = steps?.map(({ name }) => elsewhere[name]).find(Boolean)
  return (
    <section className="card next">
      <h2>{t('bench.next')}</h2>
      {!steps?.length && <p className="quiet">{t('bench.noStep')}</p>}
      {page && (
        <p>
          <Link href={pathOfRound(round.id, page)} className="button">
            {t(page === 'endorsement' ? 'bench.goEndorse' : 'bench.goPublish')}
          </Link>
        </p>
      )}
      {here.map((step, i) => (
        <OneStep key={step.name} round={round} step={step} first={i === 0 && !page} />
      ))}
    </section>
  )
}

function OneStep({ round, step, first }: { round: Round; step: Step; first: boolean }) {
  const { t } = useWords()
  const mine = useBilingual()
  const taking = useDeed(round.id, () => takeStep(round.id, step.name))
  const blocked = step.obstacles.length > 0
  return (
    <div className="step">
      <Button variant={first ? 'filled' : 'default'} disabled={blocked} loading={taking.isPending} onClick={() => taking.mutate(undefined)}>
        {mine(step.label)}
      </Button>
      {blocked ? (
        <Refusals refusals={step.obstacles} title={t('bench.obstacles', { n: step.obstacles.length })} tone="warning" />
      ) : (
        first && <p className="small quiet">{t('bench.ready')}</p>
      )}
      <Refusals refusals={refusalsOf(taking.error)} focus />
    </div>
  )
}
