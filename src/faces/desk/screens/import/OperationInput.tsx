/** Which operation the figures belong to: those that exist are suggested, a new name makes a new one. */
import { TextInput } from '@mantine/core'
import { useId } from 'react'
import { useOperations } from '../../api/displacement.ts'
import { useWords } from '../../words/words.ts'

export function OperationInput({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useWords()
  const { data } = useOperations()
  const id = useId()
  return (
    <>
      <TextInput
        label={t('import.operation')}
        description={t('import.operationHint')}
        list={id}
        autoComplete="off"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <datalist id={id}>
        {(data?.rows ?? []).map((operation) => (
          <option key={operation.id} value={operation.name} />
        ))}
      </datalist>
    </>
  )
}
