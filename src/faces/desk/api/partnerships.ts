/** Agreements, contacts and services as the desk reads them. */
import { useQuery } from '@tanstack/react-query'
import { get } from './ask.ts'

export type Agreement = {
  id: string
  kind: 'mou' | 'letter' | 'implementing' | 'joint_programme' | 'data_sharing' | 'framework' | 'ppp'
  title: string
  parties: { organisation: string; contribution: number | null }[]
  fromDay: string
  toDay: string
  value: number | null
  currency: string | null
  state: 'draft' | 'negotiated' | 'cleared' | 'signed' | 'active' | 'ended' | 'terminated'
  standing: Agreement['state'] | 'expiring'
  amendments: { edition: number; on: string; reason: string; before: { toDay: string; value: number | null } }[]
}
export type Contact = {
  id: string
  name: string
  organisation: string
  organisationName: string
  role: string | null
  cluster: string | null
  area: string | null
  active: boolean
  phone: string | null
  email: string | null
  consent: 'refused' | 'cluster' | 'partners' | 'public'
  reviewBy: string
}
export type Service = {
  id: string
  kind: string
  provider: string
  providerName: string
  place: string
  placeName: string | null
  district: string | null
  lon: number | null
  lat: number | null
  hours: string | null
  forWhom: string | null
  cost: string | null
  languages: string | null
  accessibility: string | null
  capacity: string | null
  verifiedHow: string | null
  channel: string | null
  status: 'full' | 'partial' | 'none' | 'unknown'
  verifiedOn: string | null
  sensitive: boolean
}
type Channel = { kind: string; province: string; channel: string; status: Service['status']; verifiedOn: string | null }
type Portfolio = { active: number; endingIn90Days: number; reportsOverdue: number }

const asked = <T>(list: string) => ({ queryKey: ['coordination', list], queryFn: () => get<T>(`/api/coordination/${list}`) })
export const useAgreements = () => useQuery(asked<{ agreements: Agreement[]; portfolio: Portfolio }>('agreements'))
export const useContacts = () => useQuery(asked<{ contacts: Contact[] }>('contacts'))
export const useServices = () => useQuery(asked<{ services: Service[]; byChannel: Channel[] }>('services'))
