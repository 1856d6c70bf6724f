/** What went out is written down, for a campaign on air or, in an emergency, from what was approved before. */
import { Button, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { channels } from '../../../../engines/message/index.ts'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { useBilingual } from '../../../ui/language.tsx'
import { PlacePicker } from '../../../ui/PlacePicker.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { useCodes } from '../../api/codes.ts'
import { type Campaign, useMessages, useOutreachDeed } from '../../api/messages.ts'
import { searchPlaces } from '../../api/places.ts'
import { useWords } from '../../words/words.ts'
import { methods } from './methods.ts'

const empty = { campaign: '', message: '', channel: 'radio', language: '', day: '', deliverer: '', method: '' }

export function NewDelivery({ campaigns }: { campaigns: readonly Campaign[] }) {
  const { t } = useWords()
  const mine = useBilingual()
  const { label } = useCodes('messageLanguage')
  const messages = useMessages().data?.messages ?? []
  const [given, setGiven] = useState(empty)
  const [counts, setCounts] = useState<{ quantity: string | number; reach: string | number }>({ quantity: '', reach: '' })
  const [place, setPlace] = useState<{ pcode: string; name: string } | null>(null)
  const count = (value: string | number) => (value === '' ? null : Number(value))
  const keeping = useOutreachDeed(
    () =>
      post('/api/publications/deliveries', {
        ...{ ...given, campaign: given.campaign || null, language: given.language || null, method: given.method || null },
        ...{ place: place?.pcode, quantity: count(counts.quantity), reach: count(counts.reach) },
      }),
    () => {
      setGiven({ ...empty, campaign: given.campaign, day: given.day })
      setCounts({ quantity: '', reach: '' })
    },
  )
  const put = (name: keyof typeof empty) => (event: { currentTarget: { value: string } }) => setGiven({ ...given, [name]: event.currentTarget.value })
  const running = campaigns.filter(({ state }) => ['on_air', 'ended'].includes(state))
  const own = running.find(({ id }) => id === given.campaign)
  const sendable = messages.filter(({ id, approved }) => (own ? own.messages.includes(id) : approved))
  const choose = { value: '', label: t('records.choose') }
  const ready = place !== null && [given.message, given.day, given.deliverer.trim()].every((each) => each !== '')
  return (
    <section className="card after-table message-form">
      <h2>{t('deliveries.new')}</h2>
      <Refusals refusals={refusalsOf(keeping.error)} focus />
      <KeyedForm onSave={() => ready && keeping.mutate(undefined)} label={t('deliveries.new')}>
        <div className="side-by-side">
          <NativeSelect
            label={t('deliveries.campaign')}
            value={given.campaign}
            onChange={put('campaign')}
            data={[{ value: '', label: t('deliveries.emergency') }, ...running.map(({ id, name }) => ({ value: id, label: mine(name) }))]}
          />
          <NativeSelect
            label={t('messages.one')}
            value={given.message}
            onChange={put('message')}
            data={[choose, ...sendable.map(({ id, key }) => ({ value: id, label: key }))]}
          />
          <NativeSelect
            label={t('messages.language')}
            value={given.language}
            onChange={put('language')}
            data={[
              { value: '', label: t('deliveries.everyLanguage') },
              ...(messages.find(({ id }) => id === given.message)?.texts ?? []).map(({ language }) => ({ value: language, label: label(language) })),
            ]}
          />
        </div>
        <div className="side-by-side">
          <NativeSelect
            label={t('reach.channel')}
            value={given.channel}
            onChange={put('channel')}
            data={channels.map((channel) => ({ value: channel, label: t(`messages.channel.${channel}`) }))}
          />
          <PlacePicker search={searchPlaces} onChoose={setPlace} label={place ? t('messages.placeChosen', { name: place.name }) : t('messages.place')} />
          <TextInput type="date" label={t('messages.day')} value={given.day} onChange={put('day')} />
          <TextInput label={t('deliveries.by')} value={given.deliverer} onChange={put('deliverer')} />
        </div>
        <div className="side-by-side">
          <NumberInput label={t('deliveries.quantity')} min={0} value={counts.quantity} onChange={(quantity) => setCounts({ ...counts, quantity })} />
          <NumberInput label={t('reach.reach')} min={0} value={counts.reach} onChange={(reach) => setCounts({ ...counts, reach })} />
          <NativeSelect label={t('reach.how')} value={given.method} onChange={put('method')} data={methods(t)} />
        </div>
        <p className="quiet small">{t('deliveries.unknownNote')}</p>
        <div className="form-deeds">
          <Button type="submit" disabled={!ready} loading={keeping.isPending}>
            {t('deliveries.new')}
          </Button>
        </div>
      </KeyedForm>
    </section>
  )
}
