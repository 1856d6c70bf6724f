/** Words, in one line or several; a keypad where only digits are meant. */
import { useTyped } from '../useForm.tsx'
import { type InputGiven, looksLike, said, setText } from './given.ts'

export function TextInput({ node, ids }: InputGiven) {
  const { text, type, flush } = useTyped(node.currentState.instanceValue, (typed) => setText(node, typed))
  const shared = { ...said(ids), value: text, onBlur: flush, autoComplete: 'off' }
  const rows = (node.nodeOptions as { rows?: number | null } | null)?.rows
  if (looksLike(node, 'multiline') || rows) return <textarea {...shared} rows={rows ?? 4} onChange={(event) => type(event.target.value)} />
  return (
    <input
      {...shared}
      type={looksLike(node, 'masked') ? 'password' : 'text'}
      inputMode={looksLike(node, 'numbers') ? 'numeric' : looksLike(node, 'url') ? 'url' : 'text'}
      onChange={(event) => type(event.target.value)}
    />
  )
}
