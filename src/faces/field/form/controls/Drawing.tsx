/** A signature or a sketch, drawn by finger; kept as a picture when the person says that it is done. */
import { type PointerEvent, useRef, useState } from 'react'
import { useWords } from '../../usePhone.tsx'

const width = 640
const height = 320

export function Drawing({ done }: { done: (drawn: Blob) => void }) {
  const { say } = useWords()
  const canvas = useRef<HTMLCanvasElement>(null)
  const [isEmpty, setEmpty] = useState(true)
  const pen = () => {
    const found = canvas.current?.getContext('2d')
    if (found) Object.assign(found, { lineWidth: 3.5, lineCap: 'round', lineJoin: 'round', strokeStyle: '#16202b', fillStyle: '#ffffff' })
    return found
  }
  const at = ({ currentTarget, clientX, clientY }: PointerEvent<HTMLCanvasElement>): [number, number] => {
    const box = currentTarget.getBoundingClientRect()
    return [((clientX - box.left) * width) / box.width, ((clientY - box.top) * height) / box.height]
  }
  const begun = (event: PointerEvent<HTMLCanvasElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    const drawn = pen()
    if (!drawn) return
    // White paper below, so that the line is seen on a dark screen and in print.
    if (isEmpty) drawn.fillRect(0, 0, width, height)
    drawn.beginPath()
    drawn.moveTo(...at(event))
    setEmpty(false)
  }
  const moved = (event: PointerEvent<HTMLCanvasElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const drawn = pen()
    drawn?.lineTo(...at(event))
    drawn?.stroke()
  }
  const clear = () => {
    pen()?.clearRect(0, 0, width, height)
    setEmpty(true)
  }
  return (
    <div className="drawing">
      <canvas ref={canvas} width={width} height={height} role="img" aria-label={say('form.drawHere')} onPointerDown={begun} onPointerMove={moved} />
      <div className="turn">
        <button type="button" disabled={isEmpty} onClick={clear}>
          {say('form.clear')}
        </button>
        <button type="button" className="main" disabled={isEmpty} onClick={() => canvas.current?.toBlob((drawn) => drawn && done(drawn), 'image/png')}>
          {say('form.drawn')}
        </button>
      </div>
    </div>
  )
}
