/** Fingerprints of an exercise as the desk reads them: off or on, and what came before. */
import { useQuery } from '@tanstack/react-query'
import { get } from './ask.ts'

export type Switch = {
  id: string
  state: 'asked' | 'on' | 'ended'
  assessment: string
  purpose: string
  sunset: string
  minimumAge: number
  askedBy: string | null
  askedAt: string
  grantedBy: string | null
  grantedAt: string | null
  endedBy: string | null
  endedAt: string | null
  endedBecause: 'person' | 'sunset' | 'exercise' | null
  fromBackup: boolean
  mine: boolean
}

export type Certificate = {
  id: string
  at: string
  by: string | null
  reason: 'consent-withdrawn' | 'person-erased' | 'switched-off' | 'sunset' | 'exercise-closed' | 'replaced'
  templates: number
  keys: string[]
}

export type Biometrics = {
  isOn: boolean
  provider: string
  lowestAge: number
  switches: Switch[]
  /** Null: not for this reader. */
  templates: number | null
  certificates: Certificate[]
}

export const biometricsAddress = (exercise: string) => `/api/registration/exercises/${exercise}/biometrics`
export const useBiometrics = (exercise: string) =>
  useQuery({ queryKey: ['registration', 'biometrics', exercise], queryFn: () => get<Biometrics>(biometricsAddress(exercise)) })
