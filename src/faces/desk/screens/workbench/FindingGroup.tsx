/** One cause with all its findings; a decision may be written for one of them or for all that are still open. */
import { type KeyboardEvent, useState } from 'react'
import { Link } from 'wouter'
import { Icon } from '../../../ui/Icon.tsx'
import { useBilingual } from '../../../ui/language.tsx'
import { useCodes } from '../../api/codes.ts'
import type { Finding, Workbench } from '../../api/displacement.ts'
import { pathOfRound } from '../../navigation.ts'
import { useWords } from '../../words/words.ts'
import { DecideForm } from './DecideForm.tsx'

type Given = { bench: Workbench; code: string; severity: Finding['severity']; findings: Finding[]; mayDecide: boolean }

export function FindingGroup({ bench, code, severity, findings, mayDecide }: Given) {
  const { t, named } = useWords()
  const [deciding, setDeciding] = useState<string | null>(null)
  const open = findings.filter(({ disposition }) => disposition === null)
  const waives = mayDecide && severity !== 'error'
  const title = named('finding', code)
  return (
    <section className={`finding-group ${severity}`}>
      <header>
        <h2>
          <Icon name={severity} /> {title === code ? named('value', severity) : title}
        </h2>
        <span className="small quiet">
          {named('value', severity)} ·{' '}
          {open.length === findings.length
            ? t('bench.groupOpen', { n: open.length })
            : `${t('bench.groupCount', { n: findings.length })}, ${t('bench.groupOpen', { n: open.length })}`}
        </span>
        {waives && open.length > 1 && (
          <button type="button" className="link" onClick={() => setDeciding(deciding === 'all' ? null : 'all')}>
            {t('bench.decideAll', { n: open.length })}
          </button>
        )}
        {severity === 'error' && <span className="small">{t('bench.errorHow')}</span>}
      </header>
      {deciding === 'all' && <DecideForm round={bench.round.id} name={`group ${code}`} findings={open} onDone={() => setDeciding(null)} />}
      <ul>
        {findings.map((finding) => (
          <OneFinding
            key={finding.id}
            bench={bench}
            finding={finding}
            waives={waives}
            deciding={deciding === finding.id}
            onDecide={() => setDeciding(deciding === finding.id ? null : finding.id)}
            onDone={() => setDeciding(null)}
          />
        ))}
      </ul>
    </section>
  )
}

type OneGiven = { bench: Workbench; finding: Finding; waives: boolean; deciding: boolean; onDecide: () => void; onDone: () => void }

function OneFinding({ bench, finding, waives, deciding, onDecide, onDone }: OneGiven) {
  const { t } = useWords()
  const mine = useBilingual()
  const { label } = useCodes('disposition')
  // The longest code that the place's own begins with is its district.
  const district = bench.districts.filter(({ pcode }) => finding.pcode?.startsWith(pcode)).sort((a, b) => b.pcode.length - a.pcode.length)[0]
  const pressed = (event: KeyboardEvent<HTMLLIElement>) => {
    if (event.target !== event.currentTarget) return
    if (event.key !== 'a' || !waives) return
    event.preventDefault()
    onDecide()
  }
  return (
    <li data-row="" tabIndex={-1} onKeyDown={pressed}>
      <div className="finding-line">
        <span>
          {mine(finding.sentence)}
          {finding.disposition && (
            <small className="decided">
              <Icon name="check" size={12} /> {label(finding.disposition)}. {finding.note}{' '}
              {finding.decidedByName && <span className="quiet">{t('bench.decidedBy', { who: finding.decidedByName })}</span>}
            </small>
          )}
        </span>
        <span className="finding-deeds">
          {district && <Link href={`${pathOfRound(bench.round.id)}?district=${district.pcode}`}>{t('bench.openPlace')}</Link>}
          {waives && (
            <button type="button" className="link" aria-expanded={deciding} onClick={onDecide}>
              {t('bench.decide')} <kbd>a</kbd>
            </button>
          )}
        </span>
      </div>
      {deciding && <DecideForm round={bench.round.id} name={finding.id} findings={[finding]} onDone={onDone} />}
    </li>
  )
}
