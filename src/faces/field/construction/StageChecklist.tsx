/** What is looked at in a stage. One touch for each item; what fails asks for a day by which it is repaired; a picture shows the house and no people. Kept from the first touch. */
import { useEffect, useState } from 'react'
import { type BuildingStage, checkedItems, inspectionResult, itemAnswers, type RoundAnswer, type RoundItem } from '../../../engines/solutions/index.ts'
import { smallPhoto } from '../form/controls/smallPhoto.ts'
import { useBlobAddress } from '../form/Media.tsx'
import { photosUntil } from '../store/space.ts'
import { usePhone, usePicture, useWords } from '../usePhone.tsx'
import { type Draft, draftHere, type HouseHere, keepDraft, keepPhoto, photoHere } from './roundHere.ts'
import type { OpenRound } from './useRound.ts'

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const fixWithinDays = 14
const mostPixels = 1280

function Photo({ sha256, label }: { sha256: string; label: string }) {
  const { work } = usePhone()
  const [blob, setBlob] = useState<Blob | null>(null)
  useEffect(() => void photoHere(work, sha256).then(setBlob), [work, sha256])
  const address = useBlobAddress(blob)
  return address && <img src={address} alt={label} />
}

/** How a good one looks, and beside it what was photographed; in words underneath, or beside it as long as there is no photograph. */
function GoodAndSeen({ item, photo }: { item: RoundItem; photo: string | null | undefined }) {
  const { say, language } = useWords()
  const { example, label } = item
  if (!example && !photo) return null
  return (
    <div className={photo ? 'round-beside seen' : 'round-beside'}>
      {example && (
        <svg viewBox="0 0 96 64" aria-hidden="true">
          <path className="around" d={example.around} />
          <path d={example.lines} />
        </svg>
      )}
      {photo && (
        <figure className="kept">
          <Photo sha256={photo} label={say('round.photoOf', { item: label[language] })} />
        </figure>
      )}
      {example && <p>{example.words[language]}</p>}
    </div>
  )
}

type ItemGiven = { item: RoundItem; answer: RoundAnswer | undefined; isAsked: boolean; give: (change: Partial<RoundAnswer>) => Promise<void> }

function Item({ item, answer, isAsked, give }: ItemGiven) {
  const { say, language } = useWords()
  const { work } = usePhone()
  const { space } = usePicture()
  const [isBad, setBad] = useState(false)
  const name = item.label[language]
  const picked = async (chosen: File | undefined) => {
    const photo = chosen && (await smallPhoto(chosen, mostPixels))
    setBad(Boolean(chosen) && !photo)
    if (photo) await give({ photo: await keepPhoto(work, photo) })
  }
  return (
    <fieldset className={isAsked && !answer ? 'round-item wrong' : 'round-item'}>
      <legend>
        {name} {item.vital && <span className="vital">{say('round.vital')}</span>}
      </legend>
      <GoodAndSeen item={item} photo={answer?.photo} />
      <div className="round-answers">
        {itemAnswers.map((each) => (
          <label key={each} className={`round-answer ${each}`}>
            <input type="radio" name={item.code} checked={answer?.answer === each} onChange={() => void give({ answer: each })} />
            <span>{say(`round.answer.${each}`)}</span>
          </label>
        ))}
      </div>
      {answer && (
        <div className="round-more">
          {space.share < photosUntil && (
            <label className="pick">
              <input type="file" accept="image/*" capture="environment" onChange={(event) => void picked(event.target.files?.[0])} />
              <span>{say(answer.photo ? 'form.otherPhoto' : 'round.photo')}</span>
            </label>
          )}
          {isBad && <p className="error">{say('form.notAPhoto')}</p>}
          {(answer.answer !== 'pass' || answer.note !== null) && (
            <label className="day-choice">
              {say('round.note')}
              <input type="text" maxLength={500} value={answer.note ?? ''} onChange={(event) => void give({ note: event.target.value || null })} />
            </label>
          )}
        </div>
      )}
    </fieldset>
  )
}

export function StageChecklist({ open, house, stage }: { open: OpenRound; house: HouseHere; stage: BuildingStage }) {
  const { say } = useWords()
  const { work } = usePhone()
  const [draft, setDraft] = useState<Draft | null>(null)
  const [isAsked, setAsked] = useState(false)
  useEffect(() => {
    void draftHere(work, house.id).then((found) => setDraft(found?.stage === stage ? found : { stage, answers: {}, fixBy: inDays(fixWithinDays) }))
  }, [work, house.id, stage])
  if (!draft) return null
  const items = open.checklist[stage]
  const answers = items.flatMap(({ code }) => draft.answers[code] ?? [])
  const { failed } = inspectionResult(checkedItems(items, answers))
  const isWhole = answers.length === items.length
  const noPhoto = stage === 'finished' && !answers.some(({ photo }) => photo)
  const change = async (next: Draft) => {
    setDraft(next)
    await keepDraft(work, house.id, next)
  }
  const save = async () => {
    setAsked(true)
    if (!isWhole || noPhoto) return
    await open.write('inspect', house.id, { design: house.design, stage, seenOn: inDays(0), fixBy: draft.fixBy, answers })
    await keepDraft(work, house.id, null)
    scrollTo({ top: 0 })
  }
  return (
    <form
      className="round-part"
      aria-label={say('round.checklist')}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <h2>{say('round.checklist')}</h2>
      <small>{say('round.noPeople')}</small>
      {house.attempts > 0 && <p className="calm-note">{say('round.again', { n: house.attempts + 1 })}</p>}
      {items.map((item) => (
        <Item
          key={item.code}
          item={item}
          answer={draft.answers[item.code]}
          isAsked={isAsked}
          give={(given) => {
            const before = draft.answers[item.code] ?? { code: item.code, answer: 'not_seen' as const, note: null, photo: null }
            return change({ ...draft, answers: { ...draft.answers, [item.code]: { ...before, ...given } } })
          }}
        />
      ))}
      {answers.length > 0 && failed.some((code) => draft.answers[code]) && (
        <label className="day-choice">
          {say('round.fixBy')}
          <input
            type="date"
            min={inDays(0)}
            value={draft.fixBy}
            onChange={(event) => event.target.value && void change({ ...draft, fixBy: event.target.value })}
          />
        </label>
      )}
      {isAsked && !isWhole && (
        <p className="error" role="alert">
          {say('round.notAll')}
        </p>
      )}
      {isAsked && isWhole && noPhoto && (
        <p className="error" role="alert">
          {say('round.photoNeeded')}
        </p>
      )}
      <button type="submit" className="main">
        {say('round.save')}
      </button>
    </form>
  )
}
