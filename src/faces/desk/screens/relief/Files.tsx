/** The same figures as files, in the reader's language. */
import { useWords } from '../../words/words.ts'

export function Files({ path, pdf = false }: { path: string; pdf?: boolean }) {
  const { t, language } = useWords()
  const address = (format: string) => `${path}${path.includes('?') ? '&' : '?'}format=${format}&lang=${language}`
  return (
    <p className="small files-line">
      <a href={address('csv')}>{t('files.csv')}</a> <a href={address('xlsx')}>{t('files.xlsx')}</a> {pdf && <a href={address('pdf')}>{t('gap.pdf')}</a>}
    </p>
  )
}
