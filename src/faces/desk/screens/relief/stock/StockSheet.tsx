/** A stock sheet from a spreadsheet: ready lines are saved as opening stock, and what mixes pieces and bales waits here until somebody says what it is. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import { number } from '../../../../portal/numbers.ts'
import { useBilingual } from '../../../../ui/language.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../../api/ask.ts'
import { type SheetLine, type StockSheetRead, useStockDeed } from '../../../api/stock.ts'
import { ChooseFile } from '../../../shell/ChooseFile.tsx'
import { useWords } from '../../../words/words.ts'

type Read = StockSheetRead & { name: string }

export function StockSheet({ code }: { code: string }) {
  const { t, language } = useWords()
  const mine = useBilingual()
  const [sheet, setSheet] = useState<Read | null>(null)
  const at = `/api/relief/warehouses/${code}`
  const reading = useStockDeed(
    async (file: File) => {
      const body = new FormData()
      body.set('file', file)
      return { ...(await post<StockSheetRead>(`${at}/stock-sheet`, body)), name: file.name }
    },
    (read) => setSheet(read),
  )
  const saving = useStockDeed(
    (lines: readonly SheetLine[]) =>
      post(`${at}/papers/receive`, { source: 'opening', reference: sheet?.name.slice(0, 120), lines: lines.map(({ line: _, ...each }) => each) }),
    () => setSheet((before) => before && { ...before, lines: [] }),
  )
  const settle = (line: number, choice: { pack: string | null; shelf: string }) =>
    setSheet((before) => {
      const row = before?.putAside.find((one) => one.line === line)
      if (!before || !row) return before
      const { item, lot } = row
      const factor = row.suggestions.find(({ pack }) => pack === choice.pack)!
      // What was written as 2.4 bales of 5 is 12: a part of a pack is kept in base units.
      const whole = factor.quantity % factor.factor === 0
      const settled = {
        line,
        item,
        lot,
        shelf: choice.shelf,
        quantity: whole ? factor.quantity / factor.factor : factor.quantity,
        pack: whole ? choice.pack : null,
      }
      return { ...before, lines: [...before.lines, settled], putAside: before.putAside.filter((one) => one.line !== line) }
    })
  return (
    <details className="card after-table">
      <summary>{t('stock.sheet')}</summary>
      <p className="small quiet">{t('stock.sheetNote')}</p>
      <Refusals refusals={[...refusalsOf(reading.error), ...refusalsOf(saving.error)]} focus />
      <div className="form-deeds">
        <ChooseFile label={t(reading.isPending ? 'forms.reading' : 'stock.sheetBring')} accept=".xlsx,.xls,.csv" take={(file) => reading.mutate(file)} />
      </div>
      {sheet && (
        <>
          <p role="status">
            {t('stock.sheetRead', { n: sheet.lines.length, aside: sheet.putAside.length })} {saving.isSuccess && sheet.lines.length === 0 && t('saved')}
          </p>
          {sheet.putAside.length > 0 && <h3>{t('stock.sheetAside')}</h3>}
          <ul className="stock-lines">
            {sheet.putAside.map(({ line, item, lot, shelf, quantity, unit, why, suggestions }) => (
              <li key={line}>
                <span>
                  {t('stock.sheetLine', { line })} <strong>{[item, lot, shelf, `${quantity} ${unit}`.trim()].filter(Boolean).join(' · ')}</strong>
                  <span className="quiet small lines">{why.map(({ sentence }) => mine(sentence)).join(' ')}</span>
                </span>
                {why.every(({ code: of }) => ['relief.unit-unknown', 'relief.unit-not-said', 'relief.not-whole'].includes(of)) && (
                  <span className="deeds">
                    {suggestions.map(({ pack, factor, quantity: units }) => (
                      <Button
                        key={pack ?? ''}
                        size="compact-sm"
                        variant="default"
                        onClick={() => settle(line, { pack, shelf: shelf.startsWith(`${code}/`) ? shelf : `${code}/${shelf}` })}
                      >
                        {pack === null ? t('stock.sheetUnits', { units: number(units, language) }) : t('stock.sheetPacks', { pack, factor, units })}
                      </Button>
                    ))}
                  </span>
                )}
              </li>
            ))}
          </ul>
          {sheet.lines.length > 0 && (
            <>
              <h3>{t('stock.sheetReady')}</h3>
              <ul className="plain">
                {sheet.lines.map(({ line, item, lot, shelf, quantity, pack }) => (
                  <li key={line}>
                    {[item, lot, shelf].filter(Boolean).join(' · ')}: <strong>{number(quantity, language)}</strong> {pack}
                  </li>
                ))}
              </ul>
              <div className="form-deeds">
                <Button loading={saving.isPending} onClick={() => saving.mutate(sheet.lines)}>
                  {t('stock.sheetSave', { n: sheet.lines.length })}
                </Button>
              </div>
            </>
          )}
        </>
      )}
    </details>
  )
}
