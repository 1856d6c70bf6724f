/** What the form is for: the records that its answers become, where and when they are true, who reviews, what a phone keeps. */

import { Checkbox, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { KeyedForm } from '../../../../ui/KeyedForm.tsx'
import { useBilingual } from '../../../../ui/language.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../../api/ask.ts'
import { useHolds } from '../../../api/session.ts'
import { SaveDeed } from '../../../shell/SaveDeed.tsx'
import { useWords } from '../../../words/words.ts'
import type { TabGiven } from './AuthorScreen.tsx'
import { textIn, useFormLanguage } from './LanguagePick.tsx'
import { useDeedOn } from './useDeedOn.ts'

export function PurposeTab({ shown }: TabGiven) {
  const { t } = useWords()
  const mine = useBilingual()
  const mayAuthor = useHolds('dataOfficer')
  const { form, takers } = shown
  const version = shown.draft ?? shown.published
  const [language] = useFormLanguage(version?.languages ?? [])
  const [value, change] = useState({
    titles: { pt: form.titles?.pt ?? form.title, en: form.titles?.en ?? form.title },
    taker: form.taker,
    placeQuestion: form.placeQuestion,
    dateQuestion: form.dateQuestion,
    listsAt: form.listsAt,
    makerChecker: form.makerChecker,
    restricted: form.restricted,
    retentionMonths: form.retentionMonths,
  })
  const set = (part: Partial<typeof value>) => change((before) => ({ ...before, ...part }))
  const saving = useDeedOn(() => post(`/api/forms/author/${form.id}/settings`, value))
  const questions = (fits: (type: string) => boolean, none: string) => [
    { value: '', label: none },
    ...(version?.questions ?? [])
      .filter(({ kind, type, repeat }) => kind === 'question' && !repeat && fits(type))
      .map(({ path, labels, name }) => ({ value: path, label: `${textIn(labels, language) || name} (${name})` })),
  ]
  return (
    <section className="card narrow">
      <Refusals refusals={refusalsOf(saving.error)} focus />
      <KeyedForm onSave={() => saving.mutate(undefined)} label={t('author.tab.purpose')}>
        <div className="side-by-side">
          <TextInput
            label={t('purpose.titlePt')}
            value={value.titles.pt}
            onChange={(event) => set({ titles: { ...value.titles, pt: event.currentTarget.value } })}
            disabled={!mayAuthor}
          />
          <TextInput
            label={t('purpose.titleEn')}
            value={value.titles.en}
            onChange={(event) => set({ titles: { ...value.titles, en: event.currentTarget.value } })}
            disabled={!mayAuthor}
          />
        </div>
        <NativeSelect
          label={t('purpose.taker')}
          description={t('purpose.takerHint')}
          value={value.taker ?? ''}
          disabled={!mayAuthor}
          onChange={(event) => set({ taker: event.currentTarget.value || null })}
          data={[{ value: '', label: t('purpose.noTaker') }, ...takers.map(({ name, about }) => ({ value: name, label: mine(about) }))]}
        />
        <NativeSelect
          label={t('purpose.place')}
          description={t('purpose.placeHint')}
          value={value.placeQuestion ?? ''}
          disabled={!mayAuthor}
          onChange={(event) => set({ placeQuestion: event.currentTarget.value || null })}
          data={questions((type) => /^(select_one|text|calculate|barcode|hidden)/.test(type), t('purpose.noPlace'))}
        />
        <NativeSelect
          label={t('purpose.date')}
          description={t('purpose.dateHint')}
          value={value.dateQuestion ?? ''}
          disabled={!mayAuthor}
          onChange={(event) => set({ dateQuestion: event.currentTarget.value || null })}
          data={questions((type) => /^(date|today|start|end)/i.test(type), t('purpose.noDate'))}
        />
        <NativeSelect
          label={t('purpose.listsAt')}
          value={value.listsAt}
          disabled={!mayAuthor}
          onChange={(event) => set({ listsAt: event.currentTarget.value as typeof value.listsAt })}
          data={[
            { value: 'approval', label: t('purpose.atApproval') },
            { value: 'receipt', label: t('purpose.atReceipt') },
          ]}
        />
        <Checkbox
          label={t('purpose.makerChecker')}
          checked={value.makerChecker}
          disabled={!mayAuthor}
          onChange={(event) => set({ makerChecker: event.currentTarget.checked })}
        />
        <Checkbox
          label={t('purpose.restricted')}
          checked={value.restricted}
          disabled={!mayAuthor}
          onChange={(event) => set({ restricted: event.currentTarget.checked })}
        />
        <NumberInput
          label={t('purpose.retention')}
          description={t('purpose.retentionHint')}
          value={value.retentionMonths ?? ''}
          min={1}
          max={1200}
          disabled={!mayAuthor}
          onChange={(months) => set({ retentionMonths: typeof months === 'number' ? months : null })}
        />
        {mayAuthor && <SaveDeed saving={saving} />}
      </KeyedForm>
    </section>
  )
}
