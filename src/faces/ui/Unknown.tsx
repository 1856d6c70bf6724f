/** A figure that nobody may take for zero: unknown and withheld are words, with the reason in reach. */
import type { Count } from '../../engines/count.ts'
import { number } from '../portal/numbers.ts'
import { useUiWords } from './words.ts'

export function Unknown({ why = 'unknown' }: { why?: 'unknown' | 'withheld' }) {
  const { say } = useUiWords()
  return (
    <span className="unknown" title={say(why === 'unknown' ? 'unknownWhy' : 'withheldWhy')}>
      {say(why)}
    </span>
  )
}

/** Any count: the number in the reader's grouping, or the word for why there is none. */
export function CountText({ value }: { value: Count | null | undefined }) {
  const { language } = useUiWords()
  if (value === 'withheld') return <Unknown why="withheld" />
  return typeof value === 'number' ? number(value, language) : <Unknown />
}
