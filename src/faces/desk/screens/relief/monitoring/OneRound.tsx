/** One round: the draw, the visits in the order of the draw, and what households said with how sure it is. */
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import { useBilingual } from '../../../../ui/language.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../../ui/Waiting.tsx'
import { post, refusalsOf } from '../../../api/ask.ts'
import { monitoringAt, useRoundResults, useRounds, useVisits } from '../../../api/pdm.ts'
import { useHolds } from '../../../api/session.ts'
import { useDeed } from '../../../api/useDeed.ts'
import { ChooseFile } from '../../../shell/ChooseFile.tsx'
import { LifeSteps } from '../../../shell/LifeSteps.tsx'
import { useWords } from '../../../words/words.ts'
import { Results } from './Results.tsx'
import { Visits } from './Visits.tsx'

const leaders = ['monitoring', 'clusterCoordinator', 'dataOfficer']

export function OneRound({ id }: { id: string }) {
  const { t } = useWords()
  const mine = useBilingual()
  const leads = useHolds(...leaders)
  const visits = useHolds('enumerator', ...leaders)
  const follows = useHolds('coordinator', 'chief', ...leaders)
  const { data, error } = useRounds()
  const results = useRoundResults(id, follows)
  const units = useVisits(id, visits)
  const round = data?.rounds.find((each) => each.id === id)
  if (!round) return error ? <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} /> : <WaitingTable />
  return (
    <div className="selection">
      <p className="kicker">
        <Link href="/relief/monitoring">{t('relief.part.monitoring')}</Link>
      </p>
      <h2>
        {mine(round.title)} <span className="quiet">{t(`pdm.state.${round.state}`)}</span>
      </h2>
      <p>
        {t('pdm.progress', { drawn: round.drawn, answered: round.answered, closed: round.closed })}
        {round.complaints !== null && ` · ${t('pdm.complaints', { n: round.complaints })}`}
      </p>
      {leads && round.state === 'planned' && <Draw id={id} distributions={round.distributions} />}
      {results.data && round.state !== 'planned' && (
        <section className="card">
          {results.data.sizes.map(({ kind, households, n, otherOrder }) => (
            <p key={kind} className="quiet">
              {t('pdm.size', { kind: t(`pdm.kind.${kind}`), households, n, other: otherOrder })}
            </p>
          ))}
          <Results round={results.data} />
          {round.answered >= 2 && (
            <p className="deeds list-deeds">
              {(['pt', 'en'] as const).map((lang) => (
                <a key={lang} className="link" href={monitoringAt(id, `report/${lang}`)}>
                  {t(`pdm.report.${lang}`)}
                </a>
              ))}
            </p>
          )}
          {round.frameHash && <p className="hash-line">{t('pdm.seedLine', { seed: round.seed ?? '', hash: round.frameHash })}</p>}
        </section>
      )}
      <LifeSteps key={round.state} domain="relief" path="pdm-round" id={id} by={leaders} />
      {round.state === 'drawn' && <p className="quiet">{t('pdm.channel')}</p>}
      {visits && units.data && round.state === 'drawn' && <Visits units={units.data.units} questions={round.questions} />}
    </div>
  )
}

function Draw({ id, distributions }: { id: string; distributions: readonly string[] }) {
  const { t } = useWords()
  const [seed, setSeed] = useState('')
  const [file, setFile] = useState<File | null>(null)
  const drawing = useDeed(['relief'], (from: 'distributions' | 'file') => {
    if (from === 'distributions') return post(monitoringAt(id, 'draw-from-distributions'), { seed })
    const body = new FormData()
    body.set('seed', seed)
    body.set('file', file!)
    return post(monitoringAt(id, 'draw'), body)
  })
  const isSeed = /^[\w-]{4,60}$/.test(seed)
  return (
    <section className="card">
      <h3>{t('pdm.draw')}</h3>
      <Refusals refusals={refusalsOf(drawing.error)} focus />
      <TextInput label={t('pdm.seed')} description={t('pdm.seedNote')} value={seed} onChange={({ currentTarget }) => setSeed(currentTarget.value)} />
      {distributions.length > 0 && (
        <>
          <p className="quiet">{t('pdm.drawFromNote', { list: distributions.join(', ') })}</p>
          <div className="form-deeds">
            <Button disabled={!isSeed} loading={drawing.isPending} onClick={() => drawing.mutate('distributions')}>
              {t('pdm.drawFrom')}
            </Button>
          </div>
        </>
      )}
      <details open={distributions.length === 0}>
        <summary>{t('pdm.orFile')}</summary>
        <p className="quiet">{t('pdm.frameNeeds')}</p>
        <ChooseFile label={file ? file.name : t('pdm.frame')} accept=".csv,.xlsx,.xls" take={setFile} />
        <div className="form-deeds">
          <Button variant="default" disabled={!isSeed || !file} loading={drawing.isPending} onClick={() => drawing.mutate('file')}>
            {t('pdm.drawNow')}
          </Button>
        </div>
      </details>
    </section>
  )
}
