/** Copies come, go into hands, or are called back. */
import { Button, NumberInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { useBilingual } from '../../../ui/language.tsx'
import { PlacePicker } from '../../../ui/PlacePicker.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { type Material, useOutreachDeed } from '../../api/messages.ts'
import { searchPlaces } from '../../api/places.ts'
import { useWords } from '../../words/words.ts'

export function CopiesForm({ item }: { item: Material }) {
  const { t } = useWords()
  const mine = useBilingual()
  const [given, setGiven] = useState({ day: '', deliverer: '', reason: '' })
  const [quantity, setQuantity] = useState<string | number>('')
  const [place, setPlace] = useState<{ pcode: string; name: string } | null>(null)
  const moving = useOutreachDeed(
    (deed: 'receive' | 'hand-out') =>
      post(`/api/publications/materials/${item.id}/${deed}`, {
        ...{ place: place?.pcode, day: given.day, quantity: Number(quantity) },
        ...(deed === 'hand-out' ? { deliverer: given.deliverer } : {}),
      }),
    () => setQuantity(''),
  )
  const recalling = useOutreachDeed(() => post(`/api/publications/materials/${item.id}/recall`, { reason: given.reason }))
  const put = (name: keyof typeof given) => (event: { currentTarget: { value: string } }) => setGiven({ ...given, [name]: event.currentTarget.value })
  const ready = place !== null && given.day !== '' && Number(quantity) > 0
  return (
    <details className="card message-form">
      <summary>
        {mine(item.title)}: {t('materials.move')}
      </summary>
      <Refusals refusals={[...refusalsOf(moving.error), ...refusalsOf(recalling.error)]} focus />
      <KeyedForm onSave={() => ready && moving.mutate('receive')} label={t('materials.move')}>
        <div className="side-by-side">
          <PlacePicker search={searchPlaces} onChoose={setPlace} label={place ? t('messages.placeChosen', { name: place.name }) : t('messages.place')} />
          <TextInput type="date" label={t('messages.day')} value={given.day} onChange={put('day')} />
          <NumberInput label={t('materials.copies')} min={1} value={quantity} onChange={setQuantity} />
          <TextInput label={t('deliveries.by')} value={given.deliverer} onChange={put('deliverer')} />
        </div>
        <div className="form-deeds">
          <Button type="submit" variant="default" disabled={!ready} loading={moving.isPending}>
            {t('materials.receive')}
          </Button>
          <Button variant="default" disabled={!ready || !given.deliverer.trim()} loading={moving.isPending} onClick={() => moving.mutate('hand-out')}>
            {t('materials.handOut')}
          </Button>
        </div>
      </KeyedForm>
      <KeyedForm onSave={() => given.reason.trim() && recalling.mutate(undefined)} label={t('materials.recall')}>
        <TextInput label={t('materials.recallReason')} description={t('materials.recallNote')} value={given.reason} onChange={put('reason')} />
        <div className="form-deeds">
          <Button type="submit" variant="default" disabled={!given.reason.trim()} loading={recalling.isPending}>
            {t('materials.recall')}
          </Button>
        </div>
      </KeyedForm>
    </details>
  )
}
