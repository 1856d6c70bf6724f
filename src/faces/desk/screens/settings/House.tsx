/** How the house is: each part well, to watch or in alarm, by word and shape as well as colour, with what to do next; an alarm of a rollback is signed for here. */
import { Button, Textarea } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Bilingual } from '../../../../kernel/shared.ts'
import { number, size } from '../../../portal/numbers.ts'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { useBilingual } from '../../../ui/language.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../ui/Waiting.tsx'
import { get, post, refusalsOf } from '../../api/ask.ts'
import { useWords } from '../../words/words.ts'
import { FactList } from './FactList.tsx'

type State = 'well' | 'watch' | 'alarm'
type Check = { name: string; state: State; sentence: Bilingual; says: { facts: { epoch?: string } } }
type Health = { state: State; checks: Check[]; version: string; postgres: string; epoch: string; auditLines: number; bytes: number }

const healthKey = ['health'] as const
const rank: Record<State, number> = { alarm: 0, watch: 1, well: 2 }

export function House() {
  const { t, language } = useWords()
  const { data, error } = useQuery({ queryKey: healthKey, queryFn: () => get<Health>('/api/health'), refetchInterval: 60_000 })
  if (error && !data) return <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} />
  if (!data) return <WaitingTable />
  const urgentFirst = data.checks.toSorted((a, b) => rank[a.state] - rank[b.state])
  return (
    <div className="settings-stack">
      <p>{t(`health.${data.state}All`)}</p>
      <ul className="house-parts">
        {urgentFirst.map((check) => (
          <Part key={`${check.name}${check.says.facts.epoch ?? ''}`} check={check} />
        ))}
      </ul>
      <FactList
        facts={[
          [t('settings.version'), data.version],
          [t('settings.auditLines'), number(data.auditLines, language)],
          [t('settings.size'), size(data.bytes, language)],
          [t('settings.postgres'), data.postgres],
          [
            t('settings.epoch'),
            <>
              <code>{data.epoch}</code> <small className="quiet">{t('settings.epochNote')}</small>
            </>,
          ],
        ]}
      />
      <p className="small quiet">{t('health.doctor')}</p>
    </div>
  )
}

function Part({ check: { name, state, sentence, says } }: { check: Check }) {
  const { t, named } = useWords()
  const mine = useBilingual()
  const { epoch } = says.facts
  return (
    <li className={`house-part ${state}`}>
      <h3>
        {named('health.part', name)} <span className={`house-state ${state}`}>{t(`health.${state}`)}</span>
      </h3>
      <p>{mine(sentence)}</p>
      {name === 'rollback' && state === 'alarm' && epoch && <Signing epoch={epoch} />}
    </li>
  )
}

function Signing({ epoch }: { epoch: string }) {
  const { t } = useWords()
  const answers = useQueryClient()
  const [note, setNote] = useState('')
  const signing = useMutation({
    mutationFn: () => post(`/api/health/rollbacks/${epoch}/acknowledge`, { note }),
    onSuccess: () => answers.invalidateQueries({ queryKey: healthKey }),
  })
  return (
    <KeyedForm onSave={() => signing.mutate()} label={t('health.sign')}>
      <Refusals refusals={refusalsOf(signing.error)} focus />
      <Textarea label={t('health.found')} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
      <div className="form-deeds">
        <Button type="submit" disabled={note.trim() === ''} loading={signing.isPending}>
          {t('health.sign')}
        </Button>
      </div>
    </KeyedForm>
  )
}
