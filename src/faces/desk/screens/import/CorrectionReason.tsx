/** After the lock of the month a changed row is kept as a correction, and a correction has a reason. */
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { refusalsOf } from '../../api/ask.ts'
import { useWords } from '../../words/words.ts'
import { type Import, useChoosing } from './imports.ts'

export function CorrectionReason({ row }: { row: Import }) {
  const { t } = useWords()
  const [reason, setReason] = useState(row.choices.target?.reason ?? '')
  const choosing = useChoosing(row.id)
  return (
    <section className="card">
      <Refusals refusals={refusalsOf(choosing.error)} focus />
      <KeyedForm onSave={() => choosing.mutate({ target: { reason: reason.trim() } })} label={t('fourW.reason')}>
        <TextInput label={t('fourW.reason')} value={reason} onChange={(event) => setReason(event.currentTarget.value)} required maxLength={1000} />
        <div className="form-deeds">
          <Button type="submit" variant="default" disabled={!reason.trim()} loading={choosing.isPending}>
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
