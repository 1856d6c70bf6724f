/** The bulletin of the period in sight, with its licence and whom to credit; a period that is out already needs words on what changed. */
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Period } from '../../../../engines/periods.ts'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { useEventDeed } from '../../api/events.ts'
import { useWords } from '../../words/words.ts'

export function PublishFlows({ kind, from, isAgain }: { kind: Period; from: string; isAgain: boolean }) {
  const { t } = useWords()
  const [value, setValue] = useState({ licence: 'CC BY 4.0', credit: '', pt: '', en: '' })
  const changeNote = isAgain ? { pt: value.pt, en: value.en } : undefined
  const publishing = useEventDeed(() =>
    post('/api/displacement/flows/bulletins', { kind, periodFrom: from, licence: value.licence, credit: value.credit, changeNote }),
  )
  const input = (name: keyof typeof value, label: string) => (
    <TextInput label={label} value={value[name]} onChange={(event) => setValue({ ...value, [name]: event.currentTarget.value })} />
  )
  const ready = value.licence.trim() !== '' && value.credit.trim() !== '' && (!isAgain || (value.pt.trim() !== '' && value.en.trim() !== ''))
  return (
    <section className="card after-table">
      <h2>{t(isAgain ? 'flows.publishAgain' : 'flows.publish')}</h2>
      <p className="small">{t('flows.publishNote')}</p>
      <Refusals refusals={refusalsOf(publishing.error)} focus />
      <KeyedForm onSave={() => ready && publishing.mutate(undefined)} label={t('flows.publish')}>
        <div className="side-by-side">
          {input('licence', t('flows.licence'))}
          {input('credit', t('flows.credit'))}
          {isAgain && input('pt', t('flows.changePt'))}
          {isAgain && input('en', t('flows.changeEn'))}
        </div>
        <div className="form-deeds">
          <Button type="submit" disabled={!ready} loading={publishing.isPending}>
            {t('flows.publish')}
          </Button>
        </div>
      </KeyedForm>
    </section>
  )
}
