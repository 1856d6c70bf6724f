/** One value before and after, for people and for screen readers alike. */
import type { Count } from '../../engines/count.ts'
import { CountText } from './Unknown.tsx'
import { useUiWords } from './words.ts'

export function Diff({ before, after }: { before: Count | null; after: Count | null }) {
  const { say } = useUiWords()
  return (
    <span className="diff">
      <del>
        <span className="unseen">{say('before')} </span>
        <CountText value={before} />
      </del>
      <span aria-hidden="true"> → </span>
      <ins>
        <span className="unseen">{say('after')} </span>
        <CountText value={after} />
      </ins>
    </span>
  )
}
