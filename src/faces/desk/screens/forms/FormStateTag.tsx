/** Where a form stands: word, shape, colour. */
import type { FormState } from '../../api/forms.ts'
import { useWords } from '../../words/words.ts'

const shapes: Record<FormState, string> = { draft: '', published: 'done', closed: 'reviewing', retired: 'past' }

export function FormStateTag({ state }: { state: FormState }) {
  const { t } = useWords()
  return <span className={`state ${shapes[state]}`}>{t(`formState.${state}`)}</span>
}
