/** What a file seldom says itself. The round is asked for only where the file leaves it open. */
import { Button, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { refusalsOf } from '../../api/ask.ts'
import { useWords } from '../../words/words.ts'
import { type Import, type Preview, useChoosing } from './imports.ts'
import { OperationInput } from './OperationInput.tsx'

const asksForRound = new Set(['import.round-missing', 'import.period-unknown', 'import.round-number-uncertain'])

export function AboutFile({ row, preview }: { row: Import; preview: Preview }) {
  const { t } = useWords()
  const [typed, setTyped] = useState<Record<string, string>>(row.choices.target ?? {})
  const choosing = useChoosing(row.id)
  const set = (name: string) => (value: string) => setTyped((before) => ({ ...before, [name]: value }))
  const roundOpen = typed.round !== undefined || preview.findings.some(({ code }) => asksForRound.has(code))
  return (
    <section className="card">
      <h2>{t('import.about')}</h2>
      <Refusals refusals={refusalsOf(choosing.error)} focus />
      <KeyedForm onSave={() => choosing.mutate({ target: typed })} label={t('import.about')}>
        <OperationInput value={typed.operation ?? ''} onChange={set('operation')} />
        <TextInput
          label={t('import.licence')}
          description={t('import.licenceHint')}
          value={typed.licence ?? ''}
          onChange={(event) => set('licence')(event.currentTarget.value)}
        />
        <TextInput
          label={t('import.credit')}
          description={t('import.creditHint')}
          value={typed.credit ?? ''}
          onChange={(event) => set('credit')(event.currentTarget.value)}
        />
        {roundOpen && (
          <>
            <h3>{t('import.aboutRound')}</h3>
            <div className="side-by-side">
              <NumberInput
                label={t('import.roundNumber')}
                min={0}
                allowDecimal={false}
                value={typed.round ?? ''}
                onChange={(value) => set('round')(String(value))}
              />
              <NativeSelect
                label={t('import.roundType')}
                value={typed.assessmentType ?? 'BA'}
                onChange={(event) => set('assessmentType')(event.currentTarget.value)}
                data={(['BA', 'SA', 'ETT'] as const).map((value) => ({ value, label: t(`type.${value}`) }))}
              />
              <TextInput type="date" label={t('import.from')} value={typed.from ?? ''} onChange={(event) => set('from')(event.currentTarget.value)} />
              <TextInput type="date" label={t('import.to')} value={typed.to ?? ''} onChange={(event) => set('to')(event.currentTarget.value)} />
            </div>
          </>
        )}
        <div className="form-deeds">
          <Button type="submit" variant="default" loading={choosing.isPending}>
            {t('import.keep')}
          </Button>
          <span role="status" className="small quiet">
            {choosing.isSuccess && t('saved')}
          </span>
        </div>
      </KeyedForm>
    </section>
  )
}
