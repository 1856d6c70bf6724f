/** The answers to one question, as radio buttons, with the box that some of them need: a date, the right figures, a word of the list, a place. */
import { NativeSelect, NumberInput, Radio, TextInput } from '@mantine/core'
import { PlacePicker } from '../../../ui/PlacePicker.tsx'
import { useCodes } from '../../api/codes.ts'
import { searchPlaces } from '../../api/places.ts'
import { useWords } from '../../words/words.ts'
import { type Decision, needOf, prefilled } from './decisions.ts'

type Given = {
  legend: string
  hideLegend?: boolean
  code: string
  options: readonly string[]
  proposed: string | null
  suggestions: readonly string[]
  value: Decision
  onChange: (decision: Decision) => void
}

export function Answers({ legend, hideLegend, code, options, proposed, suggestions, value, onChange }: Given) {
  const { t, named } = useWords()
  const choices = options.map((option) => (
    <Radio
      key={option}
      value={option}
      size="xs"
      label={
        <>
          {named('answer', option)}
          {option === proposed && <span className="proposed">{t('import.proposed')}</span>}
        </>
      }
    />
  ))
  return (
    <fieldset className="answers">
      <legend className={hideLegend ? 'unseen' : undefined}>
        {legend}
        {!proposed && !hideLegend && <span className="small quiet"> · {t('import.onlyYou')}</span>}
      </legend>
      <Radio.Group value={value.answer} onChange={(answer) => onChange(prefilled(code, answer, suggestions))} aria-label={legend}>
        <div className="answer-list">{choices}</div>
      </Radio.Group>
      <Further code={code} suggestions={suggestions} value={value} onChange={onChange} />
    </fieldset>
  )
}

const listOf: Record<string, string> = { 'import.site-type': 'siteType', 'import.site-classification': 'siteClassification' }

function Further({ code, suggestions, value, onChange }: Pick<Given, 'code' | 'suggestions' | 'value' | 'onChange'>) {
  const { t } = useWords()
  const { options } = useCodes(listOf[code] ?? '')
  const set = (change: Partial<Decision>) => onChange({ ...value, ...change })
  const [households = '', individuals = ''] = (value.value ?? '').split('/')
  switch (needOf(code, value.answer)) {
    case 'date':
      return <TextInput type="date" label={t('import.dateValue')} value={value.value ?? ''} onChange={(event) => set({ value: event.currentTarget.value })} />
    case 'period':
      return (
        <div className="further">
          <TextInput type="date" label={t('import.fromValue')} value={value.from ?? ''} onChange={(event) => set({ from: event.currentTarget.value })} />
          <TextInput type="date" label={t('import.toValue')} value={value.to ?? ''} onChange={(event) => set({ to: event.currentTarget.value })} />
        </div>
      )
    case 'figures':
      return (
        <div className="further">
          <NumberInput
            label={t('import.correctHouseholds')}
            min={0}
            allowDecimal={false}
            value={households}
            onChange={(typed) => set({ value: `${typed}/${individuals}` })}
          />
          <NumberInput
            label={t('import.correctIndividuals')}
            min={0}
            allowDecimal={false}
            value={individuals}
            onChange={(typed) => set({ value: `${households}/${typed}` })}
          />
        </div>
      )
    case 'word':
      return (
        <NativeSelect
          label={t('import.chooseWord')}
          value={value.value ?? ''}
          onChange={(event) => set({ value: event.currentTarget.value })}
          data={[{ value: '', label: '' }, ...options]}
        />
      )
    case 'place':
      return (
        <div className="further">
          <div className="small">
            {suggestions.length > 0 && t('import.suggestion', { suggestions: [...suggestions] })}{' '}
            {value.value && <code className="chosen-code">{value.value}</code>}
          </div>
          <PlacePicker search={searchPlaces} label={t('import.choosePlace')} onChoose={({ pcode }) => set({ value: pcode })} />
        </div>
      )
    default:
      return null
  }
}
