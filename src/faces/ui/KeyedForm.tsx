/** A form that saves with Ctrl+Enter from any of its fields. */
import type { FormEvent, KeyboardEvent, ReactNode } from 'react'

export function KeyedForm({ onSave, children, label }: { onSave: () => void; children: ReactNode; label?: string }) {
  const submitted = (event: FormEvent) => {
    event.preventDefault()
    onSave()
  }
  const pressed = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    event.currentTarget.requestSubmit()
  }
  return (
    <form className="form" onSubmit={submitted} onKeyDown={pressed} noValidate aria-label={label}>
      {children}
    </form>
  )
}
