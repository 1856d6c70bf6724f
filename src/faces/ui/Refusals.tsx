/** What stands in the way: every reason at once, in the reader's language, each saying what to do next. Focus comes here so that it is read out. */
import { useEffect, useRef } from 'react'
import type { Bilingual, Refusal } from '../../kernel/shared.ts'
import { useBilingual } from './language.tsx'
import { useUiWords } from './words.ts'

export type SpokenRefusal = Refusal & { sentence: Bilingual }

type Given = { refusals: readonly SpokenRefusal[]; title?: string; tone?: 'error' | 'warning'; focus?: boolean }

export function Refusals({ refusals, title, tone = 'error', focus = false }: Given) {
  const { say } = useUiWords()
  const mine = useBilingual()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (focus && refusals.length > 0) box.current?.focus()
  }, [focus, refusals])
  if (refusals.length === 0) return null
  return (
    <div ref={box} className={`refusals ${tone}`} role={focus ? 'alert' : undefined} tabIndex={-1}>
      <strong>{title ?? say('cannotBeDone')}</strong>
      <ul>
        {refusals.map((refusal) => (
          <li key={`${refusal.code}${JSON.stringify(refusal.facts)}`}>{mine(refusal.sentence) || refusal.code}</li>
        ))}
      </ul>
    </div>
  )
}
