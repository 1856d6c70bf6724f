/** Which door stands open: joining the phone, the PIN, or the work itself. */
import { lazy, Suspense, useCallback, useEffect, useState } from 'react'
import type { Language } from '../../kernel/shared.ts'
import { openPhone, type Phone } from './phone.ts'
import { Enrol } from './screens/Enrol.tsx'
import { Forms } from './screens/Forms.tsx'
import { Home } from './screens/Home.tsx'
import { Outbox } from './screens/Outbox.tsx'
import { Places } from './screens/Places.tsx'
import { Prepare } from './screens/Prepare.tsx'
import { SetPin } from './screens/SetPin.tsx'
import { ThisPhone } from './screens/ThisPhone.tsx'
import { Unlock } from './screens/Unlock.tsx'
import { Broken } from './shell/Broken.tsx'
import { Frame, Waiting } from './shell/Frame.tsx'
import { useRoute } from './shell/route.ts'
import { type Keys, type LockState, lockState } from './store/pin.ts'
import { type Enrolment, readEnrolment } from './sync/enrolment.ts'
import { PhoneContext, type Spoken, SpokenContext } from './usePhone.tsx'

const CheckCard = lazy(async () => ({ default: (await import('./screens/CheckCard.tsx')).CheckCard }))
const ConstructionRound = lazy(async () => ({ default: (await import('./construction/ConstructionRound.tsx')).ConstructionRound }))
const DistributionDay = lazy(async () => ({ default: (await import('./distribution/DistributionDay.tsx')).DistributionDay }))
const Fill = lazy(async () => ({ default: (await import('./form/Fill.tsx')).Fill }))

const languageKept = 'capulana.language'
const loaders = { pt: async () => (await import('./words/pt.ts')).pt, en: async () => (await import('./words/en.ts')).en }

function useSpoken(): Spoken | null {
  const [spoken, speak] = useState<Omit<Spoken, 'setLanguage'> | null>(null)
  const setLanguage = useCallback((language: Language) => {
    localStorage.setItem(languageKept, language)
    document.documentElement.lang = language === 'pt' ? 'pt-MZ' : 'en'
    void loaders[language]().then((words) => speak({ language, words }))
  }, [])
  useEffect(() => setLanguage(localStorage.getItem(languageKept) === 'en' ? 'en' : 'pt'), [setLanguage])
  return spoken && { ...spoken, setLanguage }
}

/** The code behind the # is read once and taken out of the address, so that it stands in no history. */
function enrolmentInAddress(): Enrolment | null {
  const found = location.hash.startsWith('#/') ? null : readEnrolment(location.hash)
  if (found) history.replaceState(null, '', location.pathname)
  return found
}
const enrolmentAtStart = enrolmentInAddress()

function Screens() {
  const { screen, rest } = useRoute()
  if (screen === 'fill') return <Fill key={rest} instanceId={rest} />
  if (screen === 'forms') return <Forms />
  if (screen === 'places') return <Places />
  if (screen === 'prepare') return <Prepare />
  if (screen === 'outbox') return <Outbox />
  if (screen === 'card') return <CheckCard />
  if (screen === 'distribution') return <DistributionDay id={rest} />
  if (screen === 'construction') return <ConstructionRound id={rest} />
  if (screen === 'phone') return <ThisPhone />
  return <Home />
}

type Door =
  | { at: 'opening' }
  | { at: 'no-store' }
  | { at: 'enrol'; state: LockState }
  | { at: 'pin'; enrolment: Enrolment; state: LockState }
  | { at: 'locked' }
  | { at: 'open'; phone: Phone }

export function App() {
  const spoken = useSpoken()
  const [door, setDoor] = useState<Door>({ at: 'opening' })
  useEffect(() => {
    const enrolment = enrolmentAtStart
    lockState().then(
      (state) => setDoor(enrolment && state !== 'locked' ? { at: 'pin', enrolment, state } : state === 'locked' ? { at: 'locked' } : { at: 'enrol', state }),
      () => setDoor({ at: 'no-store' }),
    )
  }, [])
  const open = useCallback(async (keys: Keys, enrolment: Enrolment | null) => {
    const phone = await openPhone(keys, enrolment)
    setDoor(phone ? { at: 'open', phone } : { at: 'enrol', state: 'new' })
    void phone?.meet()
  }, [])
  useEffect(() => {
    if (door.at !== 'open') return
    const meet = () => void door.phone.meet()
    addEventListener('online', meet)
    return () => removeEventListener('online', meet)
  }, [door])

  if (!spoken) return null
  return (
    <SpokenContext value={spoken}>
      {door.at === 'opening' && <Waiting />}
      {(door.at === 'enrol' || door.at === 'no-store') && (
        <Enrol
          problem={door.at === 'no-store' ? 'enrol.noStore' : door.state === 'wiped' ? 'enrol.wiped' : null}
          joined={(enrolment) => setDoor({ at: 'pin', enrolment, state: door.at === 'enrol' ? door.state : 'new' })}
        />
      )}
      {door.at === 'pin' && <SetPin isOld={door.state === 'wiped'} done={(keys) => open(keys, door.enrolment)} />}
      {door.at === 'locked' && <Unlock opened={(keys) => open(keys, null)} wiped={() => setDoor({ at: 'enrol', state: 'wiped' })} />}
      {door.at === 'open' && (
        <PhoneContext value={door.phone}>
          <Frame>
            <Broken words={spoken.words}>
              <Suspense fallback={<Waiting />}>
                <Screens />
              </Suspense>
            </Broken>
          </Frame>
        </PhoneContext>
      )}
    </SpokenContext>
  )
}
