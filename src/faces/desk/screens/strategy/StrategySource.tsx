/** Where the strategy comes from, under which licence, and what its source leaves in doubt. */
import { useBilingual } from '../../../ui/language.tsx'
import { useWords } from '../../words/words.ts'
import type { FocusArea, Strategy } from './strategy.ts'

export function StrategySource({ strategy, area }: { strategy: Strategy; area?: FocusArea }) {
  const { t } = useWords()
  const mine = useBilingual()
  const { citation, sourceLicence, sourceNotes, appliedNotes, crosscuttingThemes, approaches } = strategy
  const notes = area ? (area.sourceNotes ?? []) : appliedNotes
  return (
    <footer className="strategy-source small">
      {!area && (
        <>
          <p>
            <b>{t('strategy.themes')}:</b> {crosscuttingThemes.map(({ name }) => mine(name)).join(' · ')}
          </p>
          <p>
            <b>{t('strategy.approaches')}:</b> {approaches.map(({ name }) => mine(name)).join(' · ')}
          </p>
        </>
      )}
      {notes.length > 0 && (
        <>
          <p>
            <b>{t('strategy.notes')}</b>
          </p>
          <ul>
            {notes.map((id) => (
              <li key={id}>{mine(sourceNotes[id])}</li>
            ))}
          </ul>
        </>
      )}
      <p>
        <b>{t('strategy.source')}:</b> <span lang="en">{citation}</span> {t('strategy.licence', { licence: sourceLicence })}
      </p>
    </footer>
  )
}
