/** The text of a report, area by area in one language at a time, each beside the figures that its numbers must follow from. */

import { SegmentedControl, Textarea } from '@mantine/core'
import { useState } from 'react'
import { KeyedForm } from '../../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { patch, refusalsOf } from '../../../api/ask.ts'
import { useResultsDeed } from '../../../api/results.ts'
import { useHolds } from '../../../api/session.ts'
import type { ReportArea, ReportEntry, ReportTexts, WholeReport } from '../../../api/strategyReports.ts'
import { SaveDeed } from '../../../shell/SaveDeed.tsx'
import { useWords } from '../../../words/words.ts'

/** The server takes no more. */
const longestText = 6000

export function ReportText({ report, texts }: { report: WholeReport; texts: ReportTexts }) {
  const { t, language } = useWords()
  const mayWrite = useHolds('monitoring', 'reportOfficer') && report.state === 'figures_frozen'
  const [lang, setLang] = useState<'pt' | 'en'>(language)
  const [written, setWritten] = useState(texts)
  const saving = useResultsDeed(() => patch(`/api/results/reports/${report.id}/texts`, { version: report.version, texts: written }))
  const own = written[lang]
  const write = (change: Partial<typeof own>) => setWritten({ ...written, [lang]: { ...own, ...change } })
  const field = (label: string, value: string, keep: (text: string) => void) =>
    mayWrite ? (
      <Textarea lang={lang} label={label} autosize minRows={2} maxLength={longestText} value={value} onChange={(event) => keep(event.currentTarget.value)} />
    ) : (
      <p lang={lang}>{value}</p>
    )
  return (
    <section>
      <h2>{t('reports.text')}</h2>
      <SegmentedControl
        aria-label={t('reports.language')}
        value={lang}
        onChange={(value) => setLang(value as 'pt' | 'en')}
        data={[
          { value: 'pt', label: 'Português' },
          { value: 'en', label: 'English' },
        ]}
      />
      <KeyedForm onSave={() => mayWrite && saving.mutate(undefined)} label={t('reports.text')}>
        {field(t('reports.opening'), own.opening, (opening) => write({ opening }))}
        {report.areas.map((area) => (
          <section key={area.key} className="report-area">
            <h3 lang={lang}>{area.name[lang]}</h3>
            {area.links[lang] && (
              <p className="small quiet" lang={lang}>
                {area.links[lang]}
              </p>
            )}
            {field(t('reports.ofArea'), own.areas[area.key] ?? '', (text) => write({ areas: { ...own.areas, [area.key]: text } }))}
            <Told entries={area.entries[lang]} lang={lang} />
            {area.rows[lang].length > 0 && <Figures area={area} lang={lang} isQuarter={report.kind === 'quarter'} />}
          </section>
        ))}
        {mayWrite && <SaveDeed saving={saving} className="report-save" />}
        <Refusals refusals={refusalsOf(saving.error)} focus />
      </KeyedForm>
    </section>
  )
}

function Told({ entries, lang }: { entries: ReportEntry[]; lang: 'pt' | 'en' }) {
  if (entries.length === 0) return null
  return (
    <ul className="report-entries" lang={lang}>
      {entries.map(({ title, state, details }) => (
        <li key={`${title} ${details[0]}`}>
          <b>{title}</b> {state && <span className="quiet">({state})</span>} {details.length > 0 && <span className="small quiet">{details.join(' · ')}</span>}
        </li>
      ))}
    </ul>
  )
}

function Figures({ area: { rows, name }, lang, isQuarter }: { area: ReportArea; lang: 'pt' | 'en'; isQuarter: boolean }) {
  const { t } = useWords()
  return (
    <details>
      <summary>{t('reports.figures', { n: rows[lang].length })}</summary>
      <div className="table-frame">
        <table className="table" lang={lang}>
          <caption className="unseen">{name[lang]}</caption>
          <thead>
            <tr>
              <th scope="col">{t('results.indicator')}</th>
              <th scope="col">{t(isQuarter ? 'reports.now' : 'reports.newest')}</th>
              <th scope="col">{t(isQuarter ? 'reports.before' : 'reports.earlier')}</th>
              <th scope="col">{t('reports.target')}</th>
              <th scope="col">{t('reports.progress')}</th>
            </tr>
          </thead>
          <tbody>
            {rows[lang].map((row) => (
              <tr key={`${row.code} ${row.name}`}>
                <th scope="row">
                  {row.code && `${row.code} `}
                  {row.name} <span className="small quiet">{row.how}</span>
                </th>
                <td>{row.isKnown ? <strong>{row.now}</strong> : <em>{row.now}</em>}</td>
                <td>{row.before}</td>
                <td>{row.target}</td>
                <td>{row.reached}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
