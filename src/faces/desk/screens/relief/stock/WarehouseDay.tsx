/** The day of a warehouse: left today's papers, in the middle the scan field, right the bin card that writes itself; below the last papers. */
import { useState } from 'react'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../../ui/Waiting.tsx'
import { refusalsOf } from '../../../api/ask.ts'
import { useDay } from '../../../api/stock.ts'
import { useWords } from '../../../words/words.ts'
import { CardPart } from './CardPart.tsx'
import { LastPapers } from './LastPapers.tsx'
import { TodayPapers } from './TodayPapers.tsx'
import { noWork, type Work, WorkForm } from './WorkForm.tsx'

export function WarehouseDay({ code }: { code: string }) {
  const { t } = useWords()
  const { data, error } = useDay(code)
  const [card, setCard] = useState<{ shelf: string; item: string; lot: string } | null>(null)
  const [work, setWork] = useState<Work>(noWork)
  const keep = (next: Work) => {
    setWork(next)
    const last = next.lines.at(-1)
    if (last) setCard({ shelf: last.shelf, item: last.item, lot: last.lot })
  }
  if (!data) return error ? <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} /> : <WaitingTable />
  return (
    <>
      <div className="stock-day">
        <TodayPapers day={data} setWork={keep} />
        {data.mine ? <WorkForm day={data} work={work} setWork={keep} onLook={setCard} /> : <p className="quiet">{t('stock.onlyLook')}</p>}
        <CardPart asked={card} />
      </div>
      <LastPapers day={data} />
    </>
  )
}
