/** Phones: who carries which, when it was last heard of, what it announced and never sent; a key is made here, shown once, and revoked alone. */
import { Button, Modal } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Column, DataTable } from '../../../../ui/DataTable.tsx'
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
import { MakePhone } from './MakePhone.tsx'
import { RescueCard } from './RescueCard.tsx'

type Phone = {
  id: string
  label: string
  personName: string | null
  areas: string[]
  lastUsedAt: string | null
  revokedAt: string | null
  persistentStorage: boolean | null
  arrived: number
  neverArrived: number
}

export function PhonesScreen() {
  const { t, language } = useWords()
  const { data, error } = useQuery({
    queryKey: [...formsKey, 'phones'],
    queryFn: () => get<{ devices: Phone[] }>('/api/forms/devices'),
    refetchInterval: 60_000,
  })
  const mayBring = useHolds('dataOfficer', 'coordinator')
  const [revoking, revoke] = useState<Phone | null>(null)
  const columns: Column<Phone>[] = [
    {
      key: 'label',
      title: t('phones.phone'),
      header: true,
      value: ({ label }) => label,
      cell: ({ label, personName, revokedAt }) => (
        <>
          {label}
          {revokedAt && <span className="tag form-tag">{t('phones.revoked')}</span>}
          <small className="quiet form-code">{personName ?? t('phones.shared')}</small>
        </>
      ),
    },
    { key: 'areas', title: t('phones.areas'), cell: ({ areas }) => areas.map((area) => (area === '*' ? t('allAreas') : area)).join(', ') },
    {
      key: 'last',
      title: t('phones.last'),
      value: ({ lastUsedAt }) => lastUsedAt,
      cell: ({ lastUsedAt }) => (lastUsedAt ? moment(lastUsedAt, language) : t('phones.never')),
    },
    { key: 'arrived', title: t('phones.arrived'), number: true, value: ({ arrived }) => arrived, cell: ({ arrived }) => arrived },
    {
      key: 'lost',
      title: t('phones.neverArrived'),
      number: true,
      value: ({ neverArrived }) => neverArrived,
      cell: ({ neverArrived }) => (neverArrived === 0 ? <span className="quiet">0</span> : <b className="odd warnings">{neverArrived}</b>),
    },
    {
      key: 'storage',
      title: t('phones.storage'),
      cell: ({ persistentStorage }) => (persistentStorage === null ? t('unknown') : t(persistentStorage ? 'phones.safe' : 'phones.unsafe')),
    },
    {
      key: 'revoke',
      title: t('who.change'),
      cell: (phone) =>
        phone.revokedAt ? null : (
          <button type="button" className="link" onClick={() => revoke(phone)}>
            {t('phones.revoke')}
          </button>
        ),
    },
  ]
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t('forms.part.phones')}</h1>
          <p className="quiet">{t('phones.intro')}</p>
        </div>
      </div>
      <FieldTabs at="phones" />
      <MakePhone />
      <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} />
      {!data && !error && <WaitingTable />}
      {data?.devices.length === 0 && <Empty title={t('phones.none')}>{t('phones.noneNote')}</Empty>}
      {data && data.devices.length > 0 && <DataTable rows={data.devices} columns={columns} rowKey={({ id }) => id} caption={t('forms.part.phones')} />}
      {mayBring && data && data.devices.length > 0 && <RescueCard phones={data.devices} />}
      {revoking && <Revoke phone={revoking} onClose={() => revoke(null)} />}
    </>
  )
}

function Revoke({ phone, onClose }: { phone: Phone; onClose: () => void }) {
  const { t } = useWords()
  const revoking = useDeedOn(() => post(`/api/forms/devices/${phone.id}/revoke`), onClose)
  return (
    <Modal opened onClose={onClose} title={t('phones.revokeTitle', { name: phone.label })} closeButtonProps={{ 'aria-label': t('close') }}>
      <Refusals refusals={refusalsOf(revoking.error)} focus />
      <p>{t('phones.revokeNote')}</p>
      <div className="form-deeds">
        <Button loading={revoking.isPending} onClick={() => revoking.mutate(undefined)}>
          {t('phones.revoke')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </Modal>
  )
}
