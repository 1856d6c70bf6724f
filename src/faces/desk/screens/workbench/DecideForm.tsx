/** The decision beside a warning: what was decided and what was found out. Written once for as many findings as share the cause. */
import { Button, NativeSelect, Textarea } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useDraft } from '../../../ui/draft.ts'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { useCodes } from '../../api/codes.ts'
import type { Finding } from '../../api/displacement.ts'
import { useWords } from '../../words/words.ts'
import { useDeed } from './deeds.ts'

type Given = { round: string; name: string; findings: Finding[]; onDone: () => void }

export function DecideForm({ round, name, findings, onDone }: Given) {
  const { t } = useWords()
  const { options } = useCodes('disposition')
  const first = useRef<HTMLSelectElement>(null)
  useEffect(() => first.current?.focus(), [])
  const only = findings.length === 1 ? findings[0] : undefined
  const { value, set, forget, keptHere } = useDraft(`decide ${round} ${name}`, { disposition: only?.disposition ?? '', note: only?.note ?? '' })
  const deciding = useDeed(
    round,
    async () => {
      for (const { id } of findings) await post(`/api/displacement/findings/${id}/decide`, value)
    },
    () => {
      forget()
      onDone()
    },
  )
  return (
    <div className="decide">
      <Refusals refusals={refusalsOf(deciding.error)} focus />
      <KeyedForm onSave={() => deciding.mutate(undefined)} label={t('bench.decide')}>
        <div className="side-by-side">
          <NativeSelect
            ref={first}
            label={t('bench.disposition')}
            value={value.disposition}
            onChange={(event) => set({ disposition: event.currentTarget.value })}
            data={[{ value: '', label: t('records.choose') }, ...options]}
          />
          <Textarea
            label={t('bench.decisionNote')}
            minRows={1}
            maxLength={2000}
            value={value.note}
            onChange={(event) => set({ note: event.currentTarget.value })}
          />
        </div>
        <div className="form-deeds">
          <Button type="submit" size="xs" loading={deciding.isPending} disabled={value.disposition === '' || value.note.trim() === ''}>
            {findings.length > 1 ? t('bench.decideAll', { n: findings.length }) : t('bench.decide')}
          </Button>
          <Button size="xs" variant="default" onClick={onDone}>
            {t('cancel')}
          </Button>
          {keptHere && <span className="small quiet">{t('keptHere')}</span>}
        </div>
      </KeyedForm>
    </div>
  )
}
