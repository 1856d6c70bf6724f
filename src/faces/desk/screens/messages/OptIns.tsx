/** Who asked to be written to: how many, never who. A number is written down once with how its owner asked, and struck out as soon as they say so. */
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { number } from '../../../portal/numbers.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { PlacePicker } from '../../../ui/PlacePicker.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { useCodes } from '../../api/codes.ts'
import { useOutreachDeed } from '../../api/messages.ts'
import { searchPlaces } from '../../api/places.ts'
import type { PhoneChannel, Sendings } from '../../api/sending.ts'
import { useWords } from '../../words/words.ts'

type Count = Sendings['optIns'][number]
const ways = ['sms', 'voice', 'meeting', 'brigade', 'hotline'] as const

export function OptIns({ counts, edits }: { counts: readonly Count[]; edits: boolean }) {
  const { t, language } = useWords()
  const { label } = useCodes('messageLanguage')
  const figure = (key: 'sms' | 'voice' | 'stopped'): Column<Count> => ({
    ...{ key, title: t(`optIn.${key}`), number: true, value: (count) => count[key] },
    cell: (count) => number(count[key], language),
  })
  const columns: Column<Count>[] = [
    { key: 'language', title: t('messages.language'), header: true, value: (count) => label(count.language), cell: (count) => label(count.language) },
    ...(['sms', 'voice', 'stopped'] as const).map(figure),
  ]
  return (
    <section className="card after-table message-form">
      <h2>{t('optIn.title')}</h2>
      <p className="quiet">{t('optIn.note')}</p>
      {counts.length > 0 && <DataTable rows={counts} columns={columns} rowKey={(count) => count.language} caption={t('optIn.title')} />}
      {edits && (
        <>
          <NewOptIn />
          <StopOptIn />
        </>
      )}
    </section>
  )
}

const empty = { number: '', language: 'por', how: 'brigade', paper: '' }

function NewOptIn() {
  const { t } = useWords()
  const { options } = useCodes('messageLanguage')
  const [given, setGiven] = useState(empty)
  const [channels, setChannels] = useState<PhoneChannel[]>(['sms'])
  const [place, setPlace] = useState<{ pcode: string; name: string } | null>(null)
  const keeping = useOutreachDeed(
    () => post('/api/publications/opt-ins', { ...given, paper: given.paper || null, channels, place: place?.pcode }),
    () => setGiven({ ...given, number: '', paper: '' }),
  )
  const put = (name: keyof typeof empty) => (event: { currentTarget: { value: string } }) => setGiven({ ...given, [name]: event.currentTarget.value })
  const ready = given.number.trim() !== '' && channels.length > 0 && place !== null
  return (
    <details>
      <summary>{t('optIn.new')}</summary>
      <p className="small">{t('optIn.newNote')}</p>
      <KeyedForm onSave={() => ready && keeping.mutate(undefined)} label={t('optIn.new')}>
        <div className="side-by-side">
          <TextInput type="tel" autoComplete="off" label={t('optIn.number')} placeholder="+258 84 000 0000" value={given.number} onChange={put('number')} />
          <NativeSelect label={t('messages.language')} value={given.language} onChange={put('language')} data={options} />
          <PlacePicker search={searchPlaces} onChoose={setPlace} label={place ? t('messages.placeChosen', { name: place.name }) : t('optIn.place')} />
        </div>
        <div className="side-by-side">
          <NativeSelect
            label={t('optIn.how')}
            value={given.how}
            onChange={put('how')}
            data={ways.map((way) => ({ value: way, label: t(`optIn.how.${way}`) }))}
          />
          <TextInput label={t('optIn.paper')} value={given.paper} onChange={put('paper')} />
        </div>
        <fieldset className="choices">
          <legend className="small">{t('optIn.channels')}</legend>
          {(['sms', 'voice'] as const).map((channel) => (
            <Checkbox
              key={channel}
              label={t(`messages.channel.${channel}`)}
              checked={channels.includes(channel)}
              onChange={({ currentTarget }) => setChannels(currentTarget.checked ? [...channels, channel] : channels.filter((each) => each !== channel))}
            />
          ))}
        </fieldset>
        <div className="form-deeds">
          <Button type="submit" disabled={!ready} loading={keeping.isPending}>
            {t('optIn.keep')}
          </Button>
        </div>
        {keeping.isSuccess && <p role="status">{t('optIn.kept')}</p>}
        <Refusals refusals={refusalsOf(keeping.error)} focus />
      </KeyedForm>
    </details>
  )
}

function StopOptIn() {
  const { t } = useWords()
  const [typed, setTyped] = useState('')
  const stopping = useOutreachDeed(
    () => post<{ stopped: boolean }>('/api/publications/opt-ins/stop', { number: typed }),
    () => setTyped(''),
  )
  return (
    <details>
      <summary>{t('optIn.stop')}</summary>
      <p className="small">{t('optIn.stopNote')}</p>
      <KeyedForm onSave={() => typed.trim() && stopping.mutate(undefined)} label={t('optIn.stop')}>
        <TextInput type="tel" autoComplete="off" label={t('optIn.number')} value={typed} onChange={({ currentTarget }) => setTyped(currentTarget.value)} />
        <div className="form-deeds">
          <Button type="submit" color="red" disabled={!typed.trim()} loading={stopping.isPending}>
            {t('optIn.stopDeed')}
          </Button>
        </div>
        {stopping.data && <p role="status">{t(stopping.data.stopped ? 'optIn.struck' : 'optIn.notThere')}</p>}
        <Refusals refusals={refusalsOf(stopping.error)} focus />
      </KeyedForm>
    </details>
  )
}
