/** Who I am here, and the country that this mission serves. */
import { useQuery } from '@tanstack/react-query'
import type { Bilingual, Language } from '../../../kernel/shared.ts'
import { get } from './ask.ts'

export type Me = {
  id: string
  name: string
  email: string
  language: Language
  roles: string[]
  areas: string[]
  hasPassword: boolean
  hasSecondFactor: boolean
  demonstration: boolean
}
type Country = {
  reviewOffice?: { short: string; names: Bilingual }
  iso2: string
  iso3: string
  pcode: string
  names: Bilingual
  bbox: [number, number, number, number]
  levels: { level: number; name: string; label: Bilingual; plural: Bilingual }[]
}
/** `needed`: nothing opens before it is set; `graceUntil`: the first administrator may still work without. */
export type SecondFactorDuty = { needed: boolean; graceUntil: string | null }
type Session = { person: Me | null; secondFactor: SecondFactorDuty | null; mission: string; country: Country }

export const sessionKey = ['me'] as const
export const useSession = () => useQuery({ queryKey: sessionKey, queryFn: () => get<Session>('/api/me'), staleTime: 60_000 })

export const useMe = (): Me | null => useSession().data?.person ?? null

export function useHolds(...roles: string[]): boolean {
  const held = useMe()?.roles ?? []
  return roles.some((role) => held.includes(role))
}
