/** The file as understood, in words, and what it cannot say by itself: operation, licence, credit, the round. */
import { Link, useSearchParams } from 'wouter'
import { longDate, size } from '../../../portal/numbers.ts'
import { useBilingual } from '../../../ui/language.tsx'
import { useWords } from '../../words/words.ts'
import { AboutFile } from './AboutFile.tsx'
import { type Import, type Preview, type SheetRead, type Understanding, useImports } from './imports.ts'

export function ReadStep({ row, preview }: { row: Import; preview: Preview }) {
  const { t } = useWords()
  const mine = useBilingual()
  const dates = preview.findings.filter(({ code }) => /date-order|two-date-orders/.test(code))
  return (
    <div className="import-columns">
      <section className="card">
        <h2>{t('import.understood')}</h2>
        <UnderstoodAs details={preview.details} rows={preview.rows} />
        <h3>{t('import.dateOrder')}</h3>
        {dates.length === 0 && <p>{t('import.noDateDoubt')}</p>}
        <ul className="lines">
          {dates.map((each) => (
            <li key={mine(each.sentence)}>{mine(each.sentence)}</li>
          ))}
        </ul>
        <EarlierTaken row={row} details={preview.details} />
      </section>
      {row.kind === 'displacement' && <AboutFile row={row} preview={preview} />}
    </div>
  )
}

function UnderstoodAs({ details: { understood, sheets = [], shape }, rows }: { details: Understanding; rows: number }) {
  const { t, named, language } = useWords()
  const format = understood
    ? [
        t(`import.format.${understood.format}`),
        understood.encoding?.toUpperCase(),
        understood.format === 'csv' && named('import.separator', understood.delimiter),
        understood.lineEnding?.toUpperCase(),
        size(understood.bytes, language),
      ]
    : []
  return (
    <>
      <p className="understood">{[...format, named('import.shape', shape), t('import.rows', { n: rows })].filter(Boolean).join(' · ')}</p>
      <ul className="lines">
        {sheets.map((sheet) => (
          <SheetLine key={sheet.name} sheet={sheet} />
        ))}
      </ul>
    </>
  )
}

function SheetLine({ sheet: { name, hidden, headerLines, hxlLine, rows } }: { sheet: SheetRead }) {
  const { t } = useWords()
  const header =
    headerLines.length > 0 ? t('import.sheetLine', { sheet: name, header: headerLines.map(String).join(', ') }) : t('import.sheetNoHeader', { sheet: name })
  return (
    <li>
      {[header, hxlLine !== null && t('import.hxlLine', { line: String(hxlLine) }), t('import.rows', { n: rows })].filter(Boolean).join('; ')}{' '}
      {hidden && <b className="tag">{t('import.hiddenSheet')}</b>}
    </li>
  )
}

/** The same bytes again are told, with what they would still add. */
function EarlierTaken({ row, details }: { row: Import; details: Understanding }) {
  const { t, language } = useWords()
  const [search] = useSearchParams()
  const { data } = useImports()
  const same = data?.filter(({ id, sha256, state }) => id !== row.id && sha256 === row.sha256 && state === 'imported') ?? []
  const earlier = same.find(({ id }) => id === search.get('earlier')) ?? same[0]
  if (!earlier && details.known === 0) return null
  return (
    <p className="notice-line" role="status">
      {earlier && (
        <>
          {t('import.earlier', { date: longDate(earlier.importedAt ?? earlier.at, language) })}{' '}
          <Link href={`/import/${earlier.id}`}>{t('import.earlierOpen')}</Link>
          {'. '}
        </>
      )}
      {details.known > 0 && `${t('import.known', { n: details.known })}; `}
      <b>{t('import.fresh', { n: details.new })}.</b>
    </p>
  )
}
