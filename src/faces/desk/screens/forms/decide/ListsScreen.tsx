/** Changes of list items that met another change: what it was, what it is now, what the form proposes, side by side, until somebody decides. */
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Empty } from '../../../../ui/Empty.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../../ui/Waiting.tsx'
import { get, post, refusalsOf } from '../../../api/ask.ts'
import { formsKey } from '../../../api/forms.ts'
import { useHolds } from '../../../api/session.ts'
import { useWords } from '../../../words/words.ts'
import { useDeedOn } from '../author/useDeedOn.ts'
import { FieldTabs } from '../FieldTabs.tsx'

type Values = Record<string, string>
type Proposal = { id: string; entity: string; kind: 'hard' | 'soft' | 'held' | 'unknown'; base: Values; theirs: Values; ours: Values; decision: string | null }

export function ListsScreen() {
  const { t } = useWords()
  const mayDecide = useHolds('dataOfficer', 'coordinator')
  const { data, error } = useQuery({
    queryKey: [...formsKey, 'proposals'],
    queryFn: () => get<{ rows: Proposal[] }>('/api/forms/item-proposal?sort=recordedAt&limit=200'),
  })
  const deciding = useDeedOn(({ id, decision }: { id: string; decision: string }) => post(`/api/forms/review/proposals/${id}/decide`, { decision }))
  const open = data?.rows.filter(({ decision }) => decision === null) ?? []
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t('forms.part.lists')}</h1>
          <p className="quiet">{t('proposals.intro')}</p>
        </div>
      </div>
      <FieldTabs at="lists" />
      <Refusals refusals={[...refusalsOf(error), ...refusalsOf(deciding.error)]} focus />
      {!data && !error && <WaitingTable />}
      {data && open.length === 0 && <Empty title={t('proposals.none')}>{t('proposals.noneNote')}</Empty>}
      <ul className="decisions">
        {open.map((proposal) => (
          <li key={proposal.id} className="card">
            <p>{t(`proposals.${proposal.kind}`)}</p>
            <Compared proposal={proposal} />
            {mayDecide && (
              <div className="form-deeds">
                <Button
                  size="xs"
                  loading={deciding.isPending}
                  onClick={() => deciding.mutate({ id: proposal.id, decision: proposal.kind === 'held' ? 'forced' : 'applied' })}
                >
                  {t('proposals.apply')}
                </Button>
                <Button size="xs" variant="default" loading={deciding.isPending} onClick={() => deciding.mutate({ id: proposal.id, decision: 'kept-current' })}>
                  {t('proposals.keep')}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function Compared({ proposal: { base, theirs, ours } }: { proposal: Proposal }) {
  const { t } = useWords()
  const names = [...new Set([...Object.keys(base), ...Object.keys(theirs), ...Object.keys(ours)])]
  const cell = (value: string | undefined) => (value ? value : <span className="quiet">{t('review.leftEmpty')}</span>)
  return (
    <div className="table-frame">
      <table className="data">
        <caption className="unseen">{t('forms.part.lists')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('proposals.property')}</th>
            <th scope="col">{t('proposals.base')}</th>
            <th scope="col">{t('proposals.theirs')}</th>
            <th scope="col">{t('proposals.ours')}</th>
          </tr>
        </thead>
        <tbody>
          {names.map((name) => (
            <tr key={name}>
              <th scope="row">
                <code>{name}</code>
              </th>
              <td>{cell(base[name])}</td>
              <td>{cell(theirs[name])}</td>
              <td>{ours[name] === undefined ? <span className="quiet">{t('proposals.same')}</span> : <b>{cell(ours[name])}</b>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
