/** A material enters the library: what it is, which message it carries, how it is printed and whether people in it agreed. */
import { Button, Checkbox, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { useCodes } from '../../api/codes.ts'
import { useMessages, useOutreachDeed } from '../../api/messages.ts'
import { useWords } from '../../words/words.ts'

const kinds = ['poster', 'leaflet', 'audio', 'video', 'manual'] as const
const consents = ['no_people', 'agreed', 'unknown'] as const
const empty = { code: '', pt: '', en: '', kind: 'poster', topic: '', message: '', consent: 'unknown', format: '', paper: '', colours: '' }

export function NewMaterial() {
  const { t } = useWords()
  const topics = useCodes('messageTopic')
  const languages = useCodes('messageLanguage')
  const messages = useMessages().data?.messages ?? []
  const [given, setGiven] = useState(empty)
  const [spoken, setSpoken] = useState<string[]>(['por'])
  const [pages, setPages] = useState<string | number>('')
  const { code, pt, en, kind, topic, message, consent, format, paper, colours } = given
  const keeping = useOutreachDeed(
    () =>
      post('/api/publications/materials', {
        ...{ code, title: { pt, en }, kind, topic, languages: spoken, message: message || null, consent },
        print: format ? { format, pages: pages === '' ? null : Number(pages), paper: paper || null, colours: colours || null } : null,
      }),
    () => setGiven(empty),
  )
  const put = (name: keyof typeof empty) => (event: { currentTarget: { value: string } }) => setGiven({ ...given, [name]: event.currentTarget.value })
  const input = (name: 'code' | 'pt' | 'en' | 'format' | 'paper' | 'colours') => (
    <TextInput label={t(`materials.new.${name}`)} value={given[name]} onChange={put(name)} />
  )
  const choose = { value: '', label: t('records.choose') }
  const ready = [code, pt, en, topic].every((each) => each.trim() !== '') && spoken.length > 0
  return (
    <section className="card after-table message-form">
      <h2>{t('materials.new')}</h2>
      <Refusals refusals={refusalsOf(keeping.error)} focus />
      <KeyedForm onSave={() => ready && keeping.mutate(undefined)} label={t('materials.new')}>
        <div className="side-by-side">
          {input('code')}
          {input('pt')}
          {input('en')}
        </div>
        <div className="side-by-side">
          <NativeSelect
            label={t('materials.kind')}
            value={kind}
            onChange={put('kind')}
            data={kinds.map((value) => ({ value, label: t(`materials.kind.${value}`) }))}
          />
          <NativeSelect label={t('messages.topic')} value={topic} onChange={put('topic')} data={[choose, ...topics.options]} />
          <NativeSelect
            label={t('materials.message')}
            value={message}
            onChange={put('message')}
            data={[{ value: '', label: t('materials.noMessage') }, ...messages.map(({ id, key }) => ({ value: id, label: key }))]}
          />
          <NativeSelect
            label={t('materials.consent')}
            value={consent}
            onChange={put('consent')}
            data={consents.map((value) => ({ value, label: t(`materials.consent.${value}`) }))}
          />
        </div>
        <Checkbox.Group label={t('messages.languages')} value={spoken} onChange={setSpoken}>
          <div className="choices">
            {languages.options.map((option) => (
              <Checkbox key={option.value} {...option} />
            ))}
          </div>
        </Checkbox.Group>
        <div className="side-by-side">
          {input('format')}
          <NumberInput label={t('materials.new.pages')} min={1} value={pages} onChange={setPages} />
          {input('paper')}
          {input('colours')}
        </div>
        <div className="form-deeds">
          <Button type="submit" disabled={!ready} loading={keeping.isPending}>
            {t('materials.new')}
          </Button>
        </div>
      </KeyedForm>
    </section>
  )
}
