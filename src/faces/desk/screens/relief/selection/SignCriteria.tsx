/** The signature under criteria: when people sat down, who was there as counts, and since when the cluster agrees. */
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { KeyedForm } from '../../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../../api/ask.ts'
import { useSelectionDeed } from '../../../api/selection.ts'
import { useWords } from '../../../words/words.ts'

const empty = { minutesOn: '', women: '', men: '', displacedPresent: '', clusterAgreedOn: '' }
type Name = keyof typeof empty

export function SignCriteria({ id }: { id: string }) {
  const { t } = useWords()
  const [given, setGiven] = useState(empty)
  const { minutesOn, clusterAgreedOn, ...counts } = given
  const signing = useSelectionDeed(() => {
    const [women, men, displacedPresent] = [counts.women, counts.men, counts.displacedPresent].map(Number)
    return post(`/api/relief/criteria-sets/${id}/sign`, { minutesOn, clusterAgreedOn, women, men, displacedPresent })
  })
  const ready = Object.values(given).every((each) => each !== '') && Object.values(counts).every((each) => /^\d+$/.test(each))
  const input = (name: Name, type: 'date' | 'number') => (
    <TextInput
      type={type}
      label={t(`selection.sign.${name}`)}
      value={given[name]}
      onChange={({ currentTarget }) => setGiven({ ...given, [name]: currentTarget.value })}
    />
  )
  return (
    <details>
      <summary>{t('selection.sign')}</summary>
      <Refusals refusals={refusalsOf(signing.error)} focus />
      <KeyedForm onSave={() => ready && signing.mutate(undefined)} label={t('selection.sign')}>
        <div className="side-by-side">
          {input('minutesOn', 'date')}
          {input('women', 'number')}
          {input('men', 'number')}
          {input('displacedPresent', 'number')}
          {input('clusterAgreedOn', 'date')}
        </div>
        <div className="form-deeds">
          <Button type="submit" disabled={!ready} loading={signing.isPending}>
            {t('selection.signNow')}
          </Button>
        </div>
      </KeyedForm>
    </details>
  )
}
