/** The words that are read out for a finger alone, as they were read, in the language in which they were read; nothing of a person who says no is written. */
import { Checkbox, NativeSelect, Stack, Textarea } from '@mantine/core'
import { useWords } from '../../words/words.ts'

/** Offered to be read; what was really said is kept, in the words that stand here when the person agreed. */
export const standardWords = {
  pt: 'Podemos guardar o modelo de um dedo seu, e não a imagem, para o reconhecer mais tarde? Pode dizer que não, agora ou noutro dia: o registo e a assistência são os mesmos. Se retirar a palavra, o modelo é destruído.',
  en: 'May we keep the template of one of your fingers, not a picture, to recognise you later? You may say no, now or another day: registration and assistance are the same. If you take your word back, the template is destroyed.',
}

/** ISO 639, as the words are marked for whoever hears the page read. */
const readIn = ['pt', 'en', 'vmw', 'wmw', 'kde', 'seh', 'ndc', 'swh'] as const

type Said = { words: string; language: string; agreed: boolean }

export function FingerConsent({ said, change }: { said: Said; change: (said: Said) => void }) {
  const { t } = useWords()
  return (
    <Stack gap="sm" maw={640} mb="md">
      <NativeSelect
        label={t('fingers.readIn')}
        value={said.language}
        onChange={({ currentTarget: { value } }) =>
          // In another language than these two the officer writes what is read.
          change({ words: value === 'pt' || value === 'en' ? standardWords[value] : '', language: value, agreed: false })
        }
        data={readIn.map((code) => ({ value: code, label: t(`fingers.language.${code}`) }))}
      />
      <Textarea
        label={t('fingers.words')}
        description={t('fingers.wordsNote')}
        lang={said.language}
        autosize
        minRows={3}
        maxLength={4000}
        value={said.words}
        onChange={({ currentTarget: { value } }) => change({ ...said, words: value, agreed: false })}
      />
      <Checkbox label={t('fingers.agreed')} checked={said.agreed} onChange={({ currentTarget: { checked } }) => change({ ...said, agreed: checked })} />
    </Stack>
  )
}
