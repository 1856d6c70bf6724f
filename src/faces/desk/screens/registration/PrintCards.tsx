/** Cards of an exercise: those without one, or all; how many pages it makes; a replaced card with its reason; and which prints no longer hold. */
import { Button, Checkbox, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import { number, shortDate } from '../../../portal/numbers.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { householdNumber } from '../../../ui/householdNumber.ts'
import { Refusals } from '../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../ui/Waiting.tsx'
import { postForFile, refusalsOf } from '../../api/ask.ts'
import { useRegistrationDeed } from '../../api/registration.ts'
import { type CardLine, type ReasonAgain, type RevokedCard, reasonsAgain, useCards } from '../../api/registrationBench.ts'
import { useChosen } from '../../shell/useChosen.ts'
import { useWords } from '../../words/words.ts'
import { ExerciseHead } from './ExerciseHead.tsx'
import { today } from './today.ts'

const cardsOnPage = 8

export function PrintCards({ id }: { id: string }) {
  const { t, language } = useWords()
  const [search] = useChosen()
  const only = search.get('only') === 'all' ? 'all' : 'without-card'
  const { data, error } = useCards(id, only)
  return (
    <>
      <ExerciseHead id={id} title={t('registrar.cards')} />
      <p>{t('registrar.cardsNote')}</p>
      <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} />
      <nav className="tabs" aria-label={t('registrar.cards')}>
        <Link href={`/registration/exercises/${id}/cards`} aria-current={only === 'all' ? undefined : 'page'}>
          {t('registrar.withoutCard', { n: data?.withoutCard ?? 0 })}
        </Link>
        <Link href={`/registration/exercises/${id}/cards?only=all`} aria-current={only === 'all' ? 'page' : undefined}>
          {t('registrar.allHouseholds')}
        </Link>
      </nav>
      {!data && !error && <WaitingTable />}
      {data && data.lines.length === 0 && <Empty title={t('registrar.noCards')}>{t('registrar.noCardsNote')}</Empty>}
      {data && data.matching > data.lines.length && (
        <p className="quiet">{t('registrar.cardsMore', { shown: number(data.lines.length, language), n: data.matching })}</p>
      )}
      {data && data.lines.length > 0 && <Choosing key={only} lines={data.lines} />}
      {data && data.revoked.length > 0 && <Revoked cards={data.revoked} />}
    </>
  )
}

function Choosing({ lines }: { lines: CardLine[] }) {
  const { t, language } = useWords()
  const [left, setLeft] = useState<string[]>([])
  const [reason, setReason] = useState<ReasonAgain | ''>('')
  const chosen = lines.filter(({ household }) => !left.includes(household))
  const again = chosen.filter(({ prints }) => prints > 0)
  const printing = useRegistrationDeed(() =>
    postForFile('/api/registration/cards', { households: chosen.map(({ household }) => household), ...(reason ? { reason } : {}) }, `cards-${today()}.pdf`),
  )
  const toggle = (household: string) => setLeft(left.includes(household) ? left.filter((each) => each !== household) : [...left, household])
  const columns: Column<CardLine>[] = [
    {
      key: 'number',
      title: t('registration.number'),
      header: true,
      value: (line) => line.number,
      cell: ({ household, number: named }) => (
        <Checkbox checked={!left.includes(household)} onChange={() => toggle(household)} label={householdNumber(named)} />
      ),
    },
    { key: 'place', title: t('registration.place'), value: ({ place, placeName }) => placeName ?? place, cell: ({ place, placeName }) => placeName ?? place },
    { key: 'people', title: t('registration.members'), number: true, value: ({ people }) => people, cell: ({ people }) => number(people, language) },
    {
      key: 'prints',
      title: t('registrar.lastPrint'),
      value: ({ prints }) => prints,
      cell: ({ prints, printedOn }) =>
        prints === 0 ? t('registrar.neverPrinted') : t('registrar.printOn', { print: prints, day: shortDate(printedOn!, language) }),
    },
  ]
  return (
    <>
      <div className="form-deeds">
        <button type="button" className="link" onClick={() => setLeft([])}>
          {t('registrar.chooseAll')}
        </button>
        <button type="button" className="link" onClick={() => setLeft(lines.map(({ household }) => household))}>
          {t('registrar.chooseNone')}
        </button>
      </div>
      <DataTable rows={lines} columns={columns} rowKey={({ household }) => household} caption={t('registrar.cards')} />
      <section className="card after-table">
        <p role="status">
          <b>{t('registrar.cardsSum', { n: chosen.length })}</b> {t('registrar.pages', { n: Math.ceil(chosen.length / cardsOnPage) })}
        </p>
        {again.length > 0 && (
          <NativeSelect
            label={t('registrar.whyAgain', { n: again.length })}
            description={t('registrar.whyAgainNote')}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value as ReasonAgain | '')}
            data={[{ value: '', label: t('reconcile.choose') }, ...reasonsAgain.map((each) => ({ value: each, label: t(`registrar.again.${each}`) }))]}
          />
        )}
        <Refusals refusals={refusalsOf(printing.error)} focus />
        <div className="form-deeds">
          <Button disabled={chosen.length === 0 || (again.length > 0 && !reason)} loading={printing.isPending} onClick={() => printing.mutate(undefined)}>
            {t('registrar.print', { n: chosen.length })}
          </Button>
          {printing.isSuccess && <span role="status">{t('registrar.printed')}</span>}
        </div>
      </section>
    </>
  )
}

function Revoked({ cards }: { cards: RevokedCard[] }) {
  const { t, named, language } = useWords()
  const columns: Column<RevokedCard>[] = [
    { key: 'number', title: t('registration.number'), header: true, value: (card) => card.number, cell: (card) => householdNumber(card.number) },
    {
      key: 'prints',
      title: t('registrar.notValid'),
      cell: ({ upToPrint }) => (upToPrint === null ? t('registrar.everyPrint') : t('registrar.printsUpTo', { n: upToPrint })),
    },
    { key: 'reason', title: t('registration.why'), value: ({ reason }) => reason, cell: ({ reason }) => named('registrar.again', reason) },
    { key: 'since', title: t('registrar.since'), value: ({ since }) => since, cell: ({ since }) => (since ? shortDate(since, language) : t('notSaid')) },
  ]
  return (
    <section className="after-table">
      <h2>{t('registrar.revoked', { n: cards.length })}</h2>
      <p className="quiet">{t('registrar.revokedNote')}</p>
      <DataTable rows={cards} columns={columns} rowKey={(card) => card.number} caption={t('registrar.revoked', { n: cards.length })} />
    </section>
  )
}
