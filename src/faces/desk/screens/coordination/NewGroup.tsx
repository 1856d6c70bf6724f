/** A new group: its name in both languages, who belongs to it, who presides. */
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { type Group, useCoordinationDeed, useOrganisationChoices } from '../../api/coordination.ts'
import { useWords } from '../../words/words.ts'

const kinds: Group['kind'][] = ['cluster', 'working_group', 'task_force', 'forum', 'reference_group', 'committee']
const rhythms: Group['rhythm'][] = ['weekly', 'fortnightly', 'monthly', 'quarterly', 'as_needed']
const empty = { pt: '', en: '', kind: 'cluster', rhythm: 'monthly', chair: '', terms: '' }

export function NewGroup() {
  const { t } = useWords()
  const known = useOrganisationChoices()
  const [value, setValue] = useState(empty)
  const [members, setMembers] = useState<string[]>([])
  const nameOf = (id: string) => known.find(({ value: one }) => one === id)?.label ?? ''
  const { pt, en, kind, rhythm, chair, terms } = value
  const making = useCoordinationDeed(
    () => post('/api/coordination/groups', { name: { pt, en }, kind, rhythm, chair, terms: terms || null, members }),
    () => {
      setValue(empty)
      setMembers([])
    },
  )
  const input = (name: keyof typeof empty) => (
    <TextInput
      label={t(`meetings.new.${name as 'pt' | 'en' | 'terms'}`)}
      value={value[name]}
      onChange={({ currentTarget }) => setValue({ ...value, [name]: currentTarget.value })}
    />
  )
  const ready = pt.trim() !== '' && en.trim() !== '' && chair !== '' && members.length > 0
  return (
    <section className="card coordination-form">
      <h2>{t('meetings.new')}</h2>
      <Refusals refusals={refusalsOf(making.error)} focus />
      <KeyedForm onSave={() => ready && making.mutate(undefined)} label={t('meetings.new')}>
        <div className="side-by-side">
          {input('pt')}
          {input('en')}
          <NativeSelect
            label={t('meetings.new.kind')}
            value={kind}
            onChange={({ currentTarget }) => setValue({ ...value, kind: currentTarget.value })}
            data={kinds.map((each) => ({ value: each, label: t(`meetings.kind.${each}`) }))}
          />
          <NativeSelect
            label={t('meetings.new.rhythm')}
            value={rhythm}
            onChange={({ currentTarget }) => setValue({ ...value, rhythm: currentTarget.value })}
            data={rhythms.map((each) => ({ value: each, label: t(`meetings.rhythm.${each}`) }))}
          />
        </div>
        <NativeSelect
          label={t('meetings.members')}
          description={t('meetings.membersNote')}
          value=""
          onChange={({ currentTarget }) => currentTarget.value && setMembers([...members, currentTarget.value])}
          data={[{ value: '', label: t('meetings.addMember') }, ...known.filter(({ value: id }) => !members.includes(id))]}
        />
        {members.length > 0 && (
          <ul className="chosen">
            {members.map((id) => (
              <li key={id}>
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={t('meetings.removeMember', { name: nameOf(id) })}
                  onClick={() => setMembers(members.filter((one) => one !== id))}
                >
                  {nameOf(id)} ×
                </Button>
              </li>
            ))}
          </ul>
        )}
        <div className="side-by-side">
          <NativeSelect
            label={t('meetings.new.chair')}
            value={chair}
            onChange={({ currentTarget }) => setValue({ ...value, chair: currentTarget.value })}
            data={[{ value: '', label: t('reconcile.choose') }, ...known.filter((one) => members.includes(one.value))]}
          />
          {input('terms')}
        </div>
        <div className="form-deeds">
          <Button type="submit" disabled={!ready} loading={making.isPending}>
            {t('meetings.new')}
          </Button>
        </div>
      </KeyedForm>
    </section>
  )
}
