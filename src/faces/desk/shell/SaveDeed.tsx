/** The button that saves a form, and the word beside it once it is saved. */
import { Button } from '@mantine/core'
import { useWords } from '../words/words.ts'

export function SaveDeed({ saving: { isPending, isSuccess }, className }: { saving: { isPending: boolean; isSuccess: boolean }; className?: string }) {
  const { t } = useWords()
  return (
    <div className={className ? `form-deeds ${className}` : 'form-deeds'}>
      <Button type="submit" loading={isPending}>
        {t('save')}
      </Button>
      <span role="status" className="small quiet">
        {isSuccess && t('saved')}
      </span>
    </div>
  )
}
