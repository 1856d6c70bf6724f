/** What the world will read: figures, withheld counts, licence, the text held against the data while it is written, and the press of the button. */
import { Coverage } from '../../../ui/Coverage.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { TermsBar } from '../../../ui/TermsBar.tsx'
import { CountText } from '../../../ui/Unknown.tsx'
import { WaitingTable } from '../../../ui/Waiting.tsx'
import { refusalsOf } from '../../api/ask.ts'
import { type Preview, usePreview } from '../../api/displacement.ts'
import { useHolds } from '../../api/session.ts'
import { useWords } from '../../words/words.ts'
import { NarrativeForm } from './NarrativeForm.tsx'
import { NewEdition } from './NewEdition.tsx'
import { PublishCard } from './PublishCard.tsx'
import type { TabGiven } from './Workbench.tsx'

export function PublicationTab({ bench }: TabGiven) {
  const { t } = useWords()
  const { round } = bench
  const { data, error } = usePreview(round.id)
  const mayWrite = useHolds('dataOfficer', 'reportOfficer') && !['published', 'superseded', 'withdrawn'].includes(round.state)
  const done = round.state === 'published' || round.state === 'superseded'
  return (
    <div className="publication">
      <div>
        {error && !data && <Refusals refusals={refusalsOf(error)} title={t('bench.publishObstacles')} tone="warning" />}
        {!data && !error && <WaitingTable />}
        {data && <WillSay preview={data} />}
        {/* Until the saved text has come back, the form would hold the one before. */}
        {data && (
          <NarrativeForm key={`${round.id} ${round.version} ${data.narrative?.pt} ${data.narrative?.en}`} round={round} preview={data} mayWrite={mayWrite} />
        )}
      </div>
      <div className="publication-side">{done ? <NewEdition round={round} /> : <PublishCard round={round} preview={data} />}</div>
    </div>
  )
}

function WillSay({ preview: { publicRound, withheld } }: { preview: Preview }) {
  const { t, named } = useWords()
  const provinces = publicRound.areas.filter(({ level }) => level === 1)
  return (
    <section className="card">
      <h2>{t('bench.willSay')}</h2>
      <dl className="facts figures">
        {(['individuals', 'households', 'females', 'males'] as const).map((measure) => (
          <div key={measure}>
            <dt>{named('value', measure)}</dt>
            <dd className="figure-value">
              <CountText value={publicRound.totals[measure]} />
            </dd>
          </div>
        ))}
      </dl>
      <Coverage counts={publicRound.coverage} legend />
      {provinces.length > 0 && (
        <ul className="provinces">
          {provinces.map(({ pcode, name, individuals }) => (
            <li key={pcode}>
              {name} <b>{<CountText value={individuals} />}</b>
            </li>
          ))}
        </ul>
      )}
      {publicRound.change?.computable && <TermsBar terms={publicRound.change.terms} />}
      <p className="small">
        {withheld > 0 ? t('bench.withheld', { n: withheld }) : t('bench.noneWithheld')} · {t('bench.licence')}: {publicRound.licence || t('unknown')} ·{' '}
        {t('bench.credit')}: {publicRound.credit || t('unknown')}
      </p>
    </section>
  )
}
