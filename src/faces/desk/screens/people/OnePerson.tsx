/** One account: its rights, a link to sign in, closing and opening it. */
import { Button, Modal } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { WaitingPage } from '../../../ui/Waiting.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { useMe } from '../../api/session.ts'
import { NotFound } from '../../shell/NotFound.tsx'
import { useWords } from '../../words/words.ts'
import { AccountState } from './PersonList.tsx'
import { type Person, type Rights, useChangingPerson, usePeople } from './people.ts'
import { RightsInput } from './RightsInput.tsx'
import { Secret } from './Secret.tsx'
import { WaysIn } from './WaysIn.tsx'
import { WorksForInput } from './WorksForInput.tsx'

export function OnePerson({ id }: { id: string }) {
  const { t } = useWords()
  const { data, error } = usePeople()
  if (error && !data) return <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} />
  if (!data) return <WaitingPage />
  const person = data.find((each) => each.id === id)
  if (!person) return <NotFound />
  return (
    <>
      <div className="page-head">
        <div>
          <p className="kicker">
            <Link href="/people">{t('people.back')}</Link>
          </p>
          <h1>{person.name}</h1>
          <p>
            {person.email} {person.organisation && <span className="quiet">· {person.organisation}</span>} · <AccountState person={person} />
          </p>
        </div>
        <div className="deeds">
          <Link href={`/audit?who=${person.id}`}>{t('people.auditOf')}</Link>
        </div>
      </div>
      <div className="person">
        <RightsForm person={person} />
        <div>
          <Door person={person} />
          {!person.disabledAt && <WaysIn of={`/api/people/${person.id}`} />}
        </div>
      </div>
    </>
  )
}

function RightsForm({ person }: { person: Person }) {
  const { t } = useWords()
  const [rights, setRights] = useState<Rights>({ roles: person.roles, areas: person.areas })
  const [worksFor, setWorksFor] = useState(person.worksFor)
  const changing = useChangingPerson(person.id)
  return (
    <section className="card">
      <Refusals refusals={refusalsOf(changing.error)} focus />
      <KeyedForm onSave={() => changing.mutate({ ...rights, worksFor })} label={t('people.roles')}>
        <RightsInput value={rights} onChange={setRights} />
        <WorksForInput value={worksFor} onChange={setWorksFor} />
        <p className="small quiet">{t('people.changesNote')}</p>
        <div className="form-deeds">
          <Button type="submit" loading={changing.isPending} disabled={rights.roles.length === 0 || rights.areas.length === 0}>
            {t('save')}
          </Button>
          <span role="status" className="small quiet">
            {changing.isSuccess && t('saved')}
          </span>
        </div>
      </KeyedForm>
    </section>
  )
}

/** Telephone and recovery codes gone: the factor is taken away, and everything that was open with it. */
function LostPhone({ person }: { person: Person }) {
  const { t } = useWords()
  const answers = useQueryClient()
  const [asking, setAsking] = useState(false)
  const removing = useMutation({
    mutationFn: () => post(`/api/people/${person.id}/remove-second-factor`),
    onSuccess: async () => {
      setAsking(false)
      await answers.invalidateQueries()
    },
  })
  return (
    <>
      <p className="person-close">
        <button type="button" className="link" onClick={() => setAsking(true)}>
          {t('people.removeFactor')}
        </button>
      </p>
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('people.removeFactorTitle', { name: person.name })}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        <Refusals refusals={refusalsOf(removing.error)} focus />
        <p>{t('people.removeFactorNote')}</p>
        <div className="form-deeds">
          <Button onClick={() => removing.mutate()} loading={removing.isPending}>
            {t('people.removeFactor')}
          </Button>
          <Button variant="default" onClick={() => setAsking(false)}>
            {t('cancel')}
          </Button>
        </div>
      </Modal>
    </>
  )
}

function Door({ person }: { person: Person }) {
  const { t } = useWords()
  const me = useMe()
  const [closing, setClosing] = useState(false)
  const linking = useMutation({ mutationFn: () => post<{ link: string }>(`/api/people/${person.id}/link`) })
  const changing = useChangingPerson(person.id, () => setClosing(false))
  return (
    <section className="card">
      <Refusals refusals={refusalsOf(linking.error)} focus />
      {!closing && <Refusals refusals={refusalsOf(changing.error)} focus />}
      {!person.disabledAt && (
        <Button variant="default" onClick={() => linking.mutate()} loading={linking.isPending}>
          {t('people.link')}
        </Button>
      )}
      {linking.data && <Secret words={t('people.linkMade', { name: person.name })} value={linking.data.link} />}
      {person.hasSecondFactor && person.id !== me?.id && <LostPhone person={person} />}
      <p className="person-close">
        {person.disabledAt ? (
          <Button variant="default" onClick={() => changing.mutate({ disabled: false })} loading={changing.isPending}>
            {t('people.reopen')}
          </Button>
        ) : (
          <button type="button" className="link" onClick={() => setClosing(true)}>
            {t('people.close')}
          </button>
        )}
      </p>
      <Modal
        opened={closing}
        onClose={() => setClosing(false)}
        title={t('people.closeTitle', { name: person.name })}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        <Refusals refusals={refusalsOf(changing.error)} focus />
        <p>{t('people.closeNote')}</p>
        <div className="form-deeds">
          <Button onClick={() => changing.mutate({ disabled: true })} loading={changing.isPending}>
            {t('people.close')}
          </Button>
          <Button variant="default" onClick={() => setClosing(false)}>
            {t('cancel')}
          </Button>
        </div>
      </Modal>
    </section>
  )
}
