/** The calm page in front of the desk: name, weave, one card, the language. */
import type { ReactNode } from 'react'
import { LanguageSwitch } from './LanguageSwitch.tsx'

export function Door({ mission, title, children }: { mission?: string; title: string; children: ReactNode }) {
  return (
    <div className="door-page">
      <header className="door-head">
        <span className="brand">
          Capulana
          {mission && <small>{mission}</small>}
        </span>
        <LanguageSwitch />
      </header>
      <div className="weave" aria-hidden="true" />
      <main className="door" aria-label={title}>
        <h1>{title}</h1>
        {children}
      </main>
    </div>
  )
}
