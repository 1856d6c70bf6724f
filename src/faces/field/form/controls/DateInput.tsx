/** Days and hours by the phone's own pickers; time carries the phone's offset, so that it means the same moment everywhere. */
import { type InputGiven, looksLike, said, setText } from './given.ts'

const offset = (at: Date): string => {
  const minutes = -at.getTimezoneOffset()
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  return `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`
}

export function DateInput({ node, ids }: InputGiven) {
  const written = node.currentState.instanceValue
  if (looksLike(node, 'year'))
    return (
      <input
        {...said(ids)}
        type="number"
        inputMode="numeric"
        min={1900}
        max={2100}
        defaultValue={written.slice(0, 4)}
        onChange={(event) => /^\d{4}$/.test(event.target.value) && setText(node, `${event.target.value}-01-01`)}
      />
    )
  if (looksLike(node, 'month-year'))
    return (
      <input
        {...said(ids)}
        type="month"
        value={written.slice(0, 7)}
        onChange={(event) => setText(node, event.target.value ? `${event.target.value}-01` : null)}
      />
    )
  return <input {...said(ids)} type="date" value={written.slice(0, 10)} onChange={(event) => setText(node, event.target.value || null)} />
}

export function TimeInput({ node, ids }: InputGiven) {
  return (
    <input
      {...said(ids)}
      type="time"
      value={node.currentState.instanceValue.slice(0, 5)}
      onChange={(event) => setText(node, event.target.value ? `${event.target.value}:00.000${offset(new Date())}` : null)}
    />
  )
}

export function DateTimeInput({ node, ids }: InputGiven) {
  return (
    <input
      {...said(ids)}
      type="datetime-local"
      value={node.currentState.instanceValue.slice(0, 16)}
      onChange={(event) => setText(node, event.target.value ? `${event.target.value}:00.000${offset(new Date(event.target.value))}` : null)}
    />
  )
}
