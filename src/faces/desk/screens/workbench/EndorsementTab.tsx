/** The Government's page: what is asked, the numbers with their change, a reservation beside any place, and the decision. It prints on A4. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import { longDate } from '../../../portal/numbers.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { useDraft } from '../../../ui/draft.ts'
import { CountText } from '../../../ui/Unknown.tsx'
import type { District, Workbench } from '../../api/displacement.ts'
import { useHolds } from '../../api/session.ts'
import { useWords } from '../../words/words.ts'
import { ChangeText } from './ChangeText.tsx'
import { DecisionForm, type Reservations } from './DecisionForm.tsx'
import { DistrictReview } from './DistrictReview.tsx'
import { countedSoFar, known } from './figures.ts'
import { PastDecisions } from './PastDecisions.tsx'
import type { TabGiven } from './Workbench.tsx'

const noReservations: { list: Reservations } = { list: {} }

export function EndorsementTab({ bench }: TabGiven) {
  const { t, language } = useWords()
  const { round, operation } = bench
  const mayDecide = useHolds('governmentReviewer') && round.state === 'government_review'
  const draft = useDraft(`reservations ${round.id} ${round.frozenHash}`, noReservations)
  const [open, setOpen] = useState<string | null>(null)
  const reserve = (place: string, name: string) => draft.set({ list: { ...draft.value.list, [place]: { name, text: draft.value.list[place]?.text ?? '' } } })
  return (
    <div className="endorsement">
      <section className="card">
        <h2>{t('bench.asked')}</h2>
        <p>
          {round.state === 'draft' ||
          round.state === 'planned' ||
          round.state === 'collecting' ||
          round.state === 'cleaning' ||
          round.state === 'technical_review'
            ? t('bench.askedNotYet')
            : t('bench.askedSentence', { round: String(round.number), operation: operation.name })}
        </p>
        <dl className="facts">
          <div>
            <dt>{t('rounds.reportingDate')}</dt>
            <dd>{round.reportingDate ? longDate(round.reportingDate, language) : t('unknown')}</dd>
          </div>
          <div>
            <dt>{t('bench.people')}</dt>
            <dd>
              <CountText value={bench.totals.individuals} />{' '}
              {bench.previous && <ChangeText now={bench.totals.individuals} before={bench.previous.individuals} language={language} />}
            </dd>
          </div>
          <div>
            <dt>{t('bench.households')}</dt>
            <dd>
              <CountText value={bench.totals.households} />
            </dd>
          </div>
          <div className="hash">
            <dt>{t('bench.frozen')}</dt>
            <dd>{round.frozenHash ? <code>{round.frozenHash}</code> : <span className="quiet">{t('bench.notFrozen')}</span>}</dd>
          </div>
        </dl>
        <Button variant="default" className="no-print" onClick={() => window.print()}>
          {t('bench.print')}
        </Button>
      </section>
      <section>
        <h2>{t('bench.numbersByDistrict')}</h2>
        <ReviewTable
          bench={bench}
          open={open}
          onToggle={({ pcode }) => setOpen(open === pcode ? null : pcode)}
          reserved={draft.value.list}
          onReserve={mayDecide ? reserve : null}
        />
      </section>
      {mayDecide && <DecisionForm bench={bench} reservations={draft.value.list} onReservations={(list) => draft.set({ list })} onDone={draft.forget} />}
      <PastDecisions endorsements={bench.endorsements} />
    </div>
  )
}

type TableGiven = {
  bench: Workbench
  open: string | null
  onToggle: (district: District) => void
  reserved: Reservations
  onReserve: ((place: string, name: string) => void) | null
}

function ReviewTable({ bench, open, onToggle, reserved, onReserve }: TableGiven) {
  const { t, language } = useWords()
  const columns: Column<District>[] = [
    {
      key: 'name',
      title: t('bench.district'),
      header: true,
      value: ({ name }) => name,
      cell: (row) => (
        <button type="button" className="link" aria-expanded={open === row.pcode} onClick={() => onToggle(row)}>
          {row.name}
        </button>
      ),
    },
    {
      key: 'assessed',
      title: t('bench.assessed'),
      number: true,
      value: ({ assessed }) => assessed,
      cell: ({ assessed, expected }) => `${assessed} / ${expected}`,
    },
    {
      key: 'households',
      title: t('bench.households'),
      number: true,
      total: true,
      value: (row) => known(countedSoFar(row, row.households)),
      cell: (row) => <CountText value={countedSoFar(row, row.households)} />,
    },
    {
      key: 'people',
      title: t('bench.people'),
      number: true,
      total: true,
      value: (row) => known(countedSoFar(row, row.individuals)),
      cell: (row) => <CountText value={countedSoFar(row, row.individuals)} />,
    },
    {
      key: 'previous',
      title: bench.previous ? t('bench.previous', { round: String(bench.previous.number) }) : t('bench.before'),
      number: true,
      total: true,
      value: ({ previousIndividuals }) => known(previousIndividuals),
      cell: ({ previousIndividuals }) => <CountText value={previousIndividuals} />,
    },
    {
      key: 'change',
      title: t('bench.change'),
      number: true,
      cell: (row) => <ChangeText now={countedSoFar(row, row.individuals)} before={row.previousIndividuals} language={language} />,
    },
  ]
  return (
    <DataTable
      rows={bench.districts}
      columns={columns}
      rowKey={({ pcode }) => pcode}
      caption={t('bench.numbersByDistrict')}
      onOpen={onToggle}
      isOpen={({ pcode }) => pcode === open}
      details={({ pcode }) => <DistrictReview round={bench.round.id} district={pcode} reserved={reserved} onReserve={onReserve} />}
      totals
    />
  )
}
