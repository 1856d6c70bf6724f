/**
 * The draft as its author reads it: differences on top, tree and phone side by side, findings below. The phone is the real one as soon as the form can be read;
 * until then a picture of it. Without a draft, the version in the field.
 */
import { useState } from 'react'
import { Empty } from '../../../../ui/Empty.tsx'
import type { ShownVersion } from '../../../api/forms.ts'
import { useWords } from '../../../words/words.ts'
import type { TabGiven } from './AuthorScreen.tsx'
import { DriftReport } from './DriftReport.tsx'
import { FindingList } from './FindingList.tsx'
import { LanguagePick, useFormLanguage } from './LanguagePick.tsx'
import { LivePhone, usePreviewTalk } from './LivePhone.tsx'
import { PhoneFrame } from './PhoneFrame.tsx'
import { QuestionTree } from './QuestionTree.tsx'
import { RandomFills } from './RandomFills.tsx'

export function QuestionsTab({ shown }: TabGiven) {
  const { t } = useWords()
  const version: ShownVersion | null = shown.draft ?? shown.published
  const [chosen, choose] = useState<string | null>(null)
  const talk = usePreviewTalk()
  const [language, setLanguage] = useFormLanguage(version?.languages ?? [])
  if (!version) return <Empty title={t('author.noVersion')}>{t('author.noVersionNote')}</Empty>
  const asked = version.questions.filter(({ kind, isShown }) => kind === 'question' && isShown).length
  return (
    <>
      <p className="author-which">
        {shown.draft ? t('author.showsDraft', { file: version.workbookName ?? '' }) : t('author.showsPublished', { version: version.name })}{' '}
        <span className="quiet">{t('author.questionCount', { n: asked })}</span>
      </p>
      {shown.draft?.drift && <DriftReport drift={shown.draft.drift} />}
      <div className="author-columns">
        <section aria-label={t('author.tree')} className="author-tree">
          <div className="author-bar">
            <h2>{t('author.tree')}</h2>
            <LanguagePick languages={version.languages} value={language} onChange={setLanguage} />
          </div>
          {version.questions.length === 0 ? (
            <p className="quiet">{t('author.noQuestions')}</p>
          ) : (
            <QuestionTree questions={version.questions} findings={version.findings} language={language} chosen={chosen} onChoose={choose} />
          )}
        </section>
        <section aria-label={t('author.phone')} className="author-phone">
          <h2 className="unseen">{t('author.phone')}</h2>
          {version.refusals === 0 ? (
            <LivePhone form={shown.form.id} version={version} language={language} chosen={chosen} talk={talk} />
          ) : (
            <PhoneFrame
              title={shown.form.titles?.[language] ?? shown.form.title}
              questions={version.questions}
              language={language}
              chosen={chosen}
              onChoose={choose}
            />
          )}
        </section>
      </div>
      {version.refusals === 0 && <RandomFills key={version.understood} version={version} language={language} talk={talk} onChoose={choose} />}
      <FindingList form={shown.form.id} version={version} isDraft={shown.draft !== null} />
    </>
  )
}
