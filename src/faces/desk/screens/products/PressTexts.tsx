/** Texts that journalists may take as they stand: written here, on the public page once somebody else cleared them, and off it on the day after their last. */
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { shortDate } from '../../../portal/numbers.ts'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { useBilingual } from '../../../ui/language.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { patch, post, refusalsOf } from '../../api/ask.ts'
import { type PressText, pressTextKinds, usePressTexts } from '../../api/pressTexts.ts'
import { makers, useProductDeed } from '../../api/products.ts'
import { useHolds } from '../../api/session.ts'
import { useWords } from '../../words/words.ts'

export function PressTexts() {
  const { t } = useWords()
  const { data, error } = usePressTexts()
  const edits = useHolds(...makers)
  return (
    <section className="card product-form">
      <h2>{t('press.title')}</h2>
      <p className="small quiet">{t('press.note')}</p>
      <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} />
      {data?.length === 0 && <p className="unknown">{t('press.none')}</p>}
      <ul className="notes">
        {data?.map((text) => (
          <OneText key={text.id} text={text} edits={edits} />
        ))}
      </ul>
      {edits && (
        <details>
          <summary>{t('press.new')}</summary>
          <TextForm />
        </details>
      )}
    </section>
  )
}

function OneText({ text, edits }: { text: PressText; edits: boolean }) {
  const { t, language } = useWords()
  const mine = useBilingual()
  const clears = useHolds(...makers, 'chief')
  const clearing = useProductDeed(() => post(`/api/publications/press-texts/${text.id}/clear`))
  const standing = text.over ? 'press.over' : text.clearedAt ? 'press.public' : 'press.waits'
  return (
    <li>
      <b>{mine(text.title)}</b> <span className="quiet">{t(`press.kind.${text.kind}`)}</span>{' '}
      <span className={standing === 'press.public' ? 'quiet' : 'tag'}>{t(standing, { day: shortDate(text.validUntil, language) })}</span>
      <p>{mine(text.text)}</p>
      <Refusals refusals={refusalsOf(clearing.error)} focus />
      {clears && !text.mine && !text.over && !text.clearedAt && (
        <Button size="xs" variant="default" loading={clearing.isPending} onClick={() => clearing.mutate(undefined)}>
          {t('press.clear')}
        </Button>
      )}
      {edits && (
        <details>
          <summary>{t('press.change')}</summary>
          <TextForm key={text.validUntil} text={text} />
        </details>
      )}
    </li>
  )
}

const startOf = (text: PressText | undefined) => ({
  ...{ kind: text?.kind ?? 'mission', titlePt: text?.title.pt ?? '', titleEn: text?.title.en ?? '' },
  ...{ textPt: text?.text.pt ?? '', textEn: text?.text.en ?? '', validUntil: text?.validUntil ?? '' },
})

function TextForm({ text }: { text?: PressText }) {
  const { t } = useWords()
  const [given, setGiven] = useState(() => startOf(text))
  const keeping = useProductDeed(
    () => {
      const { kind, titlePt, titleEn, textPt, textEn, validUntil } = given
      const body = { kind, title: { pt: titlePt, en: titleEn }, text: { pt: textPt, en: textEn }, validUntil }
      return text ? patch(`/api/publications/press-texts/${text.id}`, body) : post('/api/publications/press-texts', body)
    },
    // What was changed stays in its fields as it was sent.
    () => text === undefined && setGiven(startOf(undefined)),
  )
  const put = (name: keyof typeof given) => (event: { currentTarget: { value: string } }) => setGiven({ ...given, [name]: event.currentTarget.value })
  const ready = Object.values(given).every((each) => each.trim() !== '')
  const label = t(text ? 'press.change' : 'press.new')
  return (
    <KeyedForm onSave={() => ready && keeping.mutate(undefined)} label={label}>
      <Refusals refusals={refusalsOf(keeping.error)} focus />
      <div className="side-by-side">
        <NativeSelect
          label={t('products.kind')}
          value={given.kind}
          onChange={put('kind')}
          data={pressTextKinds.map((kind) => ({ value: kind, label: t(`press.kind.${kind}`) }))}
        />
        <TextInput label={t('publicEvents.new.titlePt')} value={given.titlePt} onChange={put('titlePt')} />
        <TextInput label={t('publicEvents.new.titleEn')} value={given.titleEn} onChange={put('titleEn')} />
        <TextInput type="date" label={t('press.validUntil')} value={given.validUntil} onChange={put('validUntil')} />
      </div>
      <div className="side-by-side">
        <Textarea label={t('press.textPt')} value={given.textPt} onChange={put('textPt')} autosize minRows={3} />
        <Textarea label={t('press.textEn')} value={given.textEn} onChange={put('textEn')} autosize minRows={3} />
      </div>
      <div className="form-deeds">
        <Button type="submit" disabled={!ready} loading={keeping.isPending}>
          {label}
        </Button>
      </div>
    </KeyedForm>
  )
}
