/** Which of the form's languages is shown; at first the reader's own, where the form speaks it. */
import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '../../../words/words.ts'

export function useFormLanguage(languages: readonly string[]): [string, (language: string) => void] {
  const { language } = useWords()
  const [chosen, choose] = useState<string | null>(null)
  const own = languages.find((each) => each.toLowerCase().includes(`(${language}`)) ?? languages[0] ?? ''
  return [chosen !== null && languages.includes(chosen) ? chosen : own, choose]
}

export function LanguagePick({ languages, value, onChange }: { languages: readonly string[]; value: string; onChange: (language: string) => void }) {
  const { t } = useWords()
  if (languages.length < 2) return null
  return (
    <NativeSelect
      aria-label={t('author.language')}
      size="xs"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={languages.map((each) => ({ value: each, label: each }))}
    />
  )
}

/** A text in this language, else in any that has it, so that nothing is blank without a reason. */
export const textIn = (texts: Record<string, string>, language: string): string => {
  const said = texts[language]
  return said && said !== '-' ? said : (Object.values(texts).find((text) => text && text !== '-') ?? '')
}
