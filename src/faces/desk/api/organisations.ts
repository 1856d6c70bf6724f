/** The register of organisations as coordination keeps it. */
import { useQuery } from '@tanstack/react-query'
import { get } from './ask.ts'
import { useDeed } from './useDeed.ts'

export type Membership = { id: string; member: string; name: string; fromDay: string | null; toDay: string | null }
export type OrganisationLine = {
  id: string
  name: string
  acronym: string | null
  kind: string
  spellings: string[]
  members: Membership[]
  consortiums: string[]
}

export type Merge = {
  id: string
  mergedName: string
  intoName: string
  reason: string
  on: string
  accounts: number
  undoneOn: string | null
  undoneReason: string | null
}

const key = ['organisations'] as const
export const useDirectory = () =>
  useQuery({ queryKey: [...key, 'directory'], queryFn: () => get<{ organisations: OrganisationLine[]; merges: Merge[] }>('/api/organisations/directory') })
export const useOrganisationDeed = <Given, Answer>(deed: (given: Given) => Promise<Answer>, then?: (answer: Answer) => void) => useDeed(key, deed, then)
