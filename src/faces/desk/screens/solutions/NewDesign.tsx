/** A design is written into the library, or the next edition of one. What nobody knows yet is left empty; a cost needs its currency and the day of its prices. */
import { Button, Checkbox, NumberInput, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import type { Design } from '../../api/solutions.ts'
import { useDeed } from '../../api/useDeed.ts'
import { useWords } from '../../words/words.ts'
import { materialsText, typedMaterials } from './typedMaterials.ts'

const features = ['roof_fixing', 'bracing', 'foundation', 'raised_floor', 'drainage', 'openings'] as const
const begun = (from?: Design) => ({
  ...{ code: from?.code ?? '', pt: from?.name.pt ?? '', en: from?.name.en ?? '', materials: materialsText(from?.materials ?? []) },
  ...{
    accessibility: from?.accessibility ?? '',
    currency: from?.currency ?? 'MZN',
    pricesOf: '',
    sessions: from?.sessions ?? '',
    licence: from?.licence ?? '',
  },
})
type Line = keyof ReturnType<typeof begun>

/** `from`: the edition that the next one begins with. Its cost is asked anew: prices move. */
export function NewDesign({ from }: { from?: Design }) {
  const { t, named } = useWords()
  const [, go] = useLocation()
  const [given, setGiven] = useState(() => begun(from))
  const [sizes, setSizes] = useState<Record<'areaM2' | 'rooms' | 'cost', string | number>>({ areaM2: from?.areaM2 ?? '', rooms: from?.rooms ?? '', cost: '' })
  const [against, setAgainst] = useState<readonly string[]>(from?.hazardFeatures ?? [])
  const materials = typedMaterials(given.materials)
  const orNull = (name: Line) => given[name].trim() || null
  const hasCost = sizes.cost !== ''
  const writing = useDeed(
    ['solutions'],
    () =>
      post<{ id: string }>('/api/solutions/designs', {
        ...{ code: given.code.trim(), name: { pt: given.pt.trim(), en: given.en.trim() }, areaM2: Number(sizes.areaM2), rooms: Number(sizes.rooms) },
        ...{ materials, hazardFeatures: against, accessibility: orNull('accessibility'), sessions: orNull('sessions'), licence: orNull('licence') },
        ...{ cost: hasCost ? Number(sizes.cost) : null, currency: hasCost ? orNull('currency') : null, pricesOf: hasCost ? orNull('pricesOf') : null },
      }),
    ({ id }) => go(`/solutions/designs/${id}`),
  )
  const line = (name: Line, type?: 'date') => (
    <TextInput
      {...(type ? { type } : {})}
      label={t(`designs.new.${name}`)}
      value={given[name]}
      onChange={({ currentTarget }) => setGiven({ ...given, [name]: currentTarget.value })}
    />
  )
  const size = (name: keyof typeof sizes) => (
    <NumberInput label={t(`designs.new.${name}`)} min={0} value={sizes[name]} onChange={(value) => setSizes({ ...sizes, [name]: value })} />
  )
  const isReady = materials && sizes.areaM2 !== '' && sizes.rooms !== '' && [given.code, given.pt, given.en].every((each) => each.trim() !== '')
  const title = from ? t('designs.next', { code: from.code }) : t('designs.new')
  return (
    <details className="card">
      <summary>{title}</summary>
      <KeyedForm onSave={() => isReady && writing.mutate(undefined)} label={title}>
        <p className="small quiet">{t('designs.newNote')}</p>
        <div className="side-by-side">
          {from ? null : line('code')}
          {line('pt')}
          {line('en')}
        </div>
        <div className="side-by-side">
          {size('areaM2')}
          {size('rooms')}
        </div>
        <Textarea
          autosize
          minRows={3}
          label={t('designs.materials')}
          description={t('designs.materialsNote')}
          value={given.materials}
          onChange={({ currentTarget }) => setGiven({ ...given, materials: currentTarget.value })}
        />
        <Checkbox.Group label={t('designs.hazards')} value={[...against]} onChange={setAgainst}>
          <div className="feature-choices">
            {features.map((one) => (
              <Checkbox key={one} value={one} label={named('feature', one)} />
            ))}
          </div>
        </Checkbox.Group>
        {line('accessibility')}
        <div className="side-by-side">
          {size('cost')}
          {line('currency')}
          {line('pricesOf', 'date')}
        </div>
        {line('sessions')}
        {line('licence')}
        <div className="form-deeds">
          <Button type="submit" disabled={!isReady} loading={writing.isPending}>
            {title}
          </Button>
        </div>
        <Refusals refusals={refusalsOf(writing.error)} focus />
      </KeyedForm>
    </details>
  )
}
