/** The donors of the register of organisations. */
import { useQuery } from '@tanstack/react-query'
import { get } from '../../api/ask.ts'

type Organisation = { id: string; name: string }
export const useDonors = (): Organisation[] =>
  useQuery({
    queryKey: ['organisations', 'donors'],
    queryFn: () => get<{ rows: Organisation[] }>('/api/organisations/organisation?kind=donor&limit=1000&sort=name'),
  }).data?.rows ?? []
