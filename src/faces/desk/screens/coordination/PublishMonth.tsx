/** The locked month goes out with its licence and whom to credit; one that is out already needs words on what changed. */
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { type Cycle, useFourWDeed } from '../../api/fourW.ts'
import { useWords } from '../../words/words.ts'

export function PublishMonth({ cycle: { id, state, slug } }: { cycle: Cycle }) {
  const { t, language } = useWords()
  const isAgain = state === 'published'
  const [value, setValue] = useState({ licence: 'CC BY 4.0', credit: '', pt: '', en: '' })
  const publishing = useFourWDeed(() =>
    post(`/api/coordination/months/${id}/publish`, {
      ...{ licence: value.licence, credit: value.credit },
      ...(isAgain ? { changeNote: { pt: value.pt, en: value.en } } : {}),
    }),
  )
  const input = (name: keyof typeof value, label: string) => (
    <TextInput label={label} value={value[name]} onChange={(event) => setValue({ ...value, [name]: event.currentTarget.value })} />
  )
  const ready = value.licence.trim() !== '' && value.credit.trim() !== '' && (!isAgain || (value.pt.trim() !== '' && value.en.trim() !== ''))
  return (
    <details>
      <summary>{t(isAgain ? 'fourW.publishAgain' : 'fourW.publish')}</summary>
      <p className="small">
        {t('fourW.publishNote')} {slug && <a href={`/${language}/publications/${slug}`}>{t('fourW.publicPage')}</a>}
      </p>
      <Refusals refusals={refusalsOf(publishing.error)} focus />
      <KeyedForm onSave={() => ready && publishing.mutate(undefined)} label={t('fourW.publish')}>
        <div className="side-by-side">
          {input('licence', t('flows.licence'))}
          {input('credit', t('flows.credit'))}
          {isAgain && input('pt', t('flows.changePt'))}
          {isAgain && input('en', t('flows.changeEn'))}
        </div>
        <div className="form-deeds">
          <Button type="submit" disabled={!ready} loading={publishing.isPending}>
            {t('fourW.publish')}
          </Button>
        </div>
      </KeyedForm>
    </details>
  )
}
