/** Every figure of an indicator, each opening to its evidence, its parts, what may be done with it and the records behind it; the newest stands open. */
import { useState } from 'react'
import { longDate, number, shortDate } from '../../../../portal/numbers.ts'
import { type Column, DataTable } from '../../../../ui/DataTable.tsx'
import type { Indicator, IndicatorValue } from '../../../api/results.ts'
import { useWords } from '../../../words/words.ts'
import { useFigureText } from './figureText.ts'
import { useParts } from './partNames.ts'
import { RecordsBehind } from './RecordsBehind.tsx'
import { ValueSteps } from './ValueSteps.tsx'

export function EveryFigure({ indicator, values }: { indicator: Indicator; values: IndicatorValue[] }) {
  const { t, named, language } = useWords()
  const { text } = useFigureText()
  const [open, setOpen] = useState<string | null>(values[0]?.id ?? null)
  const turn = (id: string) => setOpen(open === id ? null : id)
  const columns: Column<IndicatorValue>[] = [
    {
      key: 'period',
      title: t('results.period'),
      header: true,
      cell: ({ id, fromDay, toDay }) => (
        <button type="button" className="link" aria-expanded={open === id} onClick={() => turn(id)}>
          {shortDate(fromDay, language)} – {shortDate(toDay, language)}
        </button>
      ),
    },
    { key: 'place', title: t('results.place'), cell: ({ scope }) => scope },
    { key: 'value', title: t('results.value'), cell: (value) => text(indicator, value) },
    {
      key: 'coverage',
      title: t('results.coverage'),
      cell: ({ expected, received }) =>
        expected === null || received === null ? (
          <span className="unknown">{t('results.coverageUnknown')}</span>
        ) : (
          t('results.reported', { received: number(received, language), expected: number(expected, language) })
        ),
    },
    { key: 'method', title: t('results.method'), cell: ({ method }) => named('valueMethod', method) },
    { key: 'state', title: t('results.state'), cell: ({ state }) => named('valueState', state) },
    { key: 'known', title: t('results.asKnown'), cell: ({ recordedAt, edition }) => `${longDate(recordedAt.slice(0, 10), language)} · ${edition}` },
  ]
  return (
    <DataTable
      rows={values}
      columns={columns}
      rowKey={({ id }) => id}
      caption={t('results.everyFigure')}
      isOpen={({ id }) => id === open}
      onOpen={({ id }) => turn(id)}
      details={(value) => <Details value={value} />}
      stacks
    />
  )
}

function Details({ value }: { value: IndicatorValue }) {
  const { t } = useWords()
  return (
    <div className="figure-details">
      {value.evidence && (
        <p>
          <b>{t('results.evidence')}:</b> {value.evidence}
        </p>
      )}
      {value.note && (
        <p>
          <b>{t('results.note')}:</b> {value.note}
        </p>
      )}
      {value.breakdowns?.map((breakdown) => (
        <Broken key={breakdown.by} {...breakdown} />
      ))}
      {value.verification && (
        <p>
          <b>{t('results.verification')}:</b> {value.verification}
        </p>
      )}
      {value.records !== null && <RecordsBehind value={value.id} />}
      <ValueSteps value={value} />
    </div>
  )
}

function Broken({ by, parts }: NonNullable<IndicatorValue['breakdowns']>[number]) {
  const { t, named, language } = useWords()
  const { name } = useParts(by)
  const said = ({ value, numerator, denominator }: (typeof parts)[number]) =>
    typeof value === 'number' ? number(value, language) : t('results.parts', { numerator: numerator ?? 0, denominator: denominator ?? 0 })
  return (
    <p>
      <b>{named('breakdown', by)}:</b> {parts.map((part) => `${name(part.key)} ${said(part)}`).join(' · ')}
    </p>
  )
}
