/** While something loads: grey shapes of what will come, shown only after a moment so that quick answers do not flicker. */
import { Skeleton } from '@mantine/core'
import { useUiWords } from './words.ts'

const rowsOf = (rows: number) => Array.from({ length: rows }, (_, i) => `row ${i}`)

export function WaitingTable({ rows = 8 }: { rows?: number }) {
  const { say } = useUiWords()
  return (
    <div className="waiting" role="status" aria-label={say('loading')}>
      <Skeleton height={28} mb={8} />
      {rowsOf(rows).map((key) => (
        <Skeleton key={key} height={20} mb={10} />
      ))}
    </div>
  )
}

export function WaitingPage() {
  const { say } = useUiWords()
  return (
    <div className="waiting" role="status" aria-label={say('loading')}>
      <Skeleton height={34} width="45%" mb={16} />
      <Skeleton height={12} width="70%" mb={24} />
      <div className="waiting-figures">
        <Skeleton height={72} />
        <Skeleton height={72} />
        <Skeleton height={72} />
      </div>
      <WaitingTable rows={6} />
    </div>
  )
}
