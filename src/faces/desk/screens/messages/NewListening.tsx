/** Somebody listened: over which channel, in which district, on which day. What was heard is added under it, and nothing heard is worth writing down too. */
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { PlacePicker } from '../../../ui/PlacePicker.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { useCodes } from '../../api/codes.ts'
import { listeningChannels } from '../../api/listening.ts'
import { useOutreachDeed } from '../../api/messages.ts'
import { searchPlaces } from '../../api/places.ts'
import { useWords } from '../../words/words.ts'

const empty = { channel: 'meeting', day: '', language: 'por', team: '' }

export function NewListening() {
  const { t } = useWords()
  const languages = useCodes('messageLanguage')
  const [given, setGiven] = useState(empty)
  const [place, setPlace] = useState<{ pcode: string; name: string } | null>(null)
  const keeping = useOutreachDeed(
    () => post('/api/publications/listenings', { ...given, place: place?.pcode }),
    () => setGiven({ ...empty, language: given.language, team: given.team }),
  )
  const put = (name: keyof typeof empty) => (event: { currentTarget: { value: string } }) => setGiven({ ...given, [name]: event.currentTarget.value })
  const ready = place !== null && given.day !== '' && given.team.trim() !== ''
  return (
    <section className="card message-form">
      <h2>{t('listening.new')}</h2>
      <Refusals refusals={refusalsOf(keeping.error)} focus />
      <KeyedForm onSave={() => ready && keeping.mutate(undefined)} label={t('listening.new')}>
        <div className="side-by-side">
          <NativeSelect
            label={t('reach.channel')}
            value={given.channel}
            onChange={put('channel')}
            data={listeningChannels.map((channel) => ({ value: channel, label: t(`messages.channel.${channel}`) }))}
          />
          <PlacePicker
            search={searchPlaces}
            onChoose={setPlace}
            label={place ? t('listening.districtChosen', { name: place.name }) : t('listening.district')}
          />
          <TextInput type="date" label={t('messages.day')} value={given.day} onChange={put('day')} />
        </div>
        <div className="side-by-side">
          <NativeSelect label={t('messages.language')} value={given.language} onChange={put('language')} data={languages.options} />
          <TextInput label={t('listening.team')} value={given.team} onChange={put('team')} />
        </div>
        <div className="form-deeds">
          <Button type="submit" disabled={!ready} loading={keeping.isPending}>
            {t('listening.keep')}
          </Button>
        </div>
      </KeyedForm>
    </section>
  )
}
