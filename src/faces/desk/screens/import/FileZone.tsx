/** A place to drop a file, which is also the usual button to choose one: keyboard and screen reader meet the browser's own control. */
import './fileZone.css'
import { type DragEvent, useId, useState } from 'react'
import { size } from '../../../portal/numbers.ts'
import { Icon } from '../../../ui/Icon.tsx'
import { useWords } from '../../words/words.ts'

type Given = { file: File | null; onFile: (file: File) => void; label: string; hint: string; accept: string }

export function FileZone({ file, onFile, label, hint, accept }: Given) {
  const { t, language } = useWords()
  const id = useId()
  const [over, setOver] = useState(false)
  const dropped = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const first = event.dataTransfer.files[0]
    if (first) onFile(first)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the control inside is the first
    <div
      className={over ? 'file-zone over' : 'file-zone'}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={dropped}
    >
      <input
        id={id}
        className="file-input"
        type="file"
        accept={accept}
        aria-describedby={`${id}-hint`}
        onChange={(event) => {
          const first = event.currentTarget.files?.[0]
          if (first) onFile(first)
        }}
      />
      <label htmlFor={id}>
        <Icon name="download" size={22} />
        <b>{label}</b>
      </label>
      <span id={`${id}-hint`} className="small quiet" role="status">
        {file ? <b className="file-name">{t('import.chosen', { name: file.name, size: size(file.size, language) })}</b> : hint}
      </span>
    </div>
  )
}
