/** Requests for restricted data as the desk reads them. Who asks is opened by a deed, never by a page that loads by itself. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { get, post } from './ask.ts'

export type DataRequest = {
  id: string
  number: string
  product: string
  productVersion: number
  state: 'received' | 'asked_back' | 'prepared' | 'granted' | 'refused'
  recordedAt: string
  useUntil: string
  preparedBy: string | null
  grantedUntil: string | null
  revokedAt: string | null
  openings: number
  lastOpenedAt: string | null
  erasedAt: string | null
}
type Note = { at: string; by: string | null; kind: 'prepared' | 'asked' | 'answered' | 'refused' | 'granted' | 'revoked'; text: string }
export type OpenedRequest = {
  content: { name: string; organisation: string; email: string; purpose: string; notes: Note[] } | null
  people: Record<string, string>
}

export const useRequests = () => useQuery({ queryKey: ['requests'], queryFn: () => get<{ requests: DataRequest[]; me: string }>('/api/publications/requests') })

const address = (id: string, deed: string) => `/api/publications/requests/${id}/${deed}`
export const lookAtRequest = (id: string) => post<OpenedRequest>(address(id, 'look'))

export type Step = { deed: 'prepare' | 'ask' | 'answer' | 'refuse' | 'revoke' | 'erase' | 'grant' | 'new-link'; text?: string; until?: string }
export type StepDone = { secret?: string; until?: string }

export function useRequestStep(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ deed, ...said }: Step) => post<StepDone>(address(id, deed), said),
    onSettled: () => client.invalidateQueries({ queryKey: ['requests'] }),
  })
}

/** What the row says today: a granted access ends by its day or by somebody's hand. */
export function stateNow({ state, revokedAt, grantedUntil, erasedAt }: DataRequest, today: string) {
  if (erasedAt) return 'erased' as const
  if (state !== 'granted') return state
  return revokedAt ? ('revoked' as const) : grantedUntil && grantedUntil < today ? ('ended' as const) : state
}
