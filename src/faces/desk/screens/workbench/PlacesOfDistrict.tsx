/** The places of one district: outcome, figures against last time, findings. A row opens for its outcome and its cells; `c` corrects. */

import { useEffect, useRef, useState } from 'react'
import { isBeingChecked } from '../../../../engines/rounds/states.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../ui/Waiting.tsx'
import { refusalsOf } from '../../api/ask.ts'
import { useCodes } from '../../api/codes.ts'
import { type District, type PlaceLine, usePlaces, type Workbench } from '../../api/displacement.ts'
import { useHolds } from '../../api/session.ts'
import { useKeys } from '../../shell/keyboard.ts'
import { useWords } from '../../words/words.ts'
import { ChangeText } from './ChangeText.tsx'
import { CorrectDialog } from './CorrectDialog.tsx'
import { figureColumn, previousColumn } from './columns.tsx'
import { ListDeeds } from './ListDeeds.tsx'
import { PlaceDetails } from './PlaceDetails.tsx'

type Given = { bench: Workbench; district: District; onOther: (pcode: string | null) => void }

export function PlacesOfDistrict({ bench, district, onOther }: Given) {
  const { t, named, language } = useWords()
  const { label: reasonLabel } = useCodes('notAssessedReason')
  const { data: places, error } = usePlaces(bench.round.id, district.pcode)
  const [open, setOpen] = useState<string | null>(null)
  const [correcting, setCorrecting] = useState<PlaceLine | null>(null)
  const mayCorrect = useHolds('dataOfficer') && isBeingChecked(bench.round.state)
  const heading = useRef<HTMLHeadingElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another district: reading starts at its name
  useEffect(() => heading.current?.focus(), [district.pcode])
  const at = bench.districts.findIndex(({ pcode }) => pcode === district.pcode)
  const beside = (step: number) => bench.districts[(at + step + bench.districts.length) % bench.districts.length]!.pcode
  useKeys([
    { keys: ']', words: t('bench.nextDistrict'), act: () => onOther(beside(1)) },
    { keys: '[', words: t('bench.previousDistrict'), act: () => onOther(beside(-1)) },
    { keys: 'u', words: t('bench.allDistricts'), act: () => onOther(null) },
    // These two act on the row in focus; here they are told on the sheet of keys.
    { keys: 'Enter', words: t('bench.keyOutcome'), act: () => undefined },
    ...(mayCorrect ? [{ keys: 'c', words: t('bench.keyCorrect'), act: () => undefined }] : []),
  ])
  const toggle = ({ line }: PlaceLine) => setOpen(open === line ? null : line)
  const correct = (place: PlaceLine) => mayCorrect && place.cells.length > 0 && setCorrecting(place)
  const columns: Column<PlaceLine>[] = [
    {
      key: 'name',
      title: t('bench.place'),
      header: true,
      value: ({ name }) => name,
      cell: (place) => (
        <button type="button" className="link" aria-expanded={open === place.line} onClick={() => toggle(place)}>
          {place.name}
        </button>
      ),
    },
    {
      key: 'outcome',
      title: t('bench.outcome'),
      value: ({ outcome }) => outcome ?? '',
      cell: ({ outcome, reason, sourceRound }) => (
        <span className={outcome ? undefined : 'missing'}>
          {outcome ? named('value', outcome) : t('bench.waiting')}
          {reason && <small className="quiet"> {reasonLabel(reason)}</small>}
          {outcome === 'carried_forward' && sourceRound !== null && <small className="quiet"> {t('home.round', { round: String(sourceRound) })}</small>}
        </span>
      ),
    },
    { key: 'team', title: t('bench.team'), value: ({ team }) => team ?? null, cell: ({ team }) => team ?? <span className="quiet">{t('notSaid')}</span> },
    figureColumn('households', t('bench.households'), ({ households }) => households),
    figureColumn('individuals', t('bench.people'), ({ individuals }) => individuals),
    previousColumn(bench, t),
    {
      key: 'change',
      title: t('bench.change'),
      number: true,
      cell: ({ individuals, previousIndividuals }) => <ChangeText now={individuals} before={previousIndividuals} language={language} />,
    },
    {
      key: 'findings',
      title: t('bench.findings'),
      number: true,
      value: ({ findings }) => findings,
      cell: ({ findings }) => (findings === 0 ? <span className="quiet">0</span> : <b className="odd warnings">{findings}</b>),
    },
  ]
  return (
    <section>
      <div className="page-head district-head">
        <h2 ref={heading} tabIndex={-1}>
          {district.name} <small className="quiet">{district.province}</small>
        </h2>
        <div className="deeds">
          <button type="button" className="link" onClick={() => onOther(null)}>
            <Icon name="up" size={12} /> {t('bench.allDistricts')} <kbd>u</kbd>
          </button>
          <button type="button" className="link" onClick={() => onOther(beside(1))}>
            {t('bench.nextDistrict')} <kbd>]</kbd>
          </button>
        </div>
      </div>
      <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} />
      {!places && !error && <WaitingTable />}
      {places && (
        <DataTable
          rows={places}
          columns={columns}
          rowKey={({ line }) => line}
          caption={district.name}
          onOpen={toggle}
          rowKeys={{ c: correct }}
          isOpen={({ line }) => line === open}
          details={(place) => (
            <PlaceDetails key={place.line} bench={bench} place={place} onCorrect={mayCorrect ? () => correct(place) : null} onDone={() => setOpen(null)} />
          )}
          totals
        />
      )}
      <ListDeeds bench={bench} district={district} />
      {correcting && <CorrectDialog key={correcting.line} round={bench.round.id} place={correcting} onClose={() => setCorrecting(null)} />}
    </section>
  )
}
