/** The search for duplicates over an exercise: asked once, then looked at until it has ended. */
import { useQuery } from '@tanstack/react-query'
import { get, post } from './ask.ts'

type OneSearch = { id: string; state: 'waiting' | 'looking' | 'done' | 'failed'; seen: number; people: number | null; suggested: number | null }
export type Searches = { newest: (OneSearch & { askedAt: string }) | null; lastDone: (OneSearch & { endedAt: string }) | null }

const address = (exercise: string) => `/api/registration/exercises/${exercise}/duplicates`
export const runs = ({ newest }: Searches) => newest?.state === 'waiting' || newest?.state === 'looking'

const betweenLooksMs = 1000

export const useSearches = (exercise: string) =>
  useQuery({
    queryKey: ['registration', 'searches', exercise],
    queryFn: () => get<Searches>(address(exercise)),
    refetchInterval: ({ state }) => (state.data && runs(state.data) ? betweenLooksMs : false),
  })

export const askForSearch = (exercise: string) => post<Searches>(address(exercise))
