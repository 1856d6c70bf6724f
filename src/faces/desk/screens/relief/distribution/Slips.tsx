/** Slips for the families: what each received and what is still owed to it, by its code. Beforehand they come empty, to be filled in by hand. */
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { postForFile, refusalsOf } from '../../../api/ask.ts'
import { distributionsAt, useReliefDeed } from '../../../api/distributions.ts'
import { useWords } from '../../../words/words.ts'

export function Slips({ id, code }: { id: string; code: string }) {
  const { t } = useWords()
  const [household, setHousehold] = useState('')
  const printing = useReliefDeed((lang: 'pt' | 'en') => {
    const only = household.trim().toUpperCase()
    return postForFile(`${distributionsAt}/${id}/slips`, { lang, ...(only ? { households: [only] } : {}) }, `slips-${code}-${lang}.pdf`)
  })
  return (
    <section className="card after-table">
      <h3>{t('distribution.slips')}</h3>
      <p className="quiet">{t('distribution.slipsNote')}</p>
      <Refusals refusals={refusalsOf(printing.error)} focus />
      <div className="filters">
        <TextInput label={t('distribution.slipOf')} value={household} onChange={(event) => setHousehold(event.currentTarget.value)} />
        <Button loading={printing.isPending} onClick={() => printing.mutate('pt')}>
          {t('distribution.printSlips.pt')}
        </Button>
        <Button variant="default" loading={printing.isPending} onClick={() => printing.mutate('en')}>
          {t('distribution.printSlips.en')}
        </Button>
      </div>
    </section>
  )
}
