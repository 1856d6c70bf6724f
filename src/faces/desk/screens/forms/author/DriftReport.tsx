/** What this draft changes against the version in the field, in sentences; a changed type stands first, because it cannot be published. */
import type { Drift } from '../../../api/forms.ts'
import { useWords } from '../../../words/words.ts'

export function DriftReport({ drift }: { drift: Drift }) {
  const { t, named } = useWords()
  const { added, removed, retyped, relabelled, choicesRemoved, against } = drift
  const total = added.length + removed.length + retyped.length + relabelled.length + choicesRemoved.length
  const type = (word: string) => named('questionType', word)
  if (total === 0) return <p className="drift quiet">{t('drift.none', { version: against })}</p>
  return (
    <section className={retyped.length > 0 ? 'drift stops' : 'drift'} aria-label={t('drift.title', { version: against })}>
      <h2>{t('drift.title', { version: against })}</h2>
      <ul>
        {retyped.map(({ path, before, after }) => (
          <li key={`t${path}`} className="drift-stops">
            {t('drift.retyped', { path, before: type(before), after: type(after) })}
          </li>
        ))}
        {choicesRemoved.map(({ path, choice, label, answers }) => (
          <li key={`c${path}${choice}`}>{t('drift.choice', { label, path, n: answers })}</li>
        ))}
        {removed.map(({ path }) => (
          <li key={`r${path}`}>{t('drift.removed', { path })}</li>
        ))}
        {added.map(({ path, type: kind }) => (
          <li key={`a${path}`}>{t('drift.added', { path, type: type(kind) })}</li>
        ))}
        {relabelled.map(({ path, language, before, after }) => (
          <li key={`l${path}${language}`}>
            {t('drift.relabelled', { path, language })} <del>{before}</del> <span aria-hidden="true">→</span> <ins>{after}</ins>
          </li>
        ))}
      </ul>
    </section>
  )
}
