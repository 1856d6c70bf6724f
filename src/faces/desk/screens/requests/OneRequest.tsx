/** One request: what is asked for, who asks once it is opened by a click, and what was written about it. */
import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { shortDate } from '../../../portal/numbers.ts'
import { Refusals } from '../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../ui/Waiting.tsx'
import { refusalsOf } from '../../api/ask.ts'
import { lookAtRequest, type OpenedRequest, stateNow, useRequests } from '../../api/requests.ts'
import { useWords } from '../../words/words.ts'
import { RequestDeeds } from './RequestDeeds.tsx'

export function OneRequest({ id }: { id: string }) {
  const { t, language } = useWords()
  const { data, error } = useRequests()
  // Stays while it is looked at anew: a link that is shown once must not vanish with its screen.
  const [opened, setOpened] = useState<OpenedRequest | null>(null)
  const looking = useMutation({ mutationFn: () => lookAtRequest(id), onSuccess: setOpened })
  const request = data?.requests.find((each) => each.id === id)
  if (!data || !request) return error ? <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} /> : <WaitingTable />
  const state = stateNow(request, new Date().toISOString().slice(0, 10))
  const facts: [string, string][] = [
    [t('requests.state'), t(`requests.state.${state}`)],
    [t('requests.product'), `${request.product} · v${request.productVersion}`],
    [t('requests.received'), shortDate(request.recordedAt, language)],
    [t('requests.useUntil'), shortDate(request.useUntil, language)],
    ...(request.grantedUntil
      ? ([
          [t('requests.grantedUntil'), shortDate(request.grantedUntil, language)],
          [t('requests.openings'), t('requests.openedTimes', { n: request.openings })],
        ] as [string, string][])
      : []),
  ]
  return (
    <>
      <p className="small">
        <Link href="/requests">{t('nav.requests')}</Link>
      </p>
      <h1>{request.number}</h1>
      <dl className="facts">
        {facts.map(([name, said]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{said}</dd>
          </div>
        ))}
      </dl>
      <Refusals refusals={refusalsOf(looking.error)} focus />
      {state === 'erased' ? null : opened ? (
        <>
          <Opened opened={opened} />
          <RequestDeeds request={request} state={state} me={data.me} done={() => looking.mutate()} />
        </>
      ) : (
        <section className="card">
          <p>{t('requests.openNote')}</p>
          <Button loading={looking.isPending} onClick={() => looking.mutate()}>
            {t('requests.open')}
          </Button>
        </section>
      )}
    </>
  )
}

function Opened({ opened: { content, people } }: { opened: OpenedRequest }) {
  const { t, language } = useWords()
  if (!content) return <p>{t('requests.state.erased')}</p>
  return (
    <section className="card">
      <dl className="facts">
        {(['name', 'organisation', 'email', 'purpose'] as const).map((field) => (
          <div key={field}>
            <dt>{t(`requests.${field}`)}</dt>
            <dd>{content[field]}</dd>
          </div>
        ))}
      </dl>
      {content.notes.length > 0 && <h2>{t('requests.notes')}</h2>}
      <div>
        {content.notes.map(({ at, by, kind, text }) => (
          <div key={at}>
            <b>{t(`requests.note.${kind}`)}</b> · {by ? people[by] : ''} · {shortDate(at, language)}
            <p>{text}</p>
          </div>
        ))}
      </div>
    </section>
  )
}
