/** The design that the household chose, from the newest edition of each in the library; before it is agreed, and never after. */
import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { useBilingual } from '../../../ui/language.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { useDesigns } from '../../api/solutions.ts'
import { useDeed } from '../../api/useDeed.ts'
import { useWords } from '../../words/words.ts'

export function ChooseDesign({ house }: { house: string }) {
  const { t } = useWords()
  const mine = useBilingual()
  const { data } = useDesigns()
  const [design, setDesign] = useState('')
  const choosing = useDeed(['solutions'], () => post(`/api/solutions/houses/${house}/design`, { design }))
  const designs = data?.rows ?? []
  const newest = designs.filter(({ code, edition }) => !designs.some((one) => one.code === code && one.edition > edition))
  return (
    <section className="card">
      <h3>{t('designs.choose')}</h3>
      {data && newest.length === 0 && (
        <p className="quiet">
          <Link href="/solutions/designs">{t('designs.chooseNone')}</Link>
        </p>
      )}
      {newest.length > 0 && (
        <KeyedForm onSave={() => design && choosing.mutate(undefined)} label={t('designs.choose')}>
          <NativeSelect
            label={t('houses.design')}
            value={design}
            onChange={({ currentTarget }) => setDesign(currentTarget.value)}
            data={[
              { value: '', label: t('records.choose') },
              ...newest.map(({ id, code, edition, name }) => ({ value: id, label: `${t('designs.edition', { code, edition })} · ${mine(name)}` })),
            ]}
          />
          <div className="form-deeds">
            <Button type="submit" disabled={!design} loading={choosing.isPending}>
              {t('designs.chooseSave')}
            </Button>
          </div>
          <Refusals refusals={refusalsOf(choosing.error)} focus />
        </KeyedForm>
      )}
    </section>
  )
}
