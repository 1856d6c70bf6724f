/** For which organisation of the register somebody works: a partner's account sees and changes that organisation's rows alone. */
import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { get } from '../../api/ask.ts'
import { useWords } from '../../words/words.ts'

type Organisation = { id: string; name: string }
const address = '/api/organisations/organisation?limit=1000&sort=name'

export function WorksForInput({ value, onChange }: { value: string | null; onChange: (organisation: string | null) => void }) {
  const { t } = useWords()
  const { data } = useQuery({ queryKey: ['organisations', 'names'], queryFn: () => get<{ rows: Organisation[] }>(address) })
  return (
    <Select
      label={t('people.worksFor')}
      description={t('people.worksForNote')}
      placeholder={t('people.worksForNone')}
      value={value}
      onChange={onChange}
      data={(data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      searchable
      clearable
    />
  )
}
