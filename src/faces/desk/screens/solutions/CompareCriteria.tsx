/** Other criteria over the same localities, before anybody agrees: who would enter, who would leave, who stays. Nothing is kept. */
import { Button, NativeSelect, NumberInput, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import type { ComparedLocality, Locality } from '../../api/solutions.ts'
import { useWords } from '../../words/words.ts'
import { typedCriteria } from './typedCriteria.ts'
import { useScore } from './useScore.ts'

const order = ['enters', 'leaves', 'open', 'stays', 'stays_out'] as const

/** As they are typed, to begin from what is agreed. */
const written = ({ criteria }: Locality) =>
  criteria.map(({ code, points, atMost }) => [code, points, ...(atMost === undefined ? [] : [atMost])].join('; ')).join('\n')

export function CompareCriteria({ localities }: { localities: readonly Locality[] }) {
  const { t } = useWords()
  const choices = [...new Map(localities.map((one) => [`${one.programme} ${one.choice}`, one])).values()]
  const [at, setAt] = useState(0)
  const first = choices[at] ?? choices[0]!
  const [typed, setTyped] = useState(() => written(first))
  const [room, setRoom] = useState<string | number>(1)
  const criteria = typedCriteria(typed)
  const comparing = useMutation({
    mutationFn: () =>
      post<{ compared: ComparedLocality[] }>('/api/solutions/localities/compare', {
        ...{ programme: first.programme, choice: first.choice, criteria, room: Number(room) },
      }),
  })
  return (
    <details className="card">
      <summary>{t('sets.title')}</summary>
      <KeyedForm onSave={() => criteria && room !== '' && comparing.mutate()} label={t('sets.title')}>
        <p className="small quiet">{t('sets.note')}</p>
        <div className="side-by-side">
          <NativeSelect
            label={t('sets.choice')}
            value={String(at)}
            onChange={({ currentTarget }) => {
              const chosen = Number(currentTarget.value)
              setAt(chosen)
              setTyped(written(choices[chosen]!))
            }}
            data={choices.map(({ programme, choice }, n) => ({ value: String(n), label: `${programme} · ${t('localities.choice', { n: choice })}` }))}
          />
          <NumberInput label={t('sets.room')} min={1} allowDecimal={false} value={room} onChange={setRoom} />
        </div>
        <div className="side-by-side">
          <Textarea autosize readOnly label={t('sets.first')} value={written(first)} />
          <Textarea
            autosize
            minRows={3}
            label={t('sets.second')}
            description={t('localities.criteriaNote')}
            error={criteria === null && t('sets.unread')}
            value={typed}
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          />
        </div>
        <div className="form-deeds">
          <Button type="submit" disabled={!criteria || room === ''} loading={comparing.isPending}>
            {t('sets.do')}
          </Button>
        </div>
        <Refusals refusals={refusalsOf(comparing.error)} focus />
      </KeyedForm>
      {comparing.data && <Compared compared={comparing.data.compared} localities={localities} />}
    </details>
  )
}

function Compared({ compared, localities }: { compared: readonly ComparedLocality[]; localities: readonly Locality[] }) {
  const { t, named } = useWords()
  const score = useScore()
  const nameOf = (id: string) => localities.find((one) => one.id === id)?.placeName ?? id
  const columns: Column<ComparedLocality>[] = [
    { ...{ key: 'name', title: t('localities.one'), header: true }, cell: ({ id }) => nameOf(id) },
    {
      ...{ key: 'change', title: t('sets.change') },
      cell: ({ change, ask }) => (
        <>
          <strong>{named('setChange', change)}</strong>
          {change === 'open' && <small className="lacking">{ask.length > 0 ? t('sets.ask', { criteria: ask.join(', ') }) : t('sets.tie')}</small>}
        </>
      ),
    },
    { ...{ key: 'before', title: t('sets.before'), number: true }, cell: ({ before }) => score(before) },
    { ...{ key: 'after', title: t('sets.after'), number: true }, cell: ({ after }) => score(after) },
  ]
  const ordered = compared.toSorted((a, b) => order.indexOf(a.change) - order.indexOf(b.change))
  return <DataTable rows={ordered} columns={columns} rowKey={({ id }) => id} caption={t('sets.result')} stacks />
}
