/** A message is sent to those who asked for it: of a campaign on air, or at once from the library for emergencies. How many it goes to is told before. */
import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { number } from '../../../portal/numbers.ts'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { useBilingual } from '../../../ui/language.tsx'
import { PlacePicker } from '../../../ui/PlacePicker.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { useCodes } from '../../api/codes.ts'
import { useCampaigns, useMessages, useOutreachDeed } from '../../api/messages.ts'
import { searchPlaces } from '../../api/places.ts'
import { type PhoneChannel, useRecipients } from '../../api/sending.ts'
import { useWords } from '../../words/words.ts'
import { PhonePreview } from './PhonePreview.tsx'

const empty = { campaign: '', message: '', language: '', channel: 'sms' as PhoneChannel }

export function NewSending() {
  const { t, language: lang } = useWords()
  const mine = useBilingual()
  const { label } = useCodes('messageLanguage')
  const written = useMessages().data
  const running = (useCampaigns().data?.campaigns ?? []).filter(({ state }) => state === 'on_air')
  const [given, setGiven] = useState(empty)
  const [place, setPlace] = useState<{ pcode: string; name: string } | null>(null)
  const { campaign, message, language, channel } = given
  const own = running.find(({ id }) => id === campaign)
  const sendable = (written?.messages ?? []).filter(({ id, approved }) => (own ? own.messages.includes(id) : approved))
  const texts = sendable.find(({ id }) => id === message)?.texts ?? []
  const text = texts.find((each) => each.language === language)
  const wanted = message && text && place ? { message, language, channel, place: place.pcode } : null
  const recipients = useRecipients(wanted).data?.recipients
  const sending = useOutreachDeed(
    () => post('/api/publications/sendings', { ...wanted, campaign: campaign || null }),
    () => setGiven({ ...empty, campaign }),
  )
  const put = (name: keyof typeof empty) => (event: { currentTarget: { value: string } }) =>
    setGiven({
      ...given,
      ...(name === 'campaign' ? { message: '', language: '' } : name === 'message' ? { language: '' } : {}),
      [name]: event.currentTarget.value,
    })
  const choose = { value: '', label: t('records.choose') }
  return (
    <section className="card after-table message-form">
      <h2>{t('sending.new')}</h2>
      <Refusals refusals={refusalsOf(sending.error)} focus />
      <KeyedForm onSave={() => wanted && recipients && sending.mutate(undefined)} label={t('sending.new')}>
        <div className="side-by-side">
          <NativeSelect
            label={t('deliveries.campaign')}
            value={campaign}
            onChange={put('campaign')}
            data={[{ value: '', label: t('deliveries.emergency') }, ...running.map(({ id, name }) => ({ value: id, label: mine(name) }))]}
          />
          <NativeSelect
            label={t('messages.one')}
            value={message}
            onChange={put('message')}
            data={[choose, ...sendable.map(({ id, key }) => ({ value: id, label: key }))]}
          />
          <NativeSelect
            label={t('messages.language')}
            value={language}
            onChange={put('language')}
            data={[choose, ...texts.map((each) => ({ value: each.language, label: label(each.language) }))]}
          />
          <NativeSelect
            label={t('reach.channel')}
            value={channel}
            onChange={put('channel')}
            data={(['sms', 'voice'] as const).map((each) => ({ value: each, label: t(`messages.channel.${each}`) }))}
          />
          <PlacePicker search={searchPlaces} onChoose={setPlace} label={place ? t('messages.placeChosen', { name: place.name }) : t('messages.place')} />
        </div>
        {text && written && <PhonePreview text={text.text} language={language} wordsPerSecond={written.wordsPerSecond} />}
        {recipients !== undefined && <p>{recipients === 0 ? t('sending.nobody') : t('sending.goesTo', { n: recipients, people: number(recipients, lang) })}</p>}
        <div className="form-deeds">
          <Button type="submit" disabled={!wanted || !recipients} loading={sending.isPending}>
            {t('sending.deed')}
          </Button>
        </div>
      </KeyedForm>
    </section>
  )
}
