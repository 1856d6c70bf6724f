/** Something that is shown once: what it opens, the text itself, and a button that copies it. */
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '../../words/words.ts'
import './people.css'

export function Secret({ words, value }: { words: string; value: string }) {
  const { t } = useWords()
  const [copied, setCopied] = useState(false)
  // A page without a safe connection has no clipboard; the text can still be selected and copied by hand.
  const copy = () =>
    navigator.clipboard?.writeText(value).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  return (
    <div className="secret" role="status">
      <p>{words}</p>
      <div className="secret-row">
        <TextInput readOnly value={value} aria-label={words} onFocus={(event) => event.currentTarget.select()} />
        <Button variant="default" onClick={copy}>
          {t(copied ? 'people.copied' : 'people.copy')}
        </Button>
      </div>
    </div>
  )
}
