/** Laying the frame: places or sites of a frozen round with their households, or a list of households without names. */
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { type SurveyDetail, type SurveyFrame, useSurveyDeed } from '../../api/surveys.ts'
import { useWords } from '../../words/words.ts'

type Listed = { code: string; stratum?: string; cluster?: string; pcode?: string }

/** One unit a line: code; stratum; cluster; place. What is left empty is not said. */
function unitsInText(text: string): Listed[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.split(/[;\t]/).map((cell) => cell.trim()))
    .filter(([code]) => code)
    .map(([code, stratum, cluster, pcode]) => ({ code: code!, ...(stratum ? { stratum } : {}), ...(cluster ? { cluster } : {}), ...(pcode ? { pcode } : {}) }))
}

export function FrameForm({ survey, rounds, again }: { survey: string; rounds: SurveyDetail['rounds']; again: boolean }) {
  const { t } = useWords()
  const [value, setValue] = useState({ kind: 'places' as SurveyFrame['kind'], round: rounds[0]?.id ?? '', strata: 'province', source: '', list: '' })
  const isList = value.kind === 'list'
  const laying = useSurveyDeed(() =>
    post(
      `/api/displacement/surveys/${survey}/frame`,
      isList ? { kind: 'list', source: value.source, units: unitsInText(value.list) } : { kind: value.kind, round: value.round, strata: value.strata },
    ),
  )
  const ready = isList ? value.source.trim() !== '' && unitsInText(value.list).length > 1 : value.round !== ''
  return (
    <KeyedForm onSave={() => ready && laying.mutate(undefined)} label={t('surveys.frame')}>
      <Refusals refusals={refusalsOf(laying.error)} focus />
      <div className="side-by-side">
        <NativeSelect
          label={t('surveys.frameKind')}
          value={value.kind}
          onChange={(event) => setValue({ ...value, kind: event.currentTarget.value as SurveyFrame['kind'] })}
          data={(['places', 'sites', 'list'] as const).map((kind) => ({ value: kind, label: t(`surveys.frame.${kind}`) }))}
        />
        {!isList && (
          <NativeSelect
            label={t('surveys.round')}
            value={value.round}
            onChange={(event) => setValue({ ...value, round: event.currentTarget.value })}
            data={
              rounds.length === 0
                ? [{ value: '', label: t('surveys.noRound') }]
                : rounds.map(({ id, assessmentType, number: n, reportingDate }) => ({ value: id, label: `${assessmentType} ${n} · ${reportingDate ?? ''}` }))
            }
          />
        )}
        {!isList && (
          <NativeSelect
            label={t('surveys.strata')}
            value={value.strata}
            onChange={(event) => setValue({ ...value, strata: event.currentTarget.value })}
            data={(['none', 'province', 'district'] as const).map((level) => ({ value: level, label: t(`surveys.strata.${level}`) }))}
          />
        )}
        {isList && (
          <TextInput label={t('surveys.source')} value={value.source} onChange={(event) => setValue({ ...value, source: event.currentTarget.value })} />
        )}
      </div>
      {isList && (
        <Textarea
          label={t('surveys.list')}
          description={t('surveys.listNote')}
          autosize
          minRows={4}
          maxRows={14}
          value={value.list}
          onChange={(event) => setValue({ ...value, list: event.currentTarget.value })}
        />
      )}
      <div className="form-deeds">
        <Button type="submit" variant="default" disabled={!ready} loading={laying.isPending}>
          {t(again ? 'surveys.frameAgain' : 'surveys.lay')}
        </Button>
      </div>
    </KeyedForm>
  )
}
