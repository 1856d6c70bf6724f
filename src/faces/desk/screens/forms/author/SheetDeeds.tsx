/** The translator's sheet: out as a workbook, back as a workbook. */
import { Refusals } from '../../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../../api/ask.ts'
import { ChooseFile } from '../../../shell/ChooseFile.tsx'
import { useWords } from '../../../words/words.ts'
import { useDeedOn } from './useDeedOn.ts'

export function SheetDeeds({ form }: { form: string }) {
  const { t, language } = useWords()
  const address = `/api/forms/author/${form}/translations/sheet`
  const taking = useDeedOn((file: File) => {
    const body = new FormData()
    body.set('file', file)
    return post<{ changed: number }>(address, body)
  })
  return (
    <>
      <div className="deeds sheet-deeds">
        <a href={`${address}?lang=${language}`} download>
          {t('translations.download')}
        </a>
        <ChooseFile quiet label={t('translations.upload')} accept=".xlsx,.csv" take={(file) => taking.mutate(file)} />
        <span role="status" className="small quiet">
          {taking.data && t('translations.taken', { n: taking.data.changed })}
        </span>
      </div>
      <Refusals refusals={refusalsOf(taking.error)} focus />
    </>
  )
}
