/** Pictures, sound and film beside a label, from this phone alone; sound is heard by a button, for those who do not read. */
import type { TextRange, TextRole } from '@getodk/xforms-engine'
import { useEffect, useRef, useState } from 'react'
import { useWords } from '../usePhone.tsx'
import { useForm } from './useForm.tsx'

const nameOf = (source: URL | undefined): string | null => (source ? decodeURIComponent(source.href.split('/').at(-1) ?? '') : null)

export function useBlobAddress(blob: Blob | null): string | null {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    if (!blob) return setAddress(null)
    const made = URL.createObjectURL(blob)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [blob])
  return address
}

function useMedia(name: string | null): string | null {
  const { media } = useForm()
  const [blob, setBlob] = useState<Blob | null>(null)
  useEffect(() => {
    let isWanted = true
    if (name) void media(name).then((found) => isWanted && setBlob(found))
    return () => {
      isWanted = false
    }
  }, [name, media])
  return useBlobAddress(blob)
}

function Sound({ name }: { name: string }) {
  const { say } = useWords()
  const address = useMedia(name)
  const audio = useRef<HTMLAudioElement>(null)
  if (!address) return null
  return (
    <>
      <button type="button" className="listen" onClick={() => void audio.current?.play()}>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M4 9h4l6-5v16l-6-5H4ZM17 8c2 2 2 6 0 8M19.5 5.5c4 4 4 9 0 13" />
        </svg>
        {say('form.listen')}
      </button>
      {/* biome-ignore lint/a11y/useMediaCaption: the sound says what the label beside it says */}
      <audio ref={audio} src={address} preload="none" />
    </>
  )
}

function Picture({ name, label }: { name: string; label: string }) {
  const address = useMedia(name)
  return address && <img className="label-picture" src={address} alt={label} />
}

function Film({ name }: { name: string }) {
  const address = useMedia(name)
  // biome-ignore lint/a11y/useMediaCaption: a film of the form's author, with the label beside it
  return address && <video className="label-picture" src={address} controls preload="none" />
}

export function MediaOf({ text }: { text: TextRange<TextRole> | null | undefined }) {
  if (!text) return null
  const { imageSource, audioSource, videoSource } = text
  const [image, audio, video] = [nameOf(imageSource), nameOf(audioSource), nameOf(videoSource)]
  return (
    <>
      {audio && <Sound name={audio} />}
      {image && <Picture name={image} label={text.asString} />}
      {video && <Film name={video} />}
    </>
  )
}
