/** Everything the reader noticed, one line per cause, worst first: refused, to check, understood so. */
import { Icon } from '../../../ui/Icon.tsx'
import { useBilingual } from '../../../ui/language.tsx'
import { useChosen } from '../../shell/useChosen.ts'
import { useWords } from '../../words/words.ts'
import type { Found } from './imports.ts'
import { Mark } from './Mark.tsx'

const severities = ['error', 'warning', 'note'] as const

/** `id` null: somebody else's file, whose rows are not given back here. */
export function Findings({ id, findings }: { id: string | null; findings: Found[] }) {
  const { t, language } = useWords()
  const [search, choose] = useChosen()
  const show = search.get('show')
  const shown = findings.filter(({ severity }) => !show || severity === show)
  return (
    <section>
      <h2>{t('import.findings')}</h2>
      {findings.length === 0 && <p>{t('import.noFindings')}</p>}
      {findings.length > 0 && (
        <div className="deeds small severities">
          <button type="button" className="link" aria-pressed={!show} onClick={() => choose({ show: null })}>
            {t('import.show.all')} ({findings.length})
          </button>
          {severities.map((severity) => (
            <button key={severity} type="button" className="link" aria-pressed={show === severity} onClick={() => choose({ show: severity })}>
              {t(`import.show.${severity}`)} ({findings.filter((each) => each.severity === severity).length})
            </button>
          ))}
        </div>
      )}
      {id !== null && findings.some(({ severity, lines }) => severity === 'error' && lines.length > 0) && (
        <p className="small">
          <a href={`/api/imports/${id}/give-back?lang=${language}`}>
            <Icon name="download" /> {t('import.giveBack')}
          </a>
        </p>
      )}
      <ul className="findings">
        {shown.map((found) => (
          <Finding key={`${found.code}${found.sheet}${found.column}`} found={found} />
        ))}
      </ul>
    </section>
  )
}

function Finding({ found }: { found: Found }) {
  const { t, named } = useWords()
  const mine = useBilingual()
  const { code, severity, count, lines, sheet, column, examples } = found
  const cause = named('cause', code)
  const titled = cause !== code
  const where = [
    lines.length > 0 && t('import.lines', { lines: lines.join(', ') }),
    column && t('import.column', { column }),
    sheet && t('import.sheet', { sheet }),
    examples.length > 0 && t('import.examples', { examples }),
  ].filter(Boolean)
  return (
    <li data-row="" tabIndex={-1}>
      <Mark severity={severity} />
      <div>
        {titled && <b>{cause}</b>}
        {/* Facts that differ from row to row would leave holes in the sentence; then the cause and its lines say it. */}
        {(!titled || count === 1) && <p>{mine(found.sentence)}</p>}
        {where.length > 0 && <p className="small quiet">{where.join(' · ')}</p>}
      </div>
      <span className="times">{t('import.times', { n: count })}</span>
    </li>
  )
}
