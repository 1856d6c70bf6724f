/**
 * Fingers of one household, only where two people switched them on: the file of the scanner is held against one registered person, or kept with a consent of its own.
 * Whoever has none, or says no, is served in the same way, and the screen says so first. Strategy: focus area 15, activity H.
 */
import { Button, FileInput, NativeSelect } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { shortDate } from '../../../portal/numbers.ts'
import { useBilingual } from '../../../ui/language.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { refusalsOf } from '../../api/ask.ts'
import { keepFinger, useBiometrics, verifyFinger } from '../../api/biometrics.ts'
import { type OpenHousehold, useRegistrationDeed } from '../../api/registration.ts'
import { useWords } from '../../words/words.ts'
import { FingerConsent, standardWords } from './FingerConsent.tsx'
import { fullName } from './fullName.ts'

/** One part for each exercise that the household was registered in; nothing at all where fingers are off. */
export function Fingers({ shown, again }: { shown: OpenHousehold; again: () => void }) {
  const exercises = [...new Map(shown.lines.map(({ exercise, exerciseName }) => [exercise, exerciseName]))]
  if (shown.people.length === 0) return null
  return exercises.map(([exercise, name]) => <FingersIn key={exercise} exercise={exercise} name={name} shown={shown} again={again} />)
}

function FingersIn({ exercise, name, shown, again }: { exercise: string; name: string; shown: OpenHousehold; again: () => void }) {
  const { t, language } = useWords()
  const { data } = useBiometrics(exercise)
  const standing = data?.switches.find(({ state }) => state === 'on')
  if (!data?.isOn || !standing) return null
  return (
    <section className="card">
      <h2>{t('fingers.title')}</h2>
      <p>
        <b>{t('fingers.sameService')}</b> {t('fingers.how')}
      </p>
      <p className="quiet">
        {t('fingers.until', { exercise: name, day: shortDate(standing.sunset, language), age: standing.minimumAge })}{' '}
        <Link href={`/registration/exercises/${exercise}`}>{t('biometrics.certificates')}</Link>
      </p>
      <AtTheScanner exercise={exercise} compares={data.provider !== 'none'} shown={shown} again={again} />
    </section>
  )
}

type Given = { exercise: string; compares: boolean; shown: OpenHousehold; again: () => void }

function AtTheScanner({ exercise, compares, shown: { people, history }, again }: Given) {
  const { t } = useWords()
  const mine = useBilingual()
  const [person, setPerson] = useState(people[0]!.id)
  const [file, setFile] = useState<File | null>(null)
  const [consent, setConsent] = useState<{ words: string; language: string; agreed: boolean } | null>(null)
  const last = history.consents.filter((each) => each.purpose === 'biometrics' && each.person === person).at(-1)
  const hasAgreed = last?.answer === 'given'
  const said = consent ?? { words: standardWords.pt, language: 'pt', agreed: false }
  // Comparing changes nothing, so nothing is read anew: somebody waits with a finger on the glass.
  const comparing = useMutation({ mutationFn: (sent: File) => verifyFinger(exercise, person, sent) })
  const keeping = useRegistrationDeed(async (sent: File) => {
    const kept = await keepFinger(exercise, person, sent, hasAgreed ? null : said)
    setFile(null)
    setConsent(null)
    again()
    return kept
  })
  const choose = (next: string) => {
    setPerson(next)
    setFile(null)
    setConsent(null)
    comparing.reset()
    keeping.reset()
  }
  return (
    <>
      <div className="filters">
        <NativeSelect
          label={t('registration.person')}
          value={person}
          onChange={(event) => choose(event.currentTarget.value)}
          data={people.map((each) => ({ value: each.id, label: fullName(each) }))}
        />
        <FileInput
          label={t('fingers.file')}
          description={t('fingers.fileNote')}
          placeholder={t('fingers.choose')}
          value={file}
          onChange={(sent) => {
            setFile(sent)
            comparing.reset()
            keeping.reset()
          }}
        />
      </div>
      {file && !hasAgreed && <FingerConsent said={said} change={setConsent} />}
      {file && hasAgreed && <p className="quiet">{t('fingers.agreedBefore')}</p>}
      <Refusals refusals={refusalsOf(comparing.error)} tone="warning" focus />
      <Refusals refusals={refusalsOf(keeping.error)} tone="warning" focus />
      {comparing.data && <p role="status">{mine(comparing.data.note)}</p>}
      {keeping.data && (
        <p role="status">
          {t('fingers.kept', { finger: t(`fingers.finger.${keeping.data.finger}`) })} {keeping.data.replaced && t('fingers.replaced')}
        </p>
      )}
      <div className="form-deeds">
        <Button disabled={!file || !compares} loading={comparing.isPending} onClick={() => file && comparing.mutate(file)}>
          {t('fingers.compare')}
        </Button>
        <Button
          variant="default"
          disabled={!file || !(hasAgreed || (said.agreed && said.words.trim() !== ''))}
          loading={keeping.isPending}
          onClick={() => file && keeping.mutate(file)}
        >
          {t('fingers.keep')}
        </Button>
      </div>
      {!compares && <p className="quiet">{t('biometrics.noProvider')}</p>}
    </>
  )
}
