/** Where a round stands in its life: word, shape and colour together. */
import type { RoundState } from '../../../../engines/rounds/states.ts'
import { useWords } from '../../words/words.ts'

const looks: Record<RoundState, string> = {
  draft: 'open',
  planned: 'open',
  training: 'open',
  collecting: 'working',
  cleaning: 'working',
  technical_review: 'reviewing',
  government_review: 'reviewing',
  endorsed: 'done',
  published: 'done',
  superseded: 'past',
  withdrawn: 'past',
}

export function StateTag({ state }: { state: RoundState }) {
  const { t } = useWords()
  return <span className={`state ${looks[state]}`}>{t(`state.${state}`)}</span>
}
