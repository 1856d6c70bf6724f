/** For which organisation of the register somebody works: a partner's account sees and changes that organisation's rows alone. */
import { Select } from '@mantine/core'
import { useOrganisationChoices } from '../../api/coordination.ts'
import { useWords } from '../../words/words.ts'

export function WorksForInput({ value, onChange }: { value: string | null; onChange: (organisation: string | null) => void }) {
  const { t } = useWords()
  const organisations = useOrganisationChoices()
  return (
    <Select
      label={t('people.worksFor')}
      description={t('people.worksForNote')}
      placeholder={t('people.worksForNone')}
      value={value}
      onChange={onChange}
      data={organisations}
      searchable
      clearable
    />
  )
}
