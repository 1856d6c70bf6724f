/** Who fills this form: everybody with a role, a person, a phone, from a day until a day. */
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { shortDate } from '../../../../portal/numbers.ts'
import { type Column, DataTable } from '../../../../ui/DataTable.tsx'
import { Empty } from '../../../../ui/Empty.tsx'
import { KeyedForm } from '../../../../ui/KeyedForm.tsx'
import { useBilingual } from '../../../../ui/language.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { deleted, get, post, refusalsOf } from '../../../api/ask.ts'
import type { Assignment } from '../../../api/forms.ts'
import { useHolds } from '../../../api/session.ts'
import { useWords } from '../../../words/words.ts'
import { useRoles } from '../../people/people.ts'
import type { TabGiven } from './AuthorScreen.tsx'
import { useDeedOn } from './useDeedOn.ts'

export function WhoTab({ shown }: TabGiven) {
  const { t, language } = useWords()
  const mayAssign = useHolds('dataOfficer', 'coordinator', 'admin')
  const roleName = useRoleName()
  const ending = useDeedOn((id: string) => deleted(`/api/forms/author/assignments/${id}`))
  const day = (given: string | null, open: string) => (given ? shortDate(given, language) : <span className="quiet">{open}</span>)
  const columns: Column<Assignment>[] = [
    {
      key: 'name',
      title: t('who.whom'),
      header: true,
      value: ({ name }) => name,
      cell: ({ name, targetKind, target, ofForm }) => (
        <>
          {targetKind === 'role' ? roleName(target) : name}
          {ofForm === null && <small className="quiet form-code">{t('who.allForms')}</small>}
        </>
      ),
    },
    { key: 'kind', title: t('who.kind'), value: ({ targetKind }) => targetKind, cell: ({ targetKind }) => t(`who.${targetKind}`) },
    { key: 'from', title: t('who.from'), value: ({ fromDay }) => fromDay, cell: ({ fromDay }) => day(fromDay, t('who.always')) },
    { key: 'until', title: t('who.until'), value: ({ untilDay }) => untilDay, cell: ({ untilDay }) => day(untilDay, t('who.noEnd')) },
    ...(mayAssign
      ? [
          {
            key: 'end',
            title: t('who.change'),
            cell: ({ id }: Assignment) => (
              <button type="button" className="link" onClick={() => ending.mutate(id)}>
                {t('who.end')}
              </button>
            ),
          },
        ]
      : []),
  ]
  return (
    <>
      <Refusals refusals={refusalsOf(ending.error)} focus />
      {shown.assignments.length === 0 ? (
        <Empty title={t('who.none')}>{t('who.noneNote')}</Empty>
      ) : (
        <DataTable rows={shown.assignments} columns={columns} rowKey={({ id }) => id} caption={t('author.tab.who')} />
      )}
      {mayAssign && <Assigning shown={shown} />}
    </>
  )
}

function useRoleName() {
  const mine = useBilingual()
  const { data } = useRoles()
  return (role: string) => mine(data?.find((each) => each.role === role)?.label) || role
}

type Phone = { id: string; label: string; revokedAt: string | null }

function Assigning({ shown }: TabGiven) {
  const { t } = useWords()
  const roleName = useRoleName()
  const { data: phones } = useQuery({ queryKey: ['forms', 'phone-names'], queryFn: () => get<{ rows: Phone[] }>('/api/forms/device?sort=label&limit=1000') })
  const [value, change] = useState({ whom: 'role:enumerator', fromDay: '', untilDay: '' })
  const giving = useDeedOn(() => {
    const [targetKind, target] = value.whom.split(':')
    const days = { fromDay: value.fromDay || null, untilDay: value.untilDay || null }
    return post('/api/forms/author/assignments', { project: shown.project.number, form: shown.form.id, targetKind, target, ...days })
  })
  const roles = ['enumerator', 'coordinator', 'dataOfficer', 'partner']
  const whom = [
    { group: t('who.role'), items: roles.map((role) => ({ value: `role:${role}`, label: roleName(role) })) },
    { group: t('who.device'), items: (phones?.rows ?? []).filter(({ revokedAt }) => !revokedAt).map(({ id, label }) => ({ value: `device:${id}`, label })) },
  ]
  return (
    <section className="card assign">
      <h2>{t('who.give')}</h2>
      <Refusals refusals={refusalsOf(giving.error)} focus />
      <KeyedForm onSave={() => giving.mutate(undefined)} label={t('who.give')}>
        <div className="side-by-side">
          <NativeSelect
            label={t('who.whom')}
            value={value.whom}
            onChange={(event) => change({ ...value, whom: event.currentTarget.value })}
            data={whom.filter(({ items }) => items.length > 0)}
          />
          <TextInput type="date" label={t('who.from')} value={value.fromDay} onChange={(event) => change({ ...value, fromDay: event.currentTarget.value })} />
          <TextInput
            type="date"
            label={t('who.until')}
            value={value.untilDay}
            onChange={(event) => change({ ...value, untilDay: event.currentTarget.value })}
          />
        </div>
        <div className="form-deeds">
          <Button type="submit" loading={giving.isPending}>
            {t('who.giveDeed')}
          </Button>
        </div>
      </KeyedForm>
    </section>
  )
}
