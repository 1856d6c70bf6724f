/** Cells copied in a spreadsheet and pasted here become a file like any other: kept under its hash, read, understood, confirmed. */
import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '../../words/words.ts'

export function PasteCells({ onFile }: { onFile: (file: File | null) => void }) {
  const { t } = useWords()
  const [cells, setCells] = useState('')
  const lines = cells.split('\n').filter((line) => line.trim() !== '')
  const columns = Math.max(0, ...lines.map((line) => line.split('\t').length))
  const paste = (text: string) => {
    setCells(text)
    onFile(text.trim() === '' ? null : new File([text], `${t('import.pastedFile')}.tsv`, { type: 'text/tab-separated-values' }))
  }
  return (
    <details className="paste-cells">
      <summary>{t('import.paste')}</summary>
      <Textarea
        aria-label={t('import.paste')}
        description={t('import.pasteHint')}
        value={cells}
        rows={5}
        spellCheck={false}
        onChange={(event) => paste(event.currentTarget.value)}
      />
      <p className="small quiet" role="status">
        {lines.length > 0 && t('import.pasted', { rows: lines.length, columns })}
      </p>
    </details>
  )
}
