/** The next edition of what is out: it begins with the same words, and says in both languages what changes. */
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { useProductDeed } from '../../api/products.ts'
import { useWords } from '../../words/words.ts'

export function NextEdition({ id }: { id: string }) {
  const { t } = useWords()
  const [, go] = useLocation()
  const [given, setGiven] = useState({ pt: '', en: '', plannedFor: '' })
  const renewing = useProductDeed(
    () => post<{ id: string }>(`/api/publications/products/${id}/edition`, { changeNote: { pt: given.pt, en: given.en }, plannedFor: given.plannedFor }),
    (next) => go(`/products/${next.id}`),
  )
  const ready = Object.values(given).every((each) => each.trim() !== '')
  const line = (name: keyof typeof given, type = 'text') => (
    <TextInput
      type={type}
      label={t(`products.next.${name}`)}
      value={given[name]}
      onChange={(event) => setGiven({ ...given, [name]: event.currentTarget.value })}
    />
  )
  return (
    <details className="card product-form">
      <summary>{t('products.next')}</summary>
      <KeyedForm onSave={() => ready && renewing.mutate(undefined)} label={t('products.next')}>
        <div className="side-by-side">
          {line('pt')}
          {line('en')}
          {line('plannedFor', 'date')}
        </div>
        <div className="form-deeds">
          <Button type="submit" disabled={!ready} loading={renewing.isPending}>
            {t('products.next')}
          </Button>
        </div>
        <Refusals refusals={refusalsOf(renewing.error)} focus />
      </KeyedForm>
    </details>
  )
}
