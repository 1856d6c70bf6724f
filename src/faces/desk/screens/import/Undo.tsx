/** Taking a whole import back, once named what goes; where others have built upon it, the reasons are told and nothing moves. */
import { Button, Modal } from '@mantine/core'
import { Refusals } from '../../../ui/Refusals.tsx'
import { refusalsOf } from '../../api/ask.ts'
import { useWords } from '../../words/words.ts'
import { type Import, useDeed } from './imports.ts'

export function Undo({ taken, onClose }: { taken: Import; onClose: () => void }) {
  const { t } = useWords()
  const imported = taken.summary.imported ?? 0
  const undoing = useDeed(`/api/imports/${taken.id}/undo`, onClose)
  return (
    <Modal opened onClose={onClose} title={t('import.undoTitle')} closeButtonProps={{ 'aria-label': t('close') }}>
      <Refusals refusals={refusalsOf(undoing.error)} focus />
      <p>
        <b>{taken.fileName}</b>
      </p>
      <p>{t('import.undoNote', { imported })}</p>
      <div className="form-deeds">
        <Button onClick={() => undoing.mutate()} loading={undoing.isPending}>
          {t('import.undoDo', { imported })}
        </Button>
        <Button variant="default" onClick={onClose} data-autofocus>
          {t('cancel')}
        </Button>
      </div>
    </Modal>
  )
}
