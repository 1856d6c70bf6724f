/** Correcting one figure with a reason. What was sent stays; closing the dialog loses no text. */
import { Button, Modal, NativeSelect, NumberInput, Textarea } from '@mantine/core'
import { Diff } from '../../../ui/Diff.tsx'
import { useDraft } from '../../../ui/draft.ts'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { useCodes } from '../../api/codes.ts'
import type { Measure, PlaceLine } from '../../api/displacement.ts'
import { useWords } from '../../words/words.ts'
import { useDeed } from './deeds.ts'

const measures: readonly Measure[] = ['households', 'individuals', 'females', 'males']

export function CorrectDialog({ round, place, onClose }: { round: string; place: PlaceLine; onClose: () => void }) {
  const { t, named } = useWords()
  const { options: reasons } = useCodes('correctionReason')
  const { label: causeLabel } = useCodes('reason')
  const { value, set, forget, keptHere } = useDraft(`correct ${place.line}`, {
    cell: place.cells[0]!.id,
    field: 'individuals' as Measure,
    after: '',
    reason: '',
    note: '',
  })
  const cell = place.cells.find(({ id }) => id === value.cell) ?? place.cells[0]!
  const after = value.after === '' ? null : Number(value.after)
  const correcting = useDeed(
    round,
    () => post(`/api/displacement/cells/${cell.id}/correct`, { field: value.field, after, reason: value.reason, note: value.note || null }),
    () => {
      forget()
      onClose()
    },
  )
  return (
    <Modal opened onClose={onClose} title={t('bench.correctTitle', { place: place.name })} closeButtonProps={{ 'aria-label': t('close') }} size="lg">
      <p className="small quiet">{t('bench.correctIntro')}</p>
      <Refusals refusals={refusalsOf(correcting.error)} focus />
      <KeyedForm onSave={() => correcting.mutate(undefined)} label={t('bench.correct')}>
        {place.cells.length > 1 && (
          <NativeSelect
            label={t('bench.cell')}
            value={cell.id}
            onChange={(event) => set({ cell: event.currentTarget.value })}
            data={place.cells.map(({ id, reasons: causes, originName }) => ({
              value: id,
              label: `${causes.map(causeLabel).join(', ')} · ${originName ?? t('bench.originUnknown')}`,
            }))}
          />
        )}
        <div className="side-by-side">
          <NativeSelect
            label={t('bench.field')}
            value={value.field}
            onChange={(event) => set({ field: event.currentTarget.value as Measure })}
            data={measures.map((measure) => ({ value: measure, label: named('value', measure) }))}
          />
          <NumberInput
            label={t('bench.becomes')}
            description={t('bench.becomesHint')}
            inputWrapperOrder={['label', 'input', 'description']}
            data-autofocus
            min={0}
            allowDecimal={false}
            value={value.after}
            onChange={(typed) => set({ after: String(typed) })}
          />
        </div>
        <p className="small">
          <Diff before={cell[value.field]} after={after} />
        </p>
        <NativeSelect
          label={t('bench.correctionReason')}
          value={value.reason}
          onChange={(event) => set({ reason: event.currentTarget.value })}
          data={[{ value: '', label: t('bench.chooseReason') }, ...reasons]}
        />
        <Textarea label={t('bench.note')} value={value.note} maxLength={2000} onChange={(event) => set({ note: event.currentTarget.value })} />
        <div className="form-deeds">
          <Button type="submit" loading={correcting.isPending} disabled={value.reason === '' || after === cell[value.field]}>
            {t('bench.correct')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          {keptHere && <span className="small quiet">{t('keptHere')}</span>}
        </div>
      </KeyedForm>
    </Modal>
  )
}
