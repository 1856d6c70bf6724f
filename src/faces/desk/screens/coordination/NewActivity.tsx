/** An activity that nobody has told of yet. */
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { PlacePicker } from '../../../ui/PlacePicker.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { useFourWDeed } from '../../api/fourW.ts'
import { searchPlaces } from '../../api/places.ts'
import { type Key, useWords } from '../../words/words.ts'
import { blankReach, ReachFields, saidOf } from './ReachFields.tsx'

const sectors = ['shelter', 'wash', 'cccm', 'education', 'food_security', 'health', 'logistics', 'nutrition', 'protection', 'telecoms', 'coordination'] as const
const blank = { sector: '', activityType: '', place: '', placeName: '', status: 'ongoing', reach: blankReach, reason: '' }

export function NewActivity({ isLocked }: { isLocked: boolean }) {
  const { t } = useWords()
  const [typed, setTyped] = useState(blank)
  const set = (change: Partial<typeof blank>) => setTyped((before) => ({ ...before, ...change }))
  const adding = useFourWDeed(
    () =>
      post('/api/coordination/mine/activities', {
        ...{ sector: typed.sector, activityType: typed.activityType.trim(), place: typed.place || null, status: typed.status },
        ...(isLocked ? { reason: typed.reason } : {}),
        ...saidOf(typed.reach),
      }),
    () => setTyped(blank),
  )
  const isWhole = typed.sector !== '' && typed.activityType.trim() !== '' && typed.place !== ''
  return (
    <details>
      <summary>{t('fourW.add')}</summary>
      <KeyedForm onSave={() => isWhole && adding.mutate(undefined)} label={t('fourW.add')}>
        <Refusals refusals={refusalsOf(adding.error)} focus />
        <NativeSelect
          label={t('fourW.sector')}
          value={typed.sector}
          onChange={(event) => set({ sector: event.currentTarget.value })}
          data={[{ value: '', label: t('fourW.choose') }, ...sectors.map((value) => ({ value: value as string, label: t(`sector.${value}` as Key) }))]}
        />
        <TextInput label={t('fourW.type')} value={typed.activityType} onChange={(event) => set({ activityType: event.currentTarget.value })} />
        <PlacePicker search={searchPlaces} label={t('fourW.place')} onChoose={({ pcode, name }) => set({ place: pcode, placeName: name })} />
        {typed.place && <p className="small">{t('fourW.chosen', { place: `${typed.placeName} (${typed.place})` })}</p>}
        <NativeSelect
          label={t('fourW.status')}
          value={typed.status}
          onChange={(event) => set({ status: event.currentTarget.value })}
          data={(['planned', 'ongoing', 'completed', 'suspended'] as const).map((value) => ({ value, label: t(`fourW.state.${value}`) }))}
        />
        <ReachFields reach={typed.reach} label={t('fourW.people')} onChange={(reach) => set({ reach })} />
        {isLocked && <TextInput label={t('fourW.reason')} value={typed.reason} onChange={(event) => set({ reason: event.currentTarget.value })} />}
        <div className="form-deeds">
          <Button type="submit" disabled={!isWhole} loading={adding.isPending}>
            {t('fourW.add')}
          </Button>
        </div>
      </KeyedForm>
    </details>
  )
}
