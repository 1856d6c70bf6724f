/** Thousands of rows, of which the phone draws only those in sight: a cheap phone scrolls five thousand places like fifty. */
import { type ReactNode, useRef, useState } from 'react'

type Given<Item> = { items: readonly Item[]; rowHeight: number; row: (item: Item) => ReactNode; label: string }

const ahead = 6

export function Windowed<Item>({ items, rowHeight, row, label }: Given<Item>) {
  const frame = useRef<HTMLDivElement>(null)
  const [top, setTop] = useState(0)
  const seen = Math.ceil((frame.current?.clientHeight ?? 480) / rowHeight)
  const first = Math.max(0, Math.min(Math.floor(top / rowHeight) - ahead, items.length - seen))
  const shown = items.slice(first, first + seen + 2 * ahead)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard
    <section className="windowed" ref={frame} aria-label={label} tabIndex={0} onScroll={(event) => setTop(event.currentTarget.scrollTop)}>
      <div style={{ height: items.length * rowHeight, position: 'relative' }}>
        <div style={{ transform: `translateY(${first * rowHeight}px)` }}>{shown.map(row)}</div>
      </div>
    </section>
  )
}
