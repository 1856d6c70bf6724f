/** Whose the ground is, as somebody checked it last; "none known" is an answer. */
import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { longDate } from '../../../portal/numbers.ts'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import type { HouseFile } from '../../api/solutions.ts'
import { useDeed } from '../../api/useDeed.ts'
import { SaveDeed } from '../../shell/SaveDeed.tsx'
import { useWords } from '../../words/words.ts'

const choices = {
  kind: ['none_known', 'duat', 'customary', 'municipal_title', 'lease', 'owner_consent'],
  bothSpouses: ['unknown', 'yes', 'no'],
  document: ['unknown', 'none', 'asked_for', 'held'],
  conflict: ['unknown', 'yes', 'no'],
} as const
type Name = keyof typeof choices

export function TenurePart({ house }: { house: HouseFile }) {
  const { t, named, language } = useWords()
  const [given, setGiven] = useState<Record<Name, string>>({ kind: 'none_known', bothSpouses: 'unknown', document: 'unknown', conflict: 'unknown' })
  const saving = useDeed(['solutions'], () =>
    post(`/api/solutions/houses/${house.id}/tenure`, { ...given, checkedOn: new Date().toISOString().slice(0, 10), words: null }),
  )
  const [last] = house.tenure
  return (
    <section className="card">
      <h3>{t('tenure.title')}</h3>
      <p className="quiet">
        {last
          ? t('tenure.last', { kind: named('tenure', last.kind), conflict: named('tenure', last.conflict), day: longDate(last.checkedOn, language) })
          : t('tenure.notAsked')}
      </p>
      <KeyedForm onSave={() => saving.mutate(undefined)} label={t('tenure.title')}>
        <div className="side-by-side">
          {(Object.keys(choices) as Name[]).map((name) => (
            <NativeSelect
              key={name}
              label={t(`tenure.${name}`)}
              value={given[name]}
              onChange={({ currentTarget }) => setGiven({ ...given, [name]: currentTarget.value })}
              data={choices[name].map((each) => ({ value: each, label: named('tenure', each) }))}
            />
          ))}
        </div>
        <SaveDeed saving={saving} />
        <Refusals refusals={refusalsOf(saving.error)} focus />
      </KeyedForm>
    </section>
  )
}
