/** Fingerprints of an exercise as the desk reads them: off or on, and what came before. */
import { useQuery } from '@tanstack/react-query'
import type { Bilingual } from '../../../kernel/shared.ts'
import { get, post } from './ask.ts'

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

/** As the scanner's program left it; a file that is no template is refused by the server, in words. */
async function templateIn(file: File): Promise<string> {
  let signs = ''
  for (const byte of new Uint8Array(await file.arrayBuffer())) signs += String.fromCharCode(byte)
  return btoa(signs)
}

const fingers = (exercise: string) => `/api/registration/exercises/${exercise}/fingers`
export const verifyFinger = async (exercise: string, person: string, file: File) =>
  post<{ provider: string; decision: string | null; note: Bilingual }>(`${fingers(exercise)}/verify`, { person, template: await templateIn(file) })

/** As ISO/IEC 19794-2 counts them. */
export type FingerNumber = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10
/** `said` null: the person agreed before. */
export const keepFinger = async (exercise: string, person: string, file: File, said: { words: string; language: string } | null) =>
  post<{ finger: FingerNumber; replaced: boolean }>(fingers(exercise), {
    ...{ person, template: await templateIn(file) },
    ...(said ? { consent: { wordingVersion: 'desk-1', language: said.language, words: said.words } } : {}),
  })
