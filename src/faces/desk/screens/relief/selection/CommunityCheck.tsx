/** What the community says of the households it looks at: should be chosen, should not. What contradicts the list becomes an appeal. */
import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { KeyedForm } from '../../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../../api/ask.ts'
import { selectionAt, useSelectionDeed } from '../../../api/selection.ts'
import { useWords } from '../../../words/words.ts'

const codesIn = (typed: string) => [...new Set(typed.split(/[\s,;]+/).filter(Boolean))]

export function CommunityCheck({ id }: { id: string }) {
  const { t } = useWords()
  const [include, setInclude] = useState('')
  const [exclude, setExclude] = useState('')
  const findings = [
    ...codesIn(include).map((household) => ({ household, says: 'include' })),
    ...codesIn(exclude).map((household) => ({ household, says: 'exclude' })),
  ]
  const keeping = useSelectionDeed(
    () => post<{ kept: number; contradicting: number }>(selectionAt(id, 'findings'), { findings }),
    () => {
      setInclude('')
      setExclude('')
    },
  )
  return (
    <>
      <Refusals refusals={refusalsOf(keeping.error)} focus />
      {keeping.data && <p role="status">{t('selection.checkKept', { n: keeping.data.kept, contradicting: keeping.data.contradicting })}</p>}
      <KeyedForm onSave={() => findings.length > 0 && keeping.mutate(undefined)} label={t('selection.check')}>
        <p className="quiet">{t('selection.checkNote')}</p>
        <div className="side-by-side">
          <Textarea autosize label={t('selection.check.include')} value={include} onChange={({ currentTarget }) => setInclude(currentTarget.value)} />
          <Textarea autosize label={t('selection.check.exclude')} value={exclude} onChange={({ currentTarget }) => setExclude(currentTarget.value)} />
        </div>
        <div className="form-deeds">
          <Button type="submit" variant="default" disabled={findings.length === 0} loading={keeping.isPending}>
            {t('selection.keepCheck')}
          </Button>
        </div>
      </KeyedForm>
    </>
  )
}
