/** Our own small set of line drawings; always beside a word, never instead of one. */
const drawings = {
  search: 'M10.5 10.5 14 14M6.5 11.5a5 5 0 1 1 0-10 5 5 0 0 1 0 10Z',
  menu: 'M2 4h12M2 8h12M2 12h12',
  close: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  check: 'M3 8.5 6.5 12 13 4.5',
  warning: 'M8 2 15 14H1L8 2ZM8 6.5v3.5M8 11.9v.2',
  error: 'M5.2 1.5h5.6l3.7 3.7v5.6l-3.7 3.7H5.2l-3.7-3.7V5.2l3.7-3.7ZM5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4',
  note: 'M8 14.5a6.5 6.5 0 1 1 0-13 6.5 6.5 0 0 1 0 13ZM8 7.2v4M8 4.6v.2',
  right: 'M6 3l5 5-5 5',
  down: 'M3 6l5 5 5-5',
  up: 'M3 10l5-5 5 5',
  download: 'M8 2v8M4.5 7 8 10.5 11.5 7M2.5 13.5h11',
} as const

export function Icon({ name, size = 16 }: { name: keyof typeof drawings; size?: number }) {
  return (
    <svg className="icon" width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={drawings[name]} fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  )
}
