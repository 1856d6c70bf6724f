/** Photos, drawings, recordings and files. What is on the phone is shown; a photo is made small here, before anything is saved or sent. */
import type { UploadNode } from '@getodk/xforms-engine'
import { lazy, Suspense, useState } from 'react'
import { size } from '../../shell/format.ts'
import { useWords } from '../../usePhone.tsx'
import { useBlobAddress } from '../Media.tsx'
import type { ControlIds } from '../Question.tsx'
import { useForm } from '../useForm.tsx'
import { looksLike } from './given.ts'
import { smallPhoto } from './smallPhoto.ts'

const Drawing = lazy(async () => ({ default: (await import('./Drawing.tsx')).Drawing }))
const Recorder = lazy(async () => ({ default: (await import('./Recorder.tsx')).Recorder }))

const extensions: Record<string, string> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'audio/webm': 'webm', 'audio/mp4': 'm4a', 'audio/ogg': 'ogg' }

/** A name of its own for each: two photos of one minute must not become one. */
const fileNamed = (content: Blob, ending?: string): File => {
  const type = content.type.split(';')[0] ?? ''
  return new File([content], `${Date.now()}-${crypto.randomUUID().slice(0, 8)}.${ending ?? extensions[type] ?? 'bin'}`, { type })
}

function Kept({ file }: { file: File }) {
  const { say, language } = useWords()
  const address = useBlobAddress(file)
  const isNamed = (...endings: string[]) => endings.some((ending) => file.name.toLowerCase().endsWith(ending))
  if (!address) return null
  return (
    <figure className="kept">
      {isNamed('.jpg', '.jpeg', '.png', '.webp') && <img src={address} alt={say('form.photoTaken')} />}
      {isNamed('.webm', '.m4a', '.ogg', '.mp3', '.wav') && (
        // biome-ignore lint/a11y/useMediaCaption: a recording that was just made here
        <audio src={address} controls />
      )}
      <figcaption>{size(file.size, language)}</figcaption>
    </figure>
  )
}

export function UploadInput({ node, ids }: { node: UploadNode; ids: ControlIds }) {
  const { say } = useWords()
  const { isFull } = useForm()
  const [problem, setProblem] = useState<'form.notAPhoto' | null>(null)
  const { type, accept } = node.nodeOptions.media
  const file = node.currentState.value
  const isDrawn = ['signature', 'draw', 'annotate'].some((word) => looksLike(node, word)) && type === 'image'
  const give = (next: File | null) => {
    setProblem(null)
    node.setValue(next)
  }
  const picked = async (chosen: File | undefined) => {
    if (!chosen) return
    if (type !== 'image') return give(fileNamed(chosen, chosen.name.split('.').at(-1)))
    const photo = await smallPhoto(chosen, node.maxPixels)
    if (photo) give(fileNamed(photo))
    else setProblem('form.notAPhoto')
  }
  if (node.currentState.readonly) return file && <Kept file={file} />
  return (
    <fieldset className="upload" aria-labelledby={ids.label} aria-describedby={ids.describedBy}>
      {file && <Kept file={file} />}
      {node.currentState.attachmentState.loading && <p role="status">{say('loading')}</p>}
      {isFull && !file && <p className="warn">{say('form.full')}</p>}
      <Suspense fallback={<p>{say('loading')}</p>}>
        {isDrawn && !file && <Drawing done={(drawn) => give(fileNamed(drawn))} />}
        {type === 'audio' && !file && !isFull && <Recorder done={(heard) => give(fileNamed(heard))} />}
      </Suspense>
      {!isDrawn && !isFull && (
        <label className="pick">
          <input
            id={ids.input}
            type="file"
            accept={accept}
            capture={type === 'image' && !looksLike(node, 'new-front') ? 'environment' : undefined}
            onChange={(event) => void picked(event.target.files?.[0])}
          />
          <span>{say(type === 'image' ? (file ? 'form.otherPhoto' : 'form.takePhoto') : type === 'audio' ? 'form.chooseSound' : 'form.chooseFile')}</span>
        </label>
      )}
      {problem && (
        <p className="error" role="alert">
          {say(problem)}
        </p>
      )}
      {file && (
        <button type="button" className="quiet" onClick={() => give(null)}>
          {say('form.removeFile')}
        </button>
      )}
    </fieldset>
  )
}
