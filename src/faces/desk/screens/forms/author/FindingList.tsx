/** Each finding with its cell and what to do; repairs that a machine can make are offered, shown cell by cell, and applied only when the author accepts. */
import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import { Icon } from '../../../../ui/Icon.tsx'
import { useBilingual } from '../../../../ui/language.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../../api/ask.ts'
import type { CellChange, FormFinding, ShownVersion } from '../../../api/forms.ts'
import { useHolds } from '../../../api/session.ts'
import { useWords } from '../../../words/words.ts'
import { useDeedOn } from './useDeedOn.ts'

export function FindingList({ form, version, isDraft }: { form: string; version: ShownVersion; isDraft: boolean }) {
  const { t } = useWords()
  const mayAuthor = useHolds('dataOfficer') && isDraft
  const [left, leave] = useState<ReadonlySet<number>>(new Set())
  const { findings } = version
  const offered = findings.filter(({ repair }) => repair)
  const accepted = offered.filter(({ at }) => !left.has(at)).map(({ at }) => at)
  const mending = useDeedOn(
    () => post(`/api/forms/author/${form}/repairs`, { accepted, of: version.understood }),
    () => leave(new Set()),
  )
  const toggle = (at: number) =>
    leave((before) => {
      const after = new Set(before)
      if (!after.delete(at)) after.add(at)
      return after
    })
  if (findings.length === 0)
    return (
      <p className="findings-none">
        <Icon name="check" /> {t('author.noFindings')}
      </p>
    )
  return (
    <section className="form-findings" aria-label={t('author.findings')}>
      <div className="author-bar">
        <h2>
          {t('author.errorCount', { n: version.refusals })}, {t('author.warningCount', { n: version.warnings })}
        </h2>
        {mayAuthor && offered.length > 0 && (
          <Button size="xs" disabled={accepted.length === 0} loading={mending.isPending} onClick={() => mending.mutate(undefined)}>
            {t('author.mend', { n: accepted.length })}
          </Button>
        )}
      </div>
      <Refusals refusals={refusalsOf(mending.error)} focus />
      <ul>
        {findings.map((finding) => (
          <OneFinding key={finding.at} finding={finding} accepted={!left.has(finding.at)} onToggle={mayAuthor ? () => toggle(finding.at) : null} />
        ))}
      </ul>
    </section>
  )
}

function OneFinding({ finding, accepted, onToggle }: { finding: FormFinding; accepted: boolean; onToggle: (() => void) | null }) {
  const { t } = useWords()
  const mine = useBilingual()
  const { severity, sentence, repair } = finding
  return (
    <li className={severity}>
      <Icon name={severity === 'refuse' ? 'error' : 'warning'} />
      <div>
        <p>
          <span className="unseen">{t(severity === 'refuse' ? 'author.hasError' : 'author.hasWarning')}: </span>
          {mine(sentence)}
        </p>
        {repair && (
          <div className="repair">
            {onToggle ? <Checkbox size="xs" checked={accepted} onChange={onToggle} label={mine(repair.sentence)} /> : <p>{mine(repair.sentence)}</p>}
            <ul>
              {repair.changes.slice(0, 5).map((change) => (
                <li key={JSON.stringify(change)}>
                  <Change change={change} />
                </li>
              ))}
              {repair.changes.length > 5 && <li className="quiet">{t('author.moreChanges', { n: repair.changes.length - 5 })}</li>}
            </ul>
          </div>
        )}
      </div>
    </li>
  )
}

function Change({ change: { kind, sheet, row, column, from, to } }: { change: CellChange }) {
  const { t } = useWords()
  if (kind !== 'cell') return null
  return (
    <>
      <code>{`${sheet}!${column}${row}`}</code> <del>{from || t('author.emptyCell')}</del> <span aria-hidden="true">→</span>{' '}
      <ins>{to || t('author.emptyCell')}</ins>
    </>
  )
}
