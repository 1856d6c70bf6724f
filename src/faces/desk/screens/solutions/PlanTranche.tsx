/** A tranche is planned: with whom, after which stage, how much. The contract of the house's last tranche stands there already; another number opens another contract. */
import { Button, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { contractKinds, type HouseFile } from '../../api/solutions.ts'
import { useDeed } from '../../api/useDeed.ts'
import { useWords } from '../../words/words.ts'
import { buildingStages } from './stages.ts'

export function PlanTranche({ house }: { house: HouseFile }) {
  const { t, named } = useWords()
  const last = house.tranches.at(-1)
  const [contract, setContract] = useState({
    ...{ number: last?.contractNumber ?? '', party: last?.party ?? '', kind: last?.contractKind ?? contractKinds[0], currency: last?.currency ?? 'MZN' },
  })
  const planned = house.tranches.filter(({ contractNumber }) => contractNumber === contract.number.trim()).map(({ stage }) => stage)
  const open = buildingStages.filter((stage) => !planned.includes(stage))
  const [stage, setStage] = useState<string>(open[0] ?? '')
  const [amount, setAmount] = useState<string | number>('')
  const planning = useDeed(['solutions'], () =>
    post('/api/solutions/tranches', { house: house.id, stage, amount: Number(amount), contract: { ...contract, number: contract.number.trim() } }),
  )
  const line = (name: 'number' | 'party' | 'currency') => (
    <TextInput
      label={t(`contract.${name}`)}
      value={contract[name]}
      onChange={({ currentTarget }) => setContract({ ...contract, [name]: currentTarget.value })}
    />
  )
  const isReady = contract.number.trim() && contract.party.trim() && /^[A-Z]{3}$/.test(contract.currency) && amount !== '' && stage !== ''
  return (
    <details>
      <summary>{t('tranche.plan')}</summary>
      <KeyedForm onSave={() => isReady && planning.mutate(undefined)} label={t('tranche.plan')}>
        <p className="small quiet">{t('contract.note')}</p>
        <div className="side-by-side">
          {line('number')}
          {line('party')}
          <NativeSelect
            label={t('contract.kind')}
            value={contract.kind}
            onChange={({ currentTarget }) => setContract({ ...contract, kind: contractKinds.find((each) => each === currentTarget.value)! })}
            data={contractKinds.map((each) => ({ value: each, label: named('contractKind', each) }))}
          />
        </div>
        <div className="side-by-side">
          <NativeSelect
            label={t('tranche.after')}
            value={stage}
            onChange={({ currentTarget }) => setStage(currentTarget.value)}
            data={[{ value: '', label: t('records.choose') }, ...buildingStages.map((each) => ({ value: each, label: named('stage', each) }))]}
          />
          <NumberInput label={t('tranche.amount')} min={0} value={amount} onChange={setAmount} />
          {line('currency')}
        </div>
        <div className="form-deeds">
          <Button type="submit" disabled={!isReady} loading={planning.isPending}>
            {t('tranche.plan')}
          </Button>
        </div>
        <Refusals refusals={refusalsOf(planning.error)} focus />
      </KeyedForm>
    </details>
  )
}
