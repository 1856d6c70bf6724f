/** The file as understood, in words, and what it cannot say by itself: operation, licence, credit, the round. */
import { Link, useSearchParams } from 'wouter'
import { longDate, number, size } from '../../../portal/numbers.ts'
import { useBilingual } from '../../../ui/language.tsx'
import { useWords } from '../../words/words.ts'
import { AboutFile } from './AboutFile.tsx'
import { type Import, type Preview, type SheetRead, useImports } from './imports.ts'

export function ReadStep({ row, preview }: { row: Import; preview: Preview }) {
  const { t, named, language } = useWords()
  const mine = useBilingual()
  const { understood, sheets = [], shape, known } = preview.details
  const dates = preview.findings.filter(({ code }) => /date-order|two-date-orders/.test(code))
  const format = understood && [
    t(`import.format.${understood.format}`),
    understood.encoding?.toUpperCase(),
    understood.format === 'csv' && named('import.separator', understood.delimiter === '\t' ? 'tab' : understood.delimiter),
    understood.lineEnding?.toUpperCase(),
    size(understood.bytes, language),
  ]
  return (
    <div className="import-columns">
      <section className="card">
        <h2>{t('import.understood')}</h2>
        <p className="understood">{[...(format ?? []), named('import.shape', shape), t('import.rows', { n: preview.rows })].filter(Boolean).join(' · ')}</p>
        {sheets.length > 0 && (
          <ul className="lines">
            {sheets.map((sheet) => (
              <SheetLine key={sheet.name} sheet={sheet} />
            ))}
          </ul>
        )}
        <h3>{t('import.dateOrder')}</h3>
        {dates.length === 0 && <p>{t('import.noDateDoubt')}</p>}
        <ul className="lines">
          {dates.map((each) => (
            <li key={mine(each.sentence)}>{mine(each.sentence)}</li>
          ))}
        </ul>
        <EarlierTaken known={known} fresh={preview.details.new} id={row.id} sha256={row.sha256} />
      </section>
      <AboutFile row={row} preview={preview} />
    </div>
  )

  function SheetLine({ sheet }: { sheet: SheetRead }) {
    const { name, hidden, headerLines, hxlLine, rows } = sheet
    return (
      <li>
        {headerLines.length > 0 ? t('import.sheetLine', { sheet: name, header: headerLines.map(String).join(', ') }) : t('import.sheetNoHeader', { sheet: name })}
        {hxlLine !== null && `; ${t('import.hxlLine', { line: String(hxlLine) })}`}; {t('import.rows', { n: rows })}
        {hidden && <b className="tag"> {t('import.hiddenSheet')}</b>}
      </li>
    )
  }

  function EarlierTaken({ known: already, fresh, id, sha256 }: { known: number; fresh: number; id: string; sha256: string }) {
    const [search] = useSearchParams()
    const { data } = useImports()
    const same = data?.filter((each) => each.id !== id && each.sha256 === sha256 && each.state === 'imported') ?? []
    const earlier = same.find((each) => each.id === search.get('earlier')) ?? same[0]
    if (!earlier && already === 0) return null
    return (
      <p className="notice-line" role="status">
        {earlier && (
          <>
            {t('import.earlier', { date: longDate(earlier.importedAt ?? earlier.at, language) })} <Link href={`/import/${earlier.id}`}>{t('import.earlierOpen')}</Link>.{' '}
          </>
        )}
        {already > 0 && `${t('import.known', { n: already })}; `}
        <b>{t('import.fresh', { n: fresh, count: number(fresh, language) })}</b>
      </p>
    )
  }
}
