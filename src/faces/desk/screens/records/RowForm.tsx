/** The questions of one record in one column, drafts kept while typing. */
import { Button } from '@mantine/core'
import type { Draft } from '../../../ui/draft.ts'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { Refusals, type SpokenRefusal } from '../../../ui/Refusals.tsx'
import type { RecordShape } from '../../api/dictionary.ts'
import { useWords } from '../../words/words.ts'
import { FieldInput } from './FieldInput.tsx'

export type Answers = Record<string, unknown>

type Given = {
  record: RecordShape
  draft: Draft<Answers>
  label: string
  refusals: readonly SpokenRefusal[]
  saving: boolean
  onSave: () => void
  onCancel: () => void
}

const asked = (record: RecordShape) => record.fields.filter(({ computed, kind }) => !computed && kind !== 'json')

export function RowForm({ record, draft, label, refusals, saving, onSave, onCancel }: Given) {
  const { t } = useWords()
  return (
    <>
      <Refusals refusals={refusals} focus />
      <KeyedForm onSave={onSave} label={label}>
        {asked(record).map((field) => (
          <FieldInput key={field.name} field={field} value={draft.value[field.name]} onChange={(value) => draft.set({ [field.name]: value })} />
        ))}
        <div className="form-deeds">
          <Button type="submit" loading={saving}>
            {t('save')}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {t('cancel')}
          </Button>
          {draft.keptHere && <span className="small quiet">{t('keptHere')}</span>}
        </div>
      </KeyedForm>
    </>
  )
}
