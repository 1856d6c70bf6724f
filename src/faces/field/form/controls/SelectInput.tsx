/** One or several of a list. A short list stands there in full; a long one is searched, and only the rows in sight are drawn. */
import type { SelectNode } from '@getodk/xforms-engine'
import { useWords } from '../../usePhone.tsx'
import { Marked } from '../Marked.tsx'
import { MediaOf } from '../Media.tsx'
import type { ControlIds } from '../Question.tsx'
import { useForm } from '../useForm.tsx'
import { choose, isSeveral } from './choose.ts'
import { looksLike } from './given.ts'
import { SearchedList } from './SearchedList.tsx'

/** More than this is looked for, not read through. */
const readThrough = 24

type Given = { node: SelectNode; ids: ControlIds }

const layoutOf = (node: SelectNode): string => {
  const columns = [1, 2, 3, 4, 5].find((count) => looksLike(node, `columns-${count}`))
  if (looksLike(node, 'likert')) return 'choices likert'
  if (looksLike(node, 'list-nolabel') || looksLike(node, 'label')) return 'choices in-table'
  if (columns) return `choices columns-${columns}`
  return looksLike(node, 'columns') || looksLike(node, 'columns-pack') || looksLike(node, 'horizontal') ? 'choices columns-2' : 'choices'
}

function Choices({ node, ids }: Given) {
  const { say } = useWords()
  const { next, live } = useForm()
  const { valueOptions, value, readonly, required } = node.currentState
  const several = isSeveral(node)
  const picked = (option: string, isChosen: boolean) => {
    choose(node, option, isChosen)
    if (!several && looksLike(node, 'quick')) {
      live.flush()
      next()
    }
  }
  if (valueOptions.length === 0) return <p className="empty">{say('form.noChoices')}</p>
  // The head row of a table of questions: the words alone, which each row below answers.
  if (looksLike(node, 'label'))
    return (
      <div className={layoutOf(node)}>
        {valueOptions.map((option) => (
          <span className="choice" key={option.value}>
            <Marked text={option.label} />
          </span>
        ))}
      </div>
    )
  return (
    <fieldset className={layoutOf(node)} aria-labelledby={ids.label} aria-describedby={ids.describedBy} disabled={readonly}>
      {valueOptions.map((option) => (
        <label className="choice" key={option.value}>
          <input
            type={several ? 'checkbox' : 'radio'}
            name={ids.input}
            checked={value.includes(option.value)}
            onChange={(event) => picked(option.value, event.target.checked)}
          />
          <span className={looksLike(node, 'list-nolabel') ? 'unseen' : undefined}>
            <Marked text={option.label} />
          </span>
          <MediaOf text={option.label} />
        </label>
      ))}
      {!several && value.length > 0 && !readonly && !required && (
        <button type="button" className="quiet" onClick={() => node.selectValue(null)}>
          {say('form.clear')}
        </button>
      )}
    </fieldset>
  )
}

export function SelectInput({ node, ids }: Given) {
  const isLong = node.currentState.valueOptions.length > readThrough
  if ((isLong || looksLike(node, 'minimal') || looksLike(node, 'autocomplete')) && !node.currentState.readonly) return <SearchedList node={node} ids={ids} />
  return <Choices node={node} ids={ids} />
}
