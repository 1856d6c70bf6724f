/** Accounts as the administrator sees them. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Bilingual } from '../../../../kernel/shared.ts'
import { get, patch } from '../../api/ask.ts'
import type { Me } from '../../api/session.ts'

export type Person = Me & { organisation: string | null; worksFor: string | null; disabledAt: string | null }
export type Rights = { roles: string[]; areas: string[] }

const peopleKey = ['people'] as const
export const usePeople = () => useQuery({ queryKey: peopleKey, queryFn: () => get<Person[]>('/api/people') })

export const useRoles = () => useQuery({ queryKey: ['roles'], queryFn: () => get<{ role: string; label: Bilingual }[]>('/api/roles'), staleTime: 3_600_000 })

export function useChangingPerson(id: string, onDone?: () => void) {
  const answers = useQueryClient()
  return useMutation({
    mutationFn: (change: Partial<Rights> & { disabled?: boolean; worksFor?: string | null }) => patch<Person>(`/api/people/${id}`, change),
    onSuccess: async () => {
      await answers.invalidateQueries()
      onDone?.()
    },
  })
}
