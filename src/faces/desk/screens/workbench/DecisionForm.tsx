/** Agree, agree with reservations, or return with reasons; asked once more with the consequence named. Reservations are drafts until then. */
import { Button, Modal, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useDraft } from '../../../ui/draft.ts'
import { useBilingual } from '../../../ui/language.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { refusalsOf } from '../../api/ask.ts'
import type { Workbench } from '../../api/displacement.ts'
import { useSession } from '../../api/session.ts'
import { useWords } from '../../words/words.ts'
import { takeStep, useDeed } from './deeds.ts'

export type Reservations = Record<string, { name: string; text: string }>
type Given = { bench: Workbench; reservations: Reservations; onReservations: (list: Reservations) => void; onDone: () => void }

export function DecisionForm({ bench, reservations, onReservations, onDone }: Given) {
  const { t } = useWords()
  const mine = useBilingual()
  const { data: session } = useSession()
  const { round } = bench
  const usualOffice = session?.country.reviewOffice ? `${session.country.reviewOffice.short}, ${mine(session.country.reviewOffice.names)}` : ''
  const { value, set, forget, keptHere } = useDraft(`decision ${round.id} ${round.frozenHash}`, { office: usualOffice, decidedOn: '', text: '' })
  const [sure, setSure] = useState<'endorse' | 'return' | null>(null)
  const places = Object.entries(reservations)
  const n = places.length
  const deciding = useDeed(
    round.id,
    (step: 'endorse' | 'return') =>
      step === 'return'
        ? takeStep(round.id, 'return', { office: value.office, text: value.text })
        : takeStep(round.id, 'endorse', {
            office: value.office,
            decision: n > 0 ? 'endorsed_with_reservations' : 'endorsed',
            decidedOn: value.decidedOn || undefined,
            reservations: places.map(([place, { text }]) => ({ place, text })),
          }),
    () => {
      forget()
      onDone()
      setSure(null)
    },
  )
  const withdraw = (place: string) => onReservations(Object.fromEntries(places.filter(([each]) => each !== place)))
  const unwritten = places.some(([, { text }]) => text.trim() === '')
  return (
    <section className="card decision no-print">
      <h2>{t('bench.decision')}</h2>
      <h3>{t('bench.reservations')}</h3>
      {n === 0 && <p className="small quiet">{t('bench.noReservations')}</p>}
      <div className="form">
        {places.map(([place, { name, text }]) => (
          <div key={place}>
            <Textarea
              label={t('bench.reservationOn', { place: name })}
              value={text}
              maxLength={2000}
              onChange={(event) => onReservations({ ...reservations, [place]: { name, text: event.currentTarget.value } })}
            />
            <button type="button" className="link small" onClick={() => withdraw(place)}>
              {t('bench.removeReservation')}
              <span className="unseen">: {name}</span>
            </button>
          </div>
        ))}
        <div className="side-by-side">
          <TextInput label={t('bench.office')} maxLength={200} value={value.office} onChange={(event) => set({ office: event.currentTarget.value })} />
          <TextInput type="date" label={t('bench.decidedOn')} value={value.decidedOn} onChange={(event) => set({ decidedOn: event.currentTarget.value })} />
        </div>
        <div className="form-deeds">
          <Button disabled={unwritten || value.office.trim() === ''} onClick={() => setSure('endorse')}>
            {n > 0 ? t('bench.agreeWith', { n }) : t('bench.agree')}
          </Button>
          {keptHere && <span className="small quiet">{t('keptHere')}</span>}
        </div>
        <Textarea
          label={t('bench.returnReasons')}
          description={t('bench.returnHint')}
          maxLength={2000}
          value={value.text}
          onChange={(event) => set({ text: event.currentTarget.value })}
        />
        <div className="form-deeds">
          <Button variant="default" disabled={value.text.trim() === '' || value.office.trim() === ''} onClick={() => setSure('return')}>
            {t('bench.returnIt')}
          </Button>
        </div>
      </div>
      <Modal
        opened={sure !== null}
        onClose={() => setSure(null)}
        title={t(sure === 'return' ? 'bench.sureReturn' : 'bench.sureAgree', { round: String(round.number) })}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        <p>{sure === 'return' ? t('bench.sureReturnNote') : t('bench.sureAgreeNote', { office: value.office })}</p>
        <Refusals refusals={refusalsOf(deciding.error)} focus />
        <div className="form-deeds">
          <Button loading={deciding.isPending} onClick={() => sure && deciding.mutate(sure)}>
            {sure === 'return' ? t('bench.returnIt') : n > 0 ? t('bench.agreeWith', { n }) : t('bench.agree')}
          </Button>
          <Button variant="default" onClick={() => setSure(null)}>
            {t('cancel')}
          </Button>
        </div>
      </Modal>
    </section>
  )
}
