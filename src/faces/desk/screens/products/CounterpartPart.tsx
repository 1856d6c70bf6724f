/** The answer of the Government counterpart to a joint product, or the record of why nobody had to ask. */
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { shortDate } from '../../../portal/numbers.ts'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { makers, useProductDeed, type WholeProduct } from '../../api/products.ts'
import { useHolds } from '../../api/session.ts'
import { useWords } from '../../words/words.ts'

export function CounterpartPart({ product: { id, counterpart, state } }: { product: WholeProduct }) {
  const { t, language } = useWords()
  const isGovernment = useHolds('governmentReviewer')
  const mayRecord = useHolds(...makers, 'chief')
  const [given, setGiven] = useState({ office: '', note: '' })
  const answer = isGovernment ? 'agreed' : 'not-required'
  const answering = useProductDeed(() => post(`/api/publications/products/${id}/counterpart`, { answer, ...given }))
  if (counterpart)
    return (
      <p className="small">
        {t(`products.counterpart.${counterpart.answer}`, { office: counterpart.office, day: shortDate(counterpart.on, language), note: counterpart.note })}
      </p>
    )
  const isOpen = !['published', 'superseded', 'withdrawn'].includes(state)
  if (!isOpen || (!isGovernment && !mayRecord)) return <p className="small">{t('products.counterpart.open')}</p>
  const ready = given.office.trim() !== '' && given.note.trim() !== ''
  const deed = t(isGovernment ? 'products.counterpart.agree' : 'products.counterpart.notNeeded')
  return (
    <details>
      <summary>{deed}</summary>
      <KeyedForm onSave={() => ready && answering.mutate(undefined)} label={deed}>
        <TextInput
          label={t('products.counterpart.office')}
          value={given.office}
          onChange={(event) => setGiven({ ...given, office: event.currentTarget.value })}
        />
        <TextInput label={t('products.counterpart.note')} value={given.note} onChange={(event) => setGiven({ ...given, note: event.currentTarget.value })} />
        <div className="form-deeds">
          <Button type="submit" disabled={!ready} loading={answering.isPending}>
            {deed}
          </Button>
        </div>
        <Refusals refusals={refusalsOf(answering.error)} focus />
      </KeyedForm>
    </details>
  )
}
