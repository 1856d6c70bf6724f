/** Forms that could not be taken as they came: kept whole, each with its reason, until a person decides. Nothing is deleted by deciding. */
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
import { moment } from '../review/moment.ts'

type Kept = {
  id: string
  formCode: string
  formVersionName: string | null
  instanceId: string
  reason: string
  sibling: string | null
  decision: string | null
  recordedAt: string
}

export function AsideScreen() {
  const { t, named, language } = useWords()
  const mayDecide = useHolds('dataOfficer', 'coordinator')
  const { data, error } = useQuery({
    queryKey: [...formsKey, 'aside'],
    queryFn: () => get<{ rows: Kept[] }>('/api/forms/quarantine?sort=recordedAt&descending=true&limit=200'),
  })
  const deciding = useDeedOn(({ id, decision }: { id: string; decision: string }) => post(`/api/forms/review/quarantine/${id}/decide`, { decision }))
  const open = data?.rows.filter(({ decision }) => decision === null) ?? []
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t('forms.part.aside')}</h1>
          <p className="quiet">{t('aside.intro')}</p>
        </div>
      </div>
      <FieldTabs at="aside" />
      <Refusals refusals={[...refusalsOf(error), ...refusalsOf(deciding.error)]} focus />
      {!data && !error && <WaitingTable />}
      {data && open.length === 0 && <Empty title={t('aside.none')}>{t('aside.noneNote')}</Empty>}
      <ul className="decisions">
        {open.map(({ id, formCode, formVersionName, instanceId, reason, sibling, recordedAt }) => (
          <li key={id} className="card">
            <h2>{`${formCode} ${formVersionName ?? ''}`}</h2>
            <p>{named('aside.reason', reason)}</p>
            <p className="small quiet">
              {moment(recordedAt, language)} · <code>{instanceId}</code>
            </p>
            {mayDecide && (
              <div className="form-deeds">
                <Button size="xs" loading={deciding.isPending} onClick={() => deciding.mutate({ id, decision: 'taken' })}>
                  {t('aside.take')}
                </Button>
                {sibling && (
                  <Button size="xs" variant="default" loading={deciding.isPending} onClick={() => deciding.mutate({ id, decision: 'kept-other' })}>
                    {t('aside.keepOther')}
                  </Button>
                )}
                <button type="button" className="link" onClick={() => deciding.mutate({ id, decision: 'withdrawn' })}>
                  {t('aside.withdraw')}
                </button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
