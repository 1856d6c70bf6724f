/** A proposal for the meeting: who would get how much of one item, and why. */
import { NativeSelect, NumberInput } from '@mantine/core'
import { useState } from 'react'
import { number } from '../../../../portal/numbers.ts'
import { type Column, DataTable } from '../../../../ui/DataTable.tsx'
import { Unknown } from '../../../../ui/Unknown.tsx'
import { type Proposal, useProposal } from '../../../api/pipeline.ts'
import { useWords } from '../../../words/words.ts'

type Line = Proposal['lines'][number]

export function ProposalPart({ items }: { items: readonly string[] }) {
  const { t, language } = useWords()
  const [item, setItem] = useState('')
  const [minimum, setMinimum] = useState<string | number>(0)
  const { data } = useProposal(item, Math.min(100, Math.max(0, Number(minimum) || 0)) / 100)
  const print = (value: number) => number(value, language)
  const columns: Column<Line>[] = [
    { key: 'request', title: t('ask.one'), header: true, cell: ({ name, organisation }) => `${name} · ${organisation}` },
    { key: 'place', title: t('ask.place'), cell: ({ place }) => place },
    { key: 'lacking', title: t('pipe.lacking'), number: true, cell: ({ percentLacking }) => (percentLacking === null ? <Unknown /> : print(percentLacking)) },
    { key: 'need', title: t('pipe.need'), number: true, cell: ({ need }) => print(need) },
    { key: 'given', title: t('pipe.given'), number: true, cell: ({ given }) => print(given) },
    { key: 'why', title: t('pipe.why'), cell: ({ why }) => t(`pipe.why.${why.code}`, { percent: print(Math.round(100 * why.share)) }) },
  ]
  return (
    <section className="card">
      <h2>{t('pipe.proposal')}</h2>
      <div className="side-by-side">
        <NativeSelect
          label={t('pipe.item')}
          value={item}
          onChange={({ currentTarget }) => setItem(currentTarget.value)}
          data={[{ value: '', label: t('reconcile.choose') }, ...items.map((each) => ({ value: each, label: each }))]}
        />
        <NumberInput label={t('pipe.minimum')} min={0} max={100} value={minimum} onChange={setMinimum} />
      </div>
      {data && (
        <>
          <p className="small quiet">{data.lines.length === 0 ? t('pipe.proposalNone') : t('pipe.proposalNote', { item, stock: print(data.stock) })}</p>
          {data.lines.length > 0 && <DataTable rows={data.lines} columns={columns} rowKey={({ to }) => to} caption={t('pipe.proposal')} stacks />}
        </>
      )}
    </section>
  )
}
