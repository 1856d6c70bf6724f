/** A stock sheet from a spreadsheet: ready lines are saved as opening stock, and what mixes pieces and bales waits below until somebody says what it is, today or next week. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import { number } from '../../../../portal/numbers.ts'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../../api/ask.ts'
import { type SheetLine, type StockSheetRead, useStockDeed } from '../../../api/stock.ts'
import { ChooseFile } from '../../../shell/ChooseFile.tsx'
import { useWords } from '../../../words/words.ts'
import { AsideLines } from './AsideLines.tsx'

type Read = StockSheetRead & { name: string }

export function StockSheet({ code }: { code: string }) {
  const { t, language } = useWords()
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
            {t('stock.sheetRead', { n: sheet.lines.length, aside: sheet.waiting.length })} {saving.isSuccess && sheet.lines.length === 0 && t('saved')}
          </p>
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
      <AsideLines code={code} />
    </details>
  )
}
