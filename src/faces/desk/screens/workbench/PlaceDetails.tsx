/** One place opened in its row: its outcome to give, its cells to see and correct. */
import { Button, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useDraft } from '../../../ui/draft.ts'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { CountText } from '../../../ui/Unknown.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { useCodes } from '../../api/codes.ts'
import type { PlaceLine, Workbench } from '../../api/displacement.ts'
import { useHolds } from '../../api/session.ts'
import { useWords } from '../../words/words.ts'
import { useDeed } from './deeds.ts'

type Given = { bench: Workbench; place: PlaceLine; onCorrect: (() => void) | null; onDone: () => void }

const outcomes = ['assessed', 'not_assessed', 'carried_forward', 'closed', 'merged', 'empty'] as const

export function PlaceDetails({ bench, place, onCorrect, onDone }: Given) {
  const mayAnswer = useHolds('dataOfficer', 'coordinator') && ['collecting', 'cleaning'].includes(bench.round.state)
  return (
    <div className="place-details">
      {mayAnswer && <OutcomeForm bench={bench} place={place} onDone={onDone} />}
      <CellsOfPlace place={place} onCorrect={onCorrect} />
    </div>
  )
}

function OutcomeForm({ bench, place, onDone }: Omit<Given, 'onCorrect'>) {
  const { t, named } = useWords()
  const { options: reasons } = useCodes('notAssessedReason')
  const first = useRef<HTMLSelectElement>(null)
  useEffect(() => first.current?.focus(), [])
  const { value, set, forget, keptHere } = useDraft(`outcome ${place.line} ${place.version}`, {
    outcome: place.outcome ?? '',
    reason: place.reason ?? '',
    sourceRound: String(place.sourceRound ?? bench.previous?.number ?? ''),
    access: place.access ?? '',
    note: place.note ?? '',
  })
  const saving = useDeed(
    bench.round.id,
    () =>
      post(`/api/displacement/lines/${place.line}/outcome`, {
        outcome: value.outcome,
        reason: value.outcome === 'not_assessed' ? value.reason || null : null,
        sourceRound: value.outcome === 'carried_forward' && value.sourceRound !== '' ? Number(value.sourceRound) : null,
        note: value.note || null,
        access: value.access || null,
      }),
    () => {
      forget()
      onDone()
    },
  )
  return (
    <KeyedForm onSave={() => saving.mutate(undefined)} label={`${t('bench.outcome')}: ${place.name}`}>
      <Refusals refusals={refusalsOf(saving.error)} focus />
      <div className="side-by-side">
        <NativeSelect
          label={t('bench.outcome')}
          ref={first}
          value={value.outcome}
          onChange={(event) => set({ outcome: event.currentTarget.value })}
          data={[{ value: '', label: t('bench.chooseOutcome') }, ...outcomes.map((each) => ({ value: each, label: named('value', each) }))]}
        />
        {value.outcome === 'not_assessed' && (
          <NativeSelect
            label={t('bench.reason')}
            value={value.reason}
            onChange={(event) => set({ reason: event.currentTarget.value })}
            data={[{ value: '', label: t('bench.chooseReason') }, ...reasons]}
          />
        )}
        {value.outcome === 'carried_forward' && (
          <NumberInput
            label={t('bench.sourceRound')}
            min={0}
            allowDecimal={false}
            value={value.sourceRound}
            onChange={(typed) => set({ sourceRound: String(typed) })}
          />
        )}
        <NativeSelect
          label={t('bench.access')}
          value={value.access}
          onChange={(event) => set({ access: event.currentTarget.value })}
          data={[
            { value: '', label: t('bench.accessUnknown') },
            ...['accessible', 'partly', 'inaccessible'].map((each) => ({ value: each, label: named('value', each) })),
          ]}
        />
        <TextInput label={t('bench.note')} value={value.note} maxLength={2000} onChange={(event) => set({ note: event.currentTarget.value })} />
      </div>
      <div className="form-deeds">
        <Button type="submit" size="xs" loading={saving.isPending} disabled={value.outcome === ''}>
          {t('save')}
        </Button>
        {keptHere && <span className="small quiet">{t('keptHere')}</span>}
      </div>
    </KeyedForm>
  )
}

function CellsOfPlace({ place, onCorrect }: { place: PlaceLine; onCorrect: (() => void) | null }) {
  const { t, named } = useWords()
  const { label } = useCodes('reason')
  if (place.cells.length === 0) return <p className="small quiet">{t('bench.noCells')}</p>
  const measures = ['households', 'individuals', 'females', 'males'] as const
  return (
    <div>
      <table className="data cells">
        <caption className="unseen">{t('bench.figures')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('bench.reasons')}</th>
            {measures.map((measure) => (
              <th key={measure} scope="col" className="n">
                {named('value', measure)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {place.cells.map((cell) => (
            <tr key={cell.id}>
              <th scope="row">
                {cell.reasons.map(label).join(', ')}{' '}
                <small className="quiet">{cell.originName ? t('bench.cellFrom', { origin: cell.originName }) : t('bench.originUnknown')}</small>
              </th>
              {measures.map((measure) => (
                <td key={measure} className="n">
                  <CountText value={cell[measure]} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small cells-note">
        {place.method && (
          <span className="quiet">
            {t('bench.method')}: {named('value', place.method)}
          </span>
        )}
        {onCorrect && (
          <button type="button" className="link" onClick={onCorrect}>
            {t('bench.correct')} <kbd>c</kbd>
          </button>
        )}
      </p>
    </div>
  )
}
