/** The cluster approves a part: how much of each line, and why. */
import { Button, NumberInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { number } from '../../../../portal/numbers.ts'
import { KeyedForm } from '../../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../../api/ask.ts'
import { type ReliefRequest, useReliefDeed } from '../../../api/reliefRequests.ts'
import { useWords } from '../../../words/words.ts'

export function ApprovePart({ request: { id, lines } }: { request: ReliefRequest }) {
  const { t, language } = useWords()
  const [approved, setApproved] = useState<Record<string, string | number>>({})
  const [words, setWords] = useState('')
  const approving = useReliefDeed(() =>
    post(`/api/relief/request/${id}/steps/approvePart`, { words, lines: lines.map(({ code }) => ({ code, approved: Number(approved[code] ?? 0) })) }),
  )
  return (
    <KeyedForm onSave={() => words.trim() && approving.mutate(undefined)} label={t('ask.approvePart')}>
      <div className="side-by-side">
        {lines.map(({ code, asked }) => (
          <NumberInput
            key={code}
            label={t('ask.approvedOf', { code, asked: number(asked, language) })}
            min={0}
            max={asked}
            allowDecimal={false}
            value={approved[code] ?? ''}
            onChange={(value) => setApproved({ ...approved, [code]: value })}
          />
        ))}
        <TextInput label={t('ask.why')} value={words} onChange={({ currentTarget }) => setWords(currentTarget.value)} />
      </div>
      <div className="form-deeds">
        <Button type="submit" disabled={words.trim() === ''} loading={approving.isPending}>
          {t('ask.approvePart')}
        </Button>
      </div>
      <Refusals refusals={refusalsOf(approving.error)} focus />
    </KeyedForm>
  )
}
