/** Before anything else: whose role demands a second factor sets it up here, keeps the recovery codes, and only then meets the desk. */
import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { post } from '../api/ask.ts'
import { SecondFactor } from '../screens/settings/SecondFactor.tsx'
import { useWords } from '../words/words.ts'
import { Door } from './Door.tsx'

export function Enrol({ mission }: { mission: string }) {
  const { t } = useWords()
  const answers = useQueryClient()
  const signOut = async () => {
    await post('/api/sign-out').catch(() => undefined)
    answers.clear()
  }
  return (
    <Door mission={mission} title={t('enrolTitle')}>
      <p>{t('enrolIntro')}</p>
      <SecondFactor has={false} plain />
      <p>
        <Button variant="subtle" onClick={signOut} px={0}>
          {t('signOut')}
        </Button>
      </p>
    </Door>
  )
}
