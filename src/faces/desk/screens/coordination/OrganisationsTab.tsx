/** The register of organisations: how else each is written, and who belongs to a consortium. */
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../ui/Waiting.tsx'
import { refusalsOf } from '../../api/ask.ts'
import { type OrganisationLine, useDirectory } from '../../api/organisations.ts'
import { useHolds } from '../../api/session.ts'
import { useWords } from '../../words/words.ts'
import { JoinOrganisation, Merges } from './JoinOrganisation.tsx'
import { Members } from './Members.tsx'

const shownAtFirst = 40
const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

export function OrganisationsTab() {
  const { t, named } = useWords()
  const edits = useHolds('clusterCoordinator')
  const [sought, setSought] = useState('')
  const [open, setOpen] = useState<string | null>(null)
  const { data, error } = useDirectory()
  if (!data) return error ? <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} /> : <WaitingTable />
  const found = data.organisations.filter(({ name, acronym, spellings }) =>
    [name, acronym ?? '', ...spellings].some((each) => plain(each).includes(plain(sought))),
  )
  const columns: Column<OrganisationLine>[] = [
    {
      key: 'name',
      title: t('fourW.organisation'),
      header: true,
      value: ({ name }) => name,
      cell: ({ name, acronym }) => (acronym ? `${name} (${acronym})` : name),
    },
    { key: 'kind', title: t('organisations.kind'), value: ({ kind }) => kind, cell: ({ kind }) => named('organisationKind', kind) },
    { key: 'spellings', title: t('organisations.spellings'), cell: ({ spellings }) => spellings.join('; ') },
    {
      key: 'consortium',
      title: t('organisations.consortium'),
      cell: ({ kind, members, consortiums }) =>
        kind === 'consortium' ? t('organisations.members', { n: new Set(members.map(({ member }) => member)).size }) : consortiums.join('; '),
    },
  ]
  const opening: Column<OrganisationLine> = {
    ...{ key: 'open', title: t('organisations.change') },
    cell: ({ id }) => (
      <Button size="compact-sm" variant="default" aria-expanded={open === id} onClick={() => setOpen(open === id ? null : id)}>
        {t(open === id ? 'ask.shut' : 'organisations.change')}
      </Button>
    ),
  }
  return (
    <>
      <p className="small quiet">{t('organisations.note')}</p>
      {data.organisations.length === 0 && <Empty title={t('organisations.none')}>{t('organisations.noneNote')}</Empty>}
      {data.organisations.length > 0 && (
        <>
          <div className="filters">
            <TextInput label={t('organisations.search')} value={sought} onChange={({ currentTarget }) => setSought(currentTarget.value)} />
            {edits && <Link href="/records/organisations/organisation/new">{t('organisations.new')}</Link>}
          </div>
          <p className="small quiet">{t('organisations.shown', { shown: Math.min(found.length, shownAtFirst), n: found.length })}</p>
          <DataTable
            rows={found.slice(0, shownAtFirst)}
            columns={edits ? [...columns, opening] : columns}
            rowKey={({ id }) => id}
            caption={t('coordination.part.organisations')}
            isOpen={({ id }) => id === open}
            details={(organisation) => <OneOrganisation organisation={organisation} all={data.organisations} />}
            stacks
          />
          <Merges merges={data.merges} />
        </>
      )}
    </>
  )
}

function OneOrganisation({ organisation, all }: { organisation: OrganisationLine; all: readonly OrganisationLine[] }) {
  const { t } = useWords()
  return (
    <>
      {organisation.kind === 'consortium' ? (
        <Members consortium={organisation} all={all} />
      ) : (
        <p className="small">
          {t('organisations.noConsortium')} <Link href={`/records/organisations/organisation/${organisation.id}`}>{t('organisations.openRow')}</Link>
        </p>
      )}
      <JoinOrganisation organisation={organisation} all={all} />
    </>
  )
}
