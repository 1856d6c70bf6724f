/** Six digits of the phone, or one of the recovery codes that stand in for it. */
import { TextInput } from '@mantine/core'
import { useWords } from '../words/words.ts'

type Given = { value: string; onChange: (code: string) => void; label?: string; hint?: string }

export function CodeInput({ value, onChange, label, hint }: Given) {
  const { t } = useWords()
  return (
    <TextInput
      label={label ?? t('code')}
      description={hint ?? t('codeOrRecovery')}
      autoComplete="one-time-code"
      autoCapitalize="none"
      spellCheck={false}
      maxLength={30}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
