/** Which project a form or a phone belongs to; with a single project there is nothing to choose. */
import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { get } from '../../api/ask.ts'
import { useWords } from '../../words/words.ts'

type Project = { id: string; number: number; name: string; training: boolean }

const useProjects = () =>
  useQuery({ queryKey: ['forms', 'projects'], queryFn: () => get<{ rows: Project[] }>('/api/forms/project?sort=number&limit=200'), staleTime: 60_000 })

export function ProjectInput({ value, onChange }: { value: string; onChange: (project: string) => void }) {
  const { t } = useWords()
  const { data } = useProjects()
  if (!data || data.rows.length < 2) return null
  return (
    <NativeSelect
      label={t('forms.project')}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={data.rows.map(({ number, name, training }) => ({ value: String(number), label: training ? `${name} (${t('forms.training')})` : name }))}
    />
  )
}
