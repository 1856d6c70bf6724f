/** Who came, or who teaches: looked for first, so that nobody is registered twice; registered only with consent; whoever refuses is counted and nothing else of them is kept. */
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { isRefusal, post, refusalsOf } from '../../api/ask.ts'
import { useCodes } from '../../api/codes.ts'
import { type KnownLearner, useCoordinationDeed, useOrganisationChoices } from '../../api/coordination.ts'
import { useWords } from '../../words/words.ts'

const audiences = ['official', 'border', 'police', 'civil_society', 'partner', 'focal', 'other'] as const
const empty = { name: '', phone: '', email: '', organisation: '', unit: '', audience: 'official', sex: '' }
const wording = 'formacao-1'

/** Null: only counted. */
type Added = { id: string | null }
type Given = { title: string; address: string; added?: () => void; teaches?: (known: KnownLearner) => void }

/** `teaches`: for a trainer, who is chosen and not entered into a list, and cannot be only counted. */
export function AddParticipant({ title, address, added, teaches }: Given) {
  const { t } = useWords()
  const sexes = useCodes('sex')
  const organisations = useOrganisationChoices()
  const [value, setValue] = useState(empty)
  const [agrees, setAgrees] = useState(false)
  const [found, setFound] = useState<KnownLearner[] | null>(null)
  const clear = () => {
    setValue(empty)
    setAgrees(false)
    setFound(null)
  }
  const adding = useCoordinationDeed(
    (who: object) => post<Added>(address, who),
    (answer) => {
      clear()
      added?.()
      if (teaches && answer.id) teaches({ id: answer.id, name: value.name, organisation: null })
    },
  )
  const choose = (one: KnownLearner) => {
    if (!teaches) return adding.mutate({ learner: one.id })
    clear()
    teaches(one)
  }
  const searching = useCoordinationDeed(
    () => post<{ found: KnownLearner[] }>('/api/coordination/learners/search', { name: value.name }),
    (answer) => setFound(answer.found),
  )
  const { name, phone, email, organisation, unit, audience, sex } = value
  const person = {
    name,
    phone: phone || null,
    email: email || null,
    organisation: organisation || null,
    unit: unit || null,
    audience,
    sex,
    consentWording: agrees ? wording : '',
  }
  const input = (field: 'name' | 'phone' | 'email' | 'unit') => (
    <TextInput label={t(`learning.add.${field}`)} value={value[field]} onChange={({ currentTarget }) => setValue({ ...value, [field]: currentTarget.value })} />
  )
  const isAlike = isRefusal(adding.error) && adding.error.refusals.some(({ code }) => code === 'learner.perhaps-known')
  const ready = name.trim() !== '' && sex !== ''
  return (
    <section className="card after-table coordination-form">
      <h2>{title}</h2>
      <Refusals refusals={[...refusalsOf(adding.error), ...refusalsOf(searching.error)]} focus />
      <KeyedForm onSave={() => ready && adding.mutate({ person, another: false })} label={title}>
        <div className="side-by-side">
          {input('name')}
          <NativeSelect
            label={t('learning.add.sex')}
            value={sex}
            onChange={({ currentTarget }) => setValue({ ...value, sex: currentTarget.value })}
            data={[{ value: '', label: t('reconcile.choose') }, ...sexes.options]}
          />
          <NativeSelect
            label={t('learning.add.audience')}
            value={audience}
            onChange={({ currentTarget }) => setValue({ ...value, audience: currentTarget.value })}
            data={audiences.map((each) => ({ value: each, label: t(`learning.audience.${each}`) }))}
          />
          <NativeSelect
            label={t('learning.organisation')}
            value={organisation}
            onChange={({ currentTarget }) => setValue({ ...value, organisation: currentTarget.value })}
            data={[{ value: '', label: t('notSaid') }, ...organisations]}
          />
          {input('unit')}
          {input('phone')}
          {input('email')}
        </div>
        <p className="quiet">{t('learning.consentWords')}</p>
        <Checkbox label={t('learning.agrees')} checked={agrees} onChange={({ currentTarget }) => setAgrees(currentTarget.checked)} />
        {found && (
          <ul>
            {found.length === 0 && <li className="quiet">{t('learning.notFound')}</li>}
            {found.map((one) => (
              <li key={one.id}>
                {one.name} {one.organisation && `(${one.organisation})`}{' '}
                <Button size="compact-sm" variant="default" onClick={() => choose(one)}>
                  {t('learning.thisOne')}
                </Button>
              </li>
            ))}
          </ul>
        )}
        <div className="form-deeds">
          <Button variant="default" disabled={name.trim() === ''} loading={searching.isPending} onClick={() => searching.mutate(undefined)}>
            {t('learning.search')}
          </Button>
          <Button type="submit" disabled={!ready} loading={adding.isPending}>
            {title}
          </Button>
          {isAlike && (
            <Button variant="default" onClick={() => adding.mutate({ person, another: true })}>
              {t('learning.another')}
            </Button>
          )}
          {!teaches && (
            <Button variant="subtle" disabled={sex === ''} onClick={() => adding.mutate({ refusedBy: { sex } })}>
              {t('learning.countOnly')}
            </Button>
          )}
        </div>
      </KeyedForm>
    </section>
  )
}
