/** Digits that nobody reads over a shoulder. */
import { useId } from 'react'

export function PinInput({ label, value, change }: { label: string; value: string; change: (pin: string) => void }) {
  const id = useId()
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="pin"
        type="password"
        inputMode="numeric"
        autoComplete="off"
        maxLength={12}
        value={value}
        onChange={(event) => change(event.target.value.replace(/\D/g, ''))}
      />
    </>
  )
}
