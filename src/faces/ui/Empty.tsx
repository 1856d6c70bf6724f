/** An empty list that teaches: what will stand here, who fills it, and the one next deed. */
import type { ReactNode } from 'react'

export function Empty({ title, children, deed }: { title: string; children?: ReactNode; deed?: ReactNode }) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children && <p>{children}</p>}
      {deed}
    </div>
  )
}
