/** A voice, recorded small (Opus where the phone knows it): start, stop, listen, keep. At most ten minutes. */
import { useEffect, useRef, useState } from 'react'
import { useWords } from '../../usePhone.tsx'

const longest = 10 * 60_000
const kinds = ['audio/webm;codecs=opus', 'audio/ogg;codecs=opus', 'audio/mp4']

export function Recorder({ done }: { done: (heard: Blob) => void }) {
  const { say } = useWords()
  const recorder = useRef<MediaRecorder | null>(null)
  const [state, setState] = useState<'idle' | 'recording' | 'forbidden'>('idle')
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    if (state !== 'recording') return
    const tick = setInterval(() => setSeconds((before) => before + 1), 1000)
    const end = setTimeout(() => recorder.current?.stop(), longest)
    return () => {
      clearInterval(tick)
      clearTimeout(end)
    }
  }, [state])
  useEffect(
    () => () => {
      for (const track of recorder.current?.stream.getTracks() ?? []) track.stop()
    },
    [],
  )
  const start = async () => {
    const stream = await navigator.mediaDevices?.getUserMedia({ audio: true }).catch(() => null)
    if (!stream || typeof MediaRecorder === 'undefined') return setState('forbidden')
    const mimeType = kinds.find((kind) => MediaRecorder.isTypeSupported(kind))
    const recording = new MediaRecorder(stream, { mimeType, audioBitsPerSecond: 16_000 })
    const heard: Blob[] = []
    recording.ondataavailable = ({ data }) => heard.push(data)
    recording.onstop = () => {
      for (const track of stream.getTracks()) track.stop()
      setState('idle')
      if (heard.length > 0) done(new Blob(heard, { type: recording.mimeType }))
    }
    recorder.current = recording
    setSeconds(0)
    recording.start(1000)
    setState('recording')
  }
  if (state === 'forbidden') return <p className="warn">{say('form.noMicrophone')}</p>
  return state === 'recording' ? (
    <button type="button" className="recording" onClick={() => recorder.current?.stop()}>
      {say('form.stopRecording', { time: `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}` })}
    </button>
  ) : (
    <button type="button" onClick={() => void start()}>
      {say('form.record')}
    </button>
  )
}
