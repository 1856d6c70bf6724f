/** Everybody with an account. */
import { Link, useLocation } from 'wouter'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../ui/Waiting.tsx'
import { refusalsOf } from '../../api/ask.ts'
import { useWords } from '../../words/words.ts'
import { type Person, usePeople } from './people.ts'

export function PersonList() {
  const { t, named } = useWords()
  const [, go] = useLocation()
  const { data, error } = usePeople()
  const rolesText = ({ roles }: Person) => roles.map((role) => named('role', role)).join(', ')
  const areasText = ({ areas }: Person) => (areas.includes('*') ? t('people.wholeCountry') : areas.join(', '))
  const columns: Column<Person>[] = [
    { key: 'name', title: t('people.name'), header: true, value: ({ name }) => name, cell: ({ id, name }) => <Link href={`/people/${id}`}>{name}</Link> },
    { key: 'email', title: t('people.email'), value: ({ email }) => email, cell: ({ email }) => email },
    {
      key: 'organisation',
      title: t('people.organisation'),
      value: ({ organisation }) => organisation,
      cell: ({ organisation }) => organisation ?? <span className="quiet">{t('notSaid')}</span>,
    },
    { key: 'roles', title: t('people.roles'), value: rolesText, cell: rolesText },
    { key: 'areas', title: t('people.areas'), value: areasText, cell: areasText },
    { key: 'state', title: t('people.state'), value: ({ disabledAt }) => disabledAt, cell: (person) => <AccountState person={person} /> },
  ]
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t('people.title')}</h1>
          <p className="quiet">{t('people.intro')}</p>
        </div>
        <div className="deeds">
          <Link href="/people/new" className="button">
            {t('people.add')}
          </Link>
        </div>
      </div>
      <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} />
      {!data && !error && <WaitingTable />}
      {data?.length === 0 && <Empty title={t('people.emptyTitle')} />}
      {data && data.length > 0 && (
        <DataTable rows={data} columns={columns} rowKey={({ id }) => id} caption={t('people.title')} onOpen={({ id }) => go(`/people/${id}`)} />
      )}
    </>
  )
}

export function AccountState({ person: { disabledAt, hasPassword, hasSecondFactor, demonstration } }: { person: Person }) {
  const { t } = useWords()
  const remarks = [!hasPassword && t('people.noWayIn'), hasSecondFactor && t('people.secondFactor'), demonstration && t('people.demonstration')].filter(Boolean)
  return (
    <>
      <span className={disabledAt ? 'state past' : 'state done'}>{t(disabledAt ? 'people.closed' : 'people.open')}</span>
      {remarks.length > 0 && <small className="quiet"> · {remarks.join(' · ')}</small>}
    </>
  )
}
