/** What stands around every screen: the one line, and a place to stand while something opens. */
import type { ReactNode } from 'react'
import { useWords } from '../usePhone.tsx'
import { useRoute } from './route.ts'
import { SyncLine } from './SyncLine.tsx'

export function Waiting() {
  const { say } = useWords()
  return (
    <p className="waiting" role="status">
      {say('loading')}
    </p>
  )
}

export function Frame({ children }: { children: ReactNode }) {
  const { screen } = useRoute()
  return (
    <>
      <SyncLine />
      <main className={screen === 'fill' ? 'filling' : undefined}>{children}</main>
    </>
  )
}

/** The head of a screen that one came to from another. */
export function Head({ title, back, children }: { title: string; back: () => void; children?: ReactNode }) {
  const { say } = useWords()
  return (
    <header className="head">
      <button type="button" className="back" onClick={back} aria-label={say('back')}>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M15 4 7 12l8 8" />
        </svg>
      </button>
      <h1>{title}</h1>
      {children}
    </header>
  )
}
