/** The same words for what does not exist and for what one may not see. */
import { Link } from 'wouter'
import { Empty } from '../../ui/Empty.tsx'
import { useWords } from '../words/words.ts'

export function NotFound() {
  const { t } = useWords()
  return (
    <>
      <h1 className="unseen">{t('notFound')}</h1>
      <Empty title={t('notFound')} deed={<Link href="/">{t('backHome')}</Link>}>
        {t('notFoundNote')}
      </Empty>
    </>
  )
}
