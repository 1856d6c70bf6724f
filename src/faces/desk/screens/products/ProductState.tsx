/** Where a product stands, as a word with its mark. */
import type { ProductState } from '../../api/products.ts'
import { useWords } from '../../words/words.ts'

const looks: Record<ProductState, string> = {
  planned: 'open',
  drafting: 'open',
  figures_frozen: 'working',
  reviewed: 'working',
  translated: 'reviewing',
  cleared: 'reviewing',
  scheduled: 'reviewing',
  published: 'done',
  superseded: 'past',
  withdrawn: 'past',
}

export function ProductStateTag({ state }: { state: ProductState }) {
  const { t } = useWords()
  return <span className={`state ${looks[state]}`}>{t(`products.state.${state}`)}</span>
}
