/** The invented mission to learn with: what it is, and its removal in one step that cannot be undone. */
import { Button, Modal } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Refusals } from '../../../ui/Refusals.tsx'
import { get, post, refusalsOf } from '../../api/ask.ts'
import { useWords } from '../../words/words.ts'

export function Demonstration({ mayRemove }: { mayRemove: boolean }) {
  const { t } = useWords()
  const answers = useQueryClient()
  const [asking, setAsking] = useState(false)
  const { data } = useQuery({
    queryKey: ['displacement', 'operation', 'demonstration'],
    queryFn: () => get<{ total: number }>('/api/displacement/operation?demonstration=true&limit=1'),
  })
  const removing = useMutation({
    mutationFn: () => post<{ removed: number }>('/api/demonstration/remove'),
    onSuccess: async () => {
      setAsking(false)
      await answers.invalidateQueries()
    },
  })
  if (!data) return null
  const here = data.total > 0
  return (
    <section className="card">
      <h2>{t('settings.demonstration')}</h2>
      <p>{t(here ? 'settings.demonstrationOn' : 'settings.demonstrationOff')}</p>
      <p role="status">{removing.data && t('settings.removed', { n: removing.data.removed })}</p>
      {here && mayRemove && (
        <Button variant="default" onClick={() => setAsking(true)}>
          {t('settings.removeDemonstration')}
        </Button>
      )}
      <Modal opened={asking} onClose={() => setAsking(false)} title={t('settings.removeTitle')} closeButtonProps={{ 'aria-label': t('close') }}>
        <Refusals refusals={refusalsOf(removing.error)} focus />
        <p>{t('settings.removeNote')}</p>
        <div className="form-deeds">
          <Button onClick={() => removing.mutate()} loading={removing.isPending}>
            {t('settings.removeDemonstration')}
          </Button>
          <Button variant="default" onClick={() => setAsking(false)} data-autofocus>
            {t('cancel')}
          </Button>
        </div>
      </Modal>
    </section>
  )
}
