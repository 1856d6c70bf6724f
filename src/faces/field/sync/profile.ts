/** What this phone knows of itself and of the office it belongs to. Kept locked: the key in it opens the office's door. */
import type { ReceiptKey } from '../outbox/receipt.ts'
import type { LockedStore } from '../store/locked.ts'
import type { Enrolment } from './enrolment.ts'

export type Profile = Enrolment & {
  epoch: string | null
  receiptKeys: ReceiptKey[]
  /** To which restricted forms and rescue files are sealed. */
  sealingKey: ReceiptKey | null
  deviceName: string
  /** As the office knows this phone; null until it said so. */
  deviceId: string | null
  person: string | null
  projectName: string
  /** Three letters of the mission's country, as its cards carry them; null until the office said so. */
  mission: string | null
  isTraining: boolean
  skewMs: number
  lastContact: string | null
  /** Ready once: from then on updates come by themselves. */
  isPrepared: boolean
  /** The office ended this phone's access; only what is in the outbox still goes. */
  isEnded: boolean
}

export const newProfile = (enrolment: Enrolment): Profile => ({
  ...enrolment,
  epoch: null,
  receiptKeys: [],
  sealingKey: null,
  deviceName: enrolment.label,
  deviceId: null,
  person: null,
  projectName: '',
  mission: null,
  isTraining: false,
  skewMs: 0,
  lastContact: null,
  isPrepared: false,
  isEnded: false,
})

export const readProfile = (cache: LockedStore) => cache.value<Profile>('profile')
export const writeProfile = (cache: LockedStore, profile: Profile) => cache.write({ key: 'profile', value: profile })
