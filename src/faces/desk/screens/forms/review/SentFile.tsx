/** What was sent with an answer: a photo small beside its question, large when opened; another file as a download; or why it is not shown. */
import { Modal } from '@mantine/core'
import { useState } from 'react'
import type { OneSubmission } from '../../../api/review.ts'
import { useWords } from '../../../words/words.ts'

const sameName = (one: string, other: string) => one.normalize('NFC') === other.normalize('NFC')

export function SentFile({ data, name, question, isPhoto }: { data: OneSubmission; name: string; question: string; isPhoto: boolean }) {
  const { t } = useWords()
  const [opened, open] = useState(false)
  const [unreadable, setUnreadable] = useState(false)
  const file = data.files.find((each) => each.sha256 !== null && sameName(each.name, name))
  if (!file) return <span className="quiet">{t('review.fileMissing', { name })}</span>
  if (!data.mayOpenFiles) return <span className="quiet">{t('review.fileRestricted')}</span>
  const address = `/api/forms/review/${data.standing.submission}/files/${file.id}`
  // Some phones write photos that a browser cannot draw: these are fetched.
  if (!isPhoto || unreadable)
    return (
      <a href={address} download={file.name}>
        {t('review.fetchFile', { name: file.name })}
      </a>
    )
  const alt = t('review.photoOf', { question })
  return (
    <>
      <button type="button" className="photo" aria-label={t('review.openPhoto', { question })} onClick={() => open(true)}>
        <img src={address} alt={alt} loading="lazy" onError={() => setUnreadable(true)} />
      </button>
      <Modal opened={opened} onClose={() => open(false)} title={question} size="xl" closeButtonProps={{ 'aria-label': t('close') }}>
        <img className="photo-whole" src={address} alt={alt} />
      </Modal>
    </>
  )
}
