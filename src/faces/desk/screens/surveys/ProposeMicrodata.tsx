/** Choosing the columns of a public file and how coarse they are; the risk is measured first, and only a choice that passes can be proposed. */
import { Button, Checkbox, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { type MicrodataColumn, type MicrodataMeasured, microdataAddress, type OfferedColumn } from '../../api/microdata.ts'
import { useSurveyDeed } from '../../api/surveys.ts'
import { useWords } from '../../words/words.ts'
import { RiskFacts } from './RiskFacts.tsx'

type Chosen = { isKey: boolean; bands: string; merge: string }
const untouched: Chosen = { isKey: true, bands: '', merge: '' }

function columnOf({ question, kind }: OfferedColumn, { isKey, bands, merge }: Chosen): MicrodataColumn {
  const parts = (text: string) => text.split(/[\s,;]+/).filter((part) => part !== '')
  const numbers = parts(bands).map(Number).filter(Number.isInteger)
  return {
    ...{ question, isKey },
    ...(kind === 'number' && numbers.length > 0 ? { bands: numbers } : {}),
    ...(kind !== 'number' && parts(merge).length > 0 ? { merge: parts(merge) } : {}),
  }
}

export function ProposeMicrodata({ survey, offered }: { survey: string; offered: OfferedColumn[] }) {
  const { t } = useWords()
  const [chosen, setChosen] = useState<Record<string, Chosen>>({})
  const [withWeights, setWithWeights] = useState(false)
  const [reason, setReason] = useState('')
  const asked = (confirm: boolean) => ({
    columns: offered.flatMap((each) => (chosen[each.question] ? [columnOf(each, chosen[each.question]!)] : [])),
    ...{ withWeights, reason, confirm },
  })
  const [measured, setMeasured] = useState<{ of: string; answer: MicrodataMeasured } | null>(null)
  const measuring = useSurveyDeed(async (confirm: boolean) => {
    const of = JSON.stringify(asked(false))
    setMeasured({ of, answer: await post<MicrodataMeasured>(microdataAddress(survey), asked(confirm)) })
  })
  const holds = measured !== null && measured.of === JSON.stringify(asked(false)) && !measuring.error
  const ready = Object.keys(chosen).length > 0 && reason.trim() !== ''
  return (
    <details>
      <summary>{t('microdata.propose')}</summary>
      <KeyedForm onSave={() => ready && measuring.mutate(false)} label={t('microdata.propose')}>
        {offered.map((each) => (
          <OneColumn
            key={each.question}
            column={each}
            value={chosen[each.question]}
            change={(value) => {
              const { [each.question]: _, ...others } = chosen
              setChosen(value ? { ...others, [each.question]: value } : others)
            }}
          />
        ))}
        <Checkbox
          label={t('microdata.withWeights')}
          description={t('microdata.withWeightsNote')}
          checked={withWeights}
          onChange={({ currentTarget }) => setWithWeights(currentTarget.checked)}
        />
        <Textarea
          label={t('microdata.reason')}
          description={t('microdata.reasonNote')}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        <Refusals refusals={refusalsOf(measuring.error)} focus />
        {holds && <RiskFacts records={measured.answer.records} risk={measured.answer.risk} />}
        <div className="form-deeds">
          <Button type="submit" variant={holds ? 'default' : 'filled'} disabled={!ready} loading={measuring.isPending}>
            {t('microdata.measure')}
          </Button>
          {holds && (
            <Button loading={measuring.isPending} onClick={() => measuring.mutate(true)}>
              {t('microdata.proposeNow')}
            </Button>
          )}
        </div>
      </KeyedForm>
    </details>
  )
}

type OneGiven = { column: OfferedColumn; value: Chosen | undefined; change: (value: Chosen | null) => void }

function OneColumn({ column: { kind, label, choices, alwaysKey }, value, change }: OneGiven) {
  const { t, language } = useWords()
  const codes = choices.map(({ code, label: said }) => `${code} (${said[language]})`).join(', ')
  return (
    <div className="microdata-column">
      <Checkbox label={label[language]} checked={value !== undefined} onChange={() => change(value ? null : untouched)} />
      {value && (
        <div className="side-by-side">
          <Checkbox
            label={t('microdata.isKey')}
            description={alwaysKey ? t('microdata.alwaysKey') : undefined}
            checked={alwaysKey || value.isKey}
            disabled={alwaysKey}
            onChange={({ currentTarget }) => change({ ...value, isKey: currentTarget.checked })}
          />
          {kind === 'number' && (
            <TextInput
              label={t('microdata.bands')}
              description={t('microdata.bandsNote')}
              value={value.bands}
              onChange={({ currentTarget }) => change({ ...value, bands: currentTarget.value })}
            />
          )}
          {choices.length > 0 && (
            <TextInput
              label={t('microdata.merge')}
              description={t('microdata.mergeNote', { codes })}
              value={value.merge}
              onChange={({ currentTarget }) => change({ ...value, merge: currentTarget.value })}
            />
          )}
        </div>
      )}
    </div>
  )
}
