/** A figure of a period: computed where a part of the product holds the records, typed with its evidence where none does yet. */
import { Button, NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { KeyedForm } from '../../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../../api/ask.ts'
import { type Indicator, unknownReasons, useResultsDeed } from '../../../api/results.ts'
import { useWords } from '../../../words/words.ts'
import { breakdownsOf, type Parts, PartsInput } from './PartsInput.tsx'

/** The last whole month, quarter or year before today. */
function lastPeriod(frequency: Indicator['frequency'], today: Date): { from: string; to: string } {
  const months = { month: 1, quarter: 3, year: 12 }[frequency]
  const begin = Math.floor(today.getUTCMonth() / months) * months
  const day = (month: number, date: number) => new Date(Date.UTC(today.getUTCFullYear(), month, date)).toISOString().slice(0, 10)
  return { from: day(begin - months, 1), to: day(begin, 0) }
}

const empty = { value: '', numerator: '', denominator: '', unknown: '', evidence: '', note: '' }

export function FigureForm({ indicator }: { indicator: Indicator }) {
  const { t, named } = useWords()
  const [period, setPeriod] = useState(() => lastPeriod(indicator.frequency, new Date()))
  const [typed, type] = useState(empty)
  const [parts, setParts] = useState<Parts>({})
  const isRatio = indicator.aggregation === 'ratio'
  const computes = indicator.standsOnRecords
  const deed = useResultsDeed(
    () =>
      post(`/api/results/indicators/${indicator.code}/${computes ? 'compute' : 'values'}`, {
        ...period,
        ...(computes ? {} : asSent(typed, breakdownsOf(parts, isRatio))),
      }),
    () => {
      type(empty)
      setParts({})
    },
  )
  const day = (end: 'from' | 'to') => (
    <TextInput type="date" label={t(`results.${end}`)} value={period[end]} onChange={(event) => setPeriod({ ...period, [end]: event.currentTarget.value })} />
  )
  const figure = (name: 'value' | 'numerator' | 'denominator') => (
    <NumberInput label={t(`results.${name}`)} value={typed[name]} onChange={(value) => type({ ...typed, [name]: String(value) })} min={0} />
  )
  const label = t(computes ? 'results.compute' : 'results.enter')
  return (
    <section className="card figure-form">
      <h2>{label}</h2>
      <Refusals refusals={refusalsOf(deed.error)} focus />
      <KeyedForm onSave={() => deed.mutate(undefined)} label={label}>
        <div className="side-by-side">
          {day('from')}
          {day('to')}
        </div>
        {!computes && (
          <>
            <div className="side-by-side">
              {isRatio ? (
                <>
                  {figure('numerator')}
                  {figure('denominator')}
                </>
              ) : (
                figure('value')
              )}
              <NativeSelect
                label={t('results.orUnknown')}
                value={typed.unknown}
                onChange={(event) => type({ ...typed, unknown: event.currentTarget.value })}
                data={[
                  { value: '', label: t('results.isKnown') },
                  ...unknownReasons.map((reason) => ({ value: reason, label: named('unknownReason', reason) })),
                ]}
              />
            </div>
            {indicator.breakdowns.map((by) => (
              <PartsInput
                key={by}
                by={by}
                isRatio={isRatio}
                cells={parts[by] ?? {}}
                total={isRatio ? typed.numerator : typed.value}
                onType={(cells) => setParts({ ...parts, [by]: cells })}
              />
            ))}
            <Textarea
              label={t('results.evidence')}
              description={t('results.evidenceNote')}
              value={typed.evidence}
              onChange={(event) => type({ ...typed, evidence: event.currentTarget.value })}
              autosize
            />
            <TextInput label={t('results.note')} value={typed.note} onChange={(event) => type({ ...typed, note: event.currentTarget.value })} />
          </>
        )}
        <div className="form-deeds">
          <Button type="submit" loading={deed.isPending}>
            {label}
          </Button>
        </div>
      </KeyedForm>
    </section>
  )
}

const numeric = (text: string) => (text.trim() === '' ? null : Number(text))
const asSent = ({ value, numerator, denominator, unknown, evidence, note }: typeof empty, breakdowns: ReturnType<typeof breakdownsOf>) => ({
  ...{ value: numeric(value), numerator: numeric(numerator), denominator: numeric(denominator) },
  ...{ unknown: unknown || null, evidence, note: note.trim() || null },
  ...(breakdowns.length > 0 ? { breakdowns } : {}),
})
