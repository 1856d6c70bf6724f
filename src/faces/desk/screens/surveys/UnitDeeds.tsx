/** What is done about one unit: what the visit met, and the next of the reserve in the order drawn. */
import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { useCodes } from '../../api/codes.ts'
import { type SurveyUnit, useSurveyDeed } from '../../api/surveys.ts'
import { useWords } from '../../words/words.ts'

const met = ['refused', 'absent', 'unreachable', 'outOfScope'] as const

export function UnitDeeds({ unit }: { unit: SurveyUnit }) {
  const { t } = useWords()
  const { options } = useCodes('replacementReason')
  const [reason, setReason] = useState('')
  const isUsed = unit.role === 'drawn' || unit.replaces !== null
  const saying = useSurveyDeed((status: string) => post(`/api/displacement/survey-units/${unit.id}/status`, { status }))
  const replacing = useSurveyDeed(() => post(`/api/displacement/survey-units/${unit.id}/replace`, { reason }))
  if (!isUsed || ['visited', 'replaced'].includes(unit.status)) return null
  if (unit.status === 'waiting')
    return (
      <>
        <NativeSelect
          aria-label={t('surveys.sayStatus', { unit: unit.code })}
          value=""
          onChange={(event) => event.currentTarget.value && saying.mutate(event.currentTarget.value)}
          data={[{ value: '', label: t('surveys.noVisit') }, ...met.map((status) => ({ value: status, label: t(`surveys.status.${status}`) }))]}
        />
        <Refusals refusals={refusalsOf(saying.error)} focus />
      </>
    )
  return (
    <div className="survey-replace">
      <NativeSelect
        aria-label={t('surveys.replaceReason', { unit: unit.code })}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        data={[{ value: '', label: t('surveys.chooseReason') }, ...options]}
      />
      <Button variant="default" size="compact-sm" disabled={reason === ''} loading={replacing.isPending} onClick={() => replacing.mutate(undefined)}>
        {t('surveys.replace')}
      </Button>
      <Refusals refusals={refusalsOf(replacing.error)} focus />
    </div>
  )
}
