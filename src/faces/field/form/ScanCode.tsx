/** Reads a code with the camera: by the browser where it can, else by a small decoder of our own cloth (QR codes only). */
import jsQR from 'jsqr'
import { useEffect, useRef, useState } from 'react'
import { useWords } from '../usePhone.tsx'

type Detector = { detect(source: CanvasImageSource): Promise<{ rawValue: string }[]> }
type DetectorMaker = new () => Detector

const betweenLooks = 250

async function codeIn(video: HTMLVideoElement, canvas: HTMLCanvasElement, detector: Detector | null): Promise<string | null> {
  if (detector) {
    const [code] = await detector.detect(video).catch(() => [])
    if (code) return code.rawValue
  }
  canvas.width = video.videoWidth
  canvas.height = video.videoHeight
  const drawn = canvas.getContext('2d', { willReadFrequently: true })
  if (!drawn || canvas.width === 0) return null
  drawn.drawImage(video, 0, 0)
  const { data, width, height } = drawn.getImageData(0, 0, canvas.width, canvas.height)
  return jsQR(data, width, height)?.data || null
}

type Given = {
  /** Answered with `more`, it goes on looking. */
  found: (code: string) => 'more' | void | Promise<void>
  close: () => void
  /** A code with many dots needs a finer picture. */
  isDense?: boolean
}

export function ScanCode({ found, close, isDense = false }: Given) {
  const { say } = useWords()
  const video = useRef<HTMLVideoElement>(null)
  const [hasCamera, setCamera] = useState(true)
  const giving = useRef(found)
  giving.current = found
  useEffect(() => {
    let isOn = true
    let stream: MediaStream | null = null
    const canvas = document.createElement('canvas')
    const { BarcodeDetector } = globalThis as { BarcodeDetector?: DetectorMaker }
    const look = async (detector: Detector | null) => {
      if (!isOn || !video.current) return
      const code = await codeIn(video.current, canvas, detector)
      if (!isOn) return
      if (!code || giving.current(code) === 'more') setTimeout(look, betweenLooks, detector)
    }
    const begin = async () => {
      stream =
        (await navigator.mediaDevices
          ?.getUserMedia({ video: { facingMode: 'environment', ...(isDense ? { width: { ideal: 1280 } } : {}) } })
          .catch(() => null)) ?? null
      if (!stream || !isOn || !video.current) return setCamera(false)
      video.current.srcObject = stream
      await video.current.play()
      await look(BarcodeDetector ? new BarcodeDetector() : null)
    }
    void begin()
    return () => {
      isOn = false
      for (const track of stream?.getTracks() ?? []) track.stop()
    }
  }, [isDense])
  return (
    <div className="scan">
      <p role="status">{say(hasCamera ? 'scan.looking' : 'scan.noCamera')}</p>
      {hasCamera && <video ref={video} playsInline muted aria-label={say('scan.title')} />}
      <button type="button" onClick={close}>
        {say('cancel')}
      </button>
    </div>
  )
}
