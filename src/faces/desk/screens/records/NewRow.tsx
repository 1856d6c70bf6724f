/** A new row of any declared record. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { useDraft } from '../../../ui/draft.ts'
import { useBilingual } from '../../../ui/language.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { apiPath, type RecordShape, type Row } from '../../api/dictionary.ts'
import { pathOfRecord } from '../../navigation.ts'
import { useWords } from '../../words/words.ts'
import { type Answers, RowForm } from './RowForm.tsx'

const nothing: Answers = {}

export function NewRow({ record }: { record: RecordShape }) {
  const { t } = useWords()
  const mine = useBilingual()
  const [, go] = useLocation()
  const answers = useQueryClient()
  const draft = useDraft<Answers>(`new ${record.name}`, nothing)
  const title = t('records.new', { what: mine(record.labels.one) })
  const creating = useMutation({
    mutationFn: () => post<Row>(apiPath(record.name), draft.value),
    onSuccess: async (row) => {
      draft.forget()
      await answers.invalidateQueries()
      go(pathOfRecord(record.name, row.id))
    },
  })
  return (
    <div className="narrow">
      <h1>{title}</h1>
      <RowForm
        record={record}
        draft={draft}
        label={title}
        refusals={refusalsOf(creating.error)}
        saving={creating.isPending}
        onSave={() => creating.mutate()}
        onCancel={() => go(pathOfRecord(record.name))}
      />
    </div>
  )
}
