/** With whom a message was tried and how many understood it, with the interval that so few people allow. */
import { Button, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { number, shortDate } from '../../../portal/numbers.ts'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { PlacePicker } from '../../../ui/PlacePicker.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { useCodes } from '../../api/codes.ts'
import { type Message, useOutreachDeed } from '../../api/messages.ts'
import { searchPlaces } from '../../api/places.ts'
import { useWords } from '../../words/words.ts'

export function Trials({ message, edits }: { message: Message; edits: boolean }) {
  const { t, language } = useWords()
  const { label } = useCodes('messageLanguage')
  const percent = (share: number) => number(Math.round(1000 * share) / 10, language)
  return (
    <section className="card after-table message-form">
      <h2>{t('messages.trials')}</h2>
      {message.trials.length === 0 && <p className="quiet">{t('messages.noTrials')}</p>}
      <ul>
        {message.trials.map(({ id, language: code, edition, day, people, place, placeName, comprehension }) => (
          <li key={id}>
            {shortDate(day, language)} · {label(code)} ({t('messages.edition', { edition })}) · {people}, {placeName ?? place}
            {comprehension && (
              <strong className="lacking">
                {t('messages.understood', {
                  ...{ right: comprehension.right, asked: comprehension.asked, percent: percent(comprehension.share) },
                  ...{ low: percent(comprehension.interval.low), high: percent(comprehension.interval.high) },
                })}
              </strong>
            )}
          </li>
        ))}
      </ul>
      {edits && <NewTrial message={message} />}
    </section>
  )
}

function NewTrial({ message }: { message: Message }) {
  const { t } = useWords()
  const { label } = useCodes('messageLanguage')
  const [given, setGiven] = useState({ language: message.sourceLanguage, day: '', people: '' })
  const [counts, setCounts] = useState<{ asked: string | number; understood: string | number }>({ asked: '', understood: '' })
  const [place, setPlace] = useState<{ pcode: string; name: string } | null>(null)
  const keeping = useOutreachDeed(
    () =>
      post(`/api/publications/messages/${message.id}/trials`, {
        ...{ ...given, place: place?.pcode, asked: Number(counts.asked), understood: Number(counts.understood) },
      }),
    () => setCounts({ asked: '', understood: '' }),
  )
  const put = (name: keyof typeof given) => (event: { currentTarget: { value: string } }) => setGiven({ ...given, [name]: event.currentTarget.value })
  const ready = place !== null && [given.day, given.people.trim(), counts.asked, counts.understood].every((each) => each !== '')
  return (
    <details>
      <summary>{t('messages.newTrial')}</summary>
      <KeyedForm onSave={() => ready && keeping.mutate(undefined)} label={t('messages.newTrial')}>
        <div className="side-by-side">
          <NativeSelect
            label={t('messages.language')}
            value={given.language}
            onChange={put('language')}
            data={message.texts.map(({ language }) => ({ value: language, label: label(language) }))}
          />
          <TextInput type="date" label={t('messages.day')} value={given.day} onChange={put('day')} />
          <PlacePicker search={searchPlaces} onChoose={setPlace} label={place ? t('messages.placeChosen', { name: place.name }) : t('messages.place')} />
        </div>
        <div className="side-by-side">
          <TextInput label={t('messages.people')} value={given.people} onChange={put('people')} />
          <NumberInput label={t('messages.asked')} min={1} value={counts.asked} onChange={(asked) => setCounts({ ...counts, asked })} />
          <NumberInput label={t('messages.right')} min={0} value={counts.understood} onChange={(understood) => setCounts({ ...counts, understood })} />
        </div>
        <div className="form-deeds">
          <Button type="submit" variant="default" disabled={!ready} loading={keeping.isPending}>
            {t('messages.newTrial')}
          </Button>
        </div>
        <Refusals refusals={refusalsOf(keeping.error)} focus />
      </KeyedForm>
    </details>
  )
}
