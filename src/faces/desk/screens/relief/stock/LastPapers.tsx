/** The last papers of a warehouse, to print or to cancel; a cancelled one stays in the list beside the one that cancels it. */
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type Column, DataTable } from '../../../../ui/DataTable.tsx'
import { dateAndTime } from '../../../../ui/moments.ts'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../../api/ask.ts'
import { type Day, type PaperLine, useStockDeed } from '../../../api/stock.ts'
import { useWords } from '../../../words/words.ts'
import { pdfOf } from './pdfOf.ts'

export function LastPapers({ day: { papers, mine, sent, warehouse } }: { day: Day }) {
  const { t, named, language } = useWords()
  const waybillOf = (paper: PaperLine) =>
    paper.kind === 'waybill' ? sent.find(({ year, number }) => year === paper.year && number === paper.number) : undefined
  const columns: Column<PaperLine>[] = [
    {
      ...{ key: 'paper', title: t('stock.paper'), header: true, value: ({ kind }: PaperLine) => kind },
      cell: (paper) => (
        <>
          {named('stock.paper', paper.kind)} {paper.year}/{paper.number} {paper.cancelled && <span className="tag">{t('stock.cancelled')}</span>}
        </>
      ),
    },
    { key: 'at', title: t('stock.when'), value: ({ at }) => at, cell: ({ at }) => dateAndTime(at, language) },
    { key: 'lines', title: t('stock.lines'), number: true, value: ({ lines }) => lines, cell: ({ lines }) => lines },
    { key: 'words', title: t('stock.note'), cell: ({ words }) => words ?? '' },
    {
      ...{ key: 'deeds', title: t('stock.deeds') },
      cell: (paper) => {
        const waybill = waybillOf(paper)
        return (
          <span className="deeds">
            {waybill && <a href={pdfOf(`/api/relief/print/waybill/${waybill.id}`, { lang: language })}>PDF</a>}
            {paper.note && <a href={pdfOf(`/api/relief/print/received/${paper.note}`, { lang: language })}>PDF</a>}
            {mine && !paper.cancelled && paper.kind !== 'cancellation' && (paper.stays ? <Stays why={paper.stays} /> : <CancelPaper id={paper.id} />)}
          </span>
        )
      },
    },
  ]
  return (
    <section className="after-table">
      <h2>{t('stock.lastPapers')}</h2>
      <p className="deeds">
        <a href={pdfOf(`/api/relief/print/count-sheet/${warehouse.code}`, { lang: language })}>{t('stock.pdf.countSheet')}</a>
        <a href={pdfOf(`/api/relief/print/stock/${warehouse.code}`, { lang: language })}>{t('stock.pdf.stock')}</a>
      </p>
      {papers.length === 0 ? (
        <p className="quiet">{t('stock.noPapers')}</p>
      ) : (
        <DataTable rows={papers} columns={columns} rowKey={({ id }) => id} caption={t('stock.lastPapers')} stacks />
      )}
    </section>
  )
}

function Stays({ why }: { why: NonNullable<PaperLine['stays']> }) {
  const { t } = useWords()
  return <span className="quiet">{t(`stock.stays.${why}`)}</span>
}

function CancelPaper({ id }: { id: string }) {
  const { t } = useWords()
  const [words, setWords] = useState<string | null>(null)
  const cancelling = useStockDeed(
    () => post(`/api/relief/papers/${id}/cancel`, { words: words ?? '' }),
    () => setWords(null),
  )
  if (words === null)
    return (
      <Button size="compact-sm" variant="subtle" onClick={() => setWords('')}>
        {t('stock.cancel')}
      </Button>
    )
  return (
    <span className="cancel-paper">
      <Refusals refusals={refusalsOf(cancelling.error)} focus />
      <TextInput size="xs" label={t('stock.cancelWhy')} value={words} onChange={({ currentTarget }) => setWords(currentTarget.value)} />
      <Button size="compact-sm" variant="default" disabled={!words.trim()} loading={cancelling.isPending} onClick={() => cancelling.mutate(undefined)}>
        {t('stock.cancel')}
      </Button>
    </span>
  )
}
