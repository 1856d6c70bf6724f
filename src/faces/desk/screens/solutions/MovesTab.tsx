/** The way of each household: who has consented, what is known of the destination, what the next step waits for. */
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { longDate } from '../../../portal/numbers.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../ui/Waiting.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { type Pathway, solutionsOfficers, usePathways } from '../../api/solutions.ts'
import { useDeed } from '../../api/useDeed.ts'
import { LifeSteps } from '../../shell/LifeSteps.tsx'
import { useWords } from '../../words/words.ts'
import { NewPathway } from './NewPathway.tsx'

export function MovesTab() {
  const { t } = useWords()
  const { data, error } = usePathways()
  if (!data) return error ? <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} /> : <WaitingTable />
  return (
    <div className="solutions-parts">
      {data.pathways.length === 0 && <Empty title={t('moves.none')}>{t('moves.noneNote')}</Empty>}
      {data.pathways.map((pathway) => (
        <One key={pathway.id} pathway={pathway} />
      ))}
      <NewPathway />
    </div>
  )
}

function One({ pathway }: { pathway: Pathway }) {
  const { t, named, language } = useWords()
  const withdrawing = useDeed(['solutions'], (id: string) => post(`/api/solutions/consents/${id}/withdraw`, { on: new Date().toISOString().slice(0, 10) }))
  const { information, consents, missing } = pathway
  return (
    <section className="card">
      <h2>
        {pathway.household} <span className="tag">{named('pathwayState', pathway.state)}</span>
      </h2>
      <p className="quiet">
        {named('pathway', pathway.kind)} · {pathway.destinationName ?? pathway.destination}
      </p>
      <p className="small">
        {(['safety', 'services', 'land'] as const)
          .map((about) => `${t(`moves.${about}`)}: ${information[about] ? longDate(information[about], language) : t('moves.notKnown')}`)
          .join(' · ')}
      </p>
      {pathway.underQuestion && <p className="tag">{t('moves.underQuestion', { case: pathway.underQuestion })}</p>}
      <ul className="plain">
        {consents.map(({ id, adult, givenOn, withdrawnOn, language: spoken }) => (
          <li key={id}>
            {t('moves.consentLine', { adult, day: longDate(givenOn, language), language: spoken })}{' '}
            {withdrawnOn ? (
              <span className="tag">{t('moves.withdrawn', { day: longDate(withdrawnOn, language) })}</span>
            ) : (
              <Button size="compact-sm" variant="default" onClick={() => withdrawing.mutate(id)}>
                {t('moves.withdraw')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {missing.length > 0 && <Consents id={pathway.id} missing={missing} />}
      <LifeSteps domain="solutions" path="pathway" id={pathway.id} by={solutionsOfficers} />
    </section>
  )
}

const subjects = ['safety', 'services', 'land', 'journey', 'assistance', 'right_to_stay'] as const
const methods = ['signature', 'thumb_mark', 'spoken_before_witness'] as const

/** One adult at a time: nobody's mark counts for another. */
function Consents({ id, missing }: { id: string; missing: readonly string[] }) {
  const { t } = useWords()
  const [adult, setAdult] = useState(missing[0]!)
  const [spoken, setSpoken] = useState('')
  const [method, setMethod] = useState<string>(methods[0])
  const consenting = useDeed(['solutions'], () =>
    post(`/api/solutions/pathways/${id}/consents`, {
      ...{ adult, language: spoken.trim(), method, informedOn: subjects, givenOn: new Date().toISOString().slice(0, 10) },
    }),
  )
  return (
    <KeyedForm onSave={() => spoken.trim() && consenting.mutate(undefined)} label={t('moves.consent')}>
      <div className="side-by-side">
        <NativeSelect label={t('moves.adult')} value={adult} onChange={({ currentTarget }) => setAdult(currentTarget.value)} data={[...missing]} />
        <TextInput label={t('moves.language')} value={spoken} onChange={({ currentTarget }) => setSpoken(currentTarget.value)} />
        <NativeSelect
          label={t('moves.method')}
          value={method}
          onChange={({ currentTarget }) => setMethod(currentTarget.value)}
          data={methods.map((each) => ({ value: each, label: t(`moves.method.${each}`) }))}
        />
      </div>
      <p className="small quiet">{t('moves.consentNote')}</p>
      <div className="form-deeds">
        <Button type="submit" variant="default" disabled={!spoken.trim()} loading={consenting.isPending}>
          {t('moves.consent')}
        </Button>
      </div>
      <Refusals refusals={refusalsOf(consenting.error)} focus />
    </KeyedForm>
  )
}
