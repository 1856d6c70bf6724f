/** What goes out to telephones, as the desk reads it. */
import { useQuery } from '@tanstack/react-query'
import { get } from './ask.ts'

export type PhoneChannel = 'sms' | 'voice'
export type SendingLine = {
  id: string
  number: string
  messageKey: string
  language: string
  channel: PhoneChannel
  place: string
  placeName: string | null
  recipients: number
  state: 'waiting' | 'handed_over' | 'done' | 'stopped'
  stoppedBecause: string | null
  recordedAt: string
  batches: number
  out: number
  sent: number | null
  delivered: number | null
  waitingSince: string | null
  nextTryAt: string | null
  fault: 'unreachable' | 'forbidden' | 'unreadable' | 'refused' | null
  faultStatus: number | null
}
export type Sendings = {
  sendings: SendingLine[]
  optIns: { language: string; sms: number; voice: number; stopped: number }[]
  gateway: { host: string } | null
  now: string
}

const key = ['publications', 'sendings'] as const
/** The queue moves by itself: looked at again each half minute while somebody looks. */
export const useSendings = () => useQuery({ queryKey: key, queryFn: () => get<Sendings>('/api/publications/sendings'), refetchInterval: 30_000 })

export type Wanted = { message: string; language: string; channel: PhoneChannel; place: string }
export const useRecipients = (wanted: Wanted | null) =>
  useQuery({
    queryKey: [...key, wanted],
    queryFn: () => get<{ recipients: number }>(`/api/publications/sendings/recipients?${new URLSearchParams(wanted!)}`),
    enabled: wanted !== null,
  })
