/** How many people were reached, who they are as far as it is known, and whether the figure holds earlier ones. */
import { NativeSelect, TextInput } from '@mantine/core'
import { useWords } from '../../words/words.ts'

/** In the order in which they are said. */
export const whoParts = ['women', 'men', 'girls', 'boys'] as const
const kinds = ['new', 'cumulative', 'repeat'] as const
export type TypedReach = Record<'people' | (typeof whoParts)[number] | 'kind', string>
export const blankReach: TypedReach = { people: '', women: '', men: '', girls: '', boys: '', kind: '' }

const numberOf = (typed: string) => (typed === '' ? null : Number(typed))
/** Nothing where no number was typed: then what stood before stands. */
export const saidOf = (reach: TypedReach) =>
  reach.people === ''
    ? {}
    : {
        people: Number(reach.people),
        unit: 'person' as const,
        kind: reach.kind || null,
        who: Object.fromEntries(whoParts.map((part) => [part, numberOf(reach[part])])),
      }

export function ReachFields({ reach, label, onChange }: { reach: TypedReach; label: string; onChange: (reach: TypedReach) => void }) {
  const { t } = useWords()
  const field = (name: keyof TypedReach, title: string) => (
    <TextInput
      key={name}
      type="number"
      min={0}
      inputMode="numeric"
      label={title}
      value={reach[name]}
      onChange={({ currentTarget }) => onChange({ ...reach, [name]: currentTarget.value })}
    />
  )
  return (
    <>
      {field('people', label)}
      <fieldset className="fourw-who">
        <legend>{t('fourW.whoOfThem')}</legend>
        {whoParts.map((part) => field(part, t(`fourW.who.${part}`)))}
      </fieldset>
      <NativeSelect
        label={t('fourW.kind')}
        value={reach.kind}
        onChange={({ currentTarget }) => onChange({ ...reach, kind: currentTarget.value })}
        data={[{ value: '', label: t('fourW.kind.unsaid') }, ...kinds.map((kind) => ({ value: kind as string, label: t(`fourW.kind.${kind}`) }))]}
      />
    </>
  )
}
