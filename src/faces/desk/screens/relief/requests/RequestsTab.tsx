/** Requests to the pipeline: a partner writes its own, the cluster decides, the pipeline releases; what is late stands above everything. */
import '../askAndGap.css'
import { useState } from 'react'
import { number, shortDate } from '../../../../portal/numbers.ts'
import { type Column, DataTable } from '../../../../ui/DataTable.tsx'
import { Empty } from '../../../../ui/Empty.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../../ui/Waiting.tsx'
import { refusalsOf } from '../../../api/ask.ts'
import { type ReliefRequest, useRequests, useThingNames } from '../../../api/reliefRequests.ts'
import { useHolds } from '../../../api/session.ts'
import { useWords } from '../../../words/words.ts'
import { Files } from '../Files.tsx'
import { Clocks } from './Clocks.tsx'
import { NewAssessment } from './NewAssessment.tsx'
import { NewRequest } from './NewRequest.tsx'
import { OneRequest } from './OneRequest.tsx'

const quantity = ({ lines }: ReliefRequest, print: (value: number) => string, nameOf: (code: string) => string) =>
  lines.map(({ code, asked, approved }) => `${approved === null ? print(asked) : `${print(approved)} / ${print(asked)}`} ${nameOf(code)}`).join(' · ')

export function RequestsTab() {
  const { t, language } = useWords()
  const isPartner = useHolds('partner')
  const assesses = useHolds('partner', 'clusterCoordinator', 'pipeline', 'monitoring')
  const { data, error } = useRequests()
  const nameOf = useThingNames()
  const [open, setOpen] = useState<string | null>(null)
  if (!data) return error ? <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} /> : <WaitingTable />
  const { decisionsLate, reportsLate, excused } = data.note
  const columns: Column<ReliefRequest>[] = [
    { key: 'number', title: t('ask.one'), header: true, value: (row) => row.year * 1e6 + row.number, cell: (row) => `${row.year}/${row.number}` },
    { key: 'who', title: t('fourW.organisation'), value: ({ organisationName }) => organisationName, cell: ({ organisationName }) => organisationName },
    { key: 'place', title: t('ask.place'), value: ({ place }) => place, cell: ({ placeName, place }) => placeName ?? place },
    { key: 'what', title: t('ask.thing'), cell: (row) => quantity(row, (value) => number(value, language), nameOf) },
    { key: 'needed', title: t('ask.neededBy'), value: ({ neededBy }) => neededBy, cell: ({ neededBy }) => shortDate(neededBy, language) },
    {
      ...{ key: 'state', title: t('ask.state'), value: ({ state }) => state },
      cell: ({ state, decisionLate, reportLate }) => (
        <>
          {t(`ask.state.${state}`)} {decisionLate && <span className="tag">{t('ask.decisionLate')}</span>}
          {reportLate && <span className="tag">{t('ask.reportLate')}</span>}
        </>
      ),
    },
    {
      ...{ key: 'open', title: t('ask.how') },
      cell: ({ id }) => (
        <button type="button" className="link" aria-expanded={open === id} onClick={() => setOpen(open === id ? null : id)}>
          {t(open === id ? 'ask.shut' : 'ask.open')}
        </button>
      ),
    },
  ]
  return (
    <>
      {decisionsLate.length + reportsLate.length > 0 && (
        <p className="tag late-line">{t('ask.late', { decisions: decisionsLate.length, reports: reportsLate.length })}</p>
      )}
      {excused.length > 0 && (
        <p className="small">{t('ask.excused', { list: excused.map(({ name, organisation, words }) => `${name} ${organisation}: ${words}`) })}</p>
      )}
      {data.requests.length === 0 && <Empty title={t('ask.none')}>{t('ask.noneNote')}</Empty>}
      {data.requests.length > 0 && (
        <>
          <DataTable
            rows={data.requests}
            columns={columns}
            rowKey={({ id }) => id}
            caption={t('relief.part.requests')}
            isOpen={({ id }) => id === open}
            onOpen={({ id }) => setOpen(open === id ? null : id)}
            details={(row) => <OneRequest request={row} />}
            stacks
          />
          <Files path="/api/relief/requests" />
        </>
      )}
      {isPartner && <NewRequest />}
      {assesses && <NewAssessment />}
      {!isPartner && data.requests.length > 0 && <Clocks clocks={data.clocks} />}
    </>
  )
}
