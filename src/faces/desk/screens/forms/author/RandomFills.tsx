/** Twenty fills with random answers, by the engine of the phones: questions that were never asked, rules that let nothing through, lists with nothing to choose. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import type { TrialResult, TriedQuestion } from '../../../../ui/previewTalk.ts'
import type { Question, ShownVersion } from '../../../api/forms.ts'
import { useWords } from '../../../words/words.ts'
import { textIn } from './LanguagePick.tsx'
import type { Talk } from './LivePhone.tsx'

const fills = 20

type Verdict = 'never' | 'stuck' | 'noChoices' | 'sometimesStuck'
type Line = { question: Question; verdict: Verdict; reached: number; tries: number }

/** What an author should look at; a question that was asked and answered is not listed. */
function verdictOf(tried: TriedQuestion | undefined): Verdict | null {
  if (!tried || tried.reached === 0) return 'never'
  if (tried.tries > 0 && tried.passed === 0) return 'stuck'
  if (tried.withoutChoices > 0 && tried.answered === 0) return 'noChoices'
  return tried.stuck > 0 ? 'sometimesStuck' : null
}

function linesOf(version: ShownVersion, result: TrialResult): Line[] {
  const byPath = new Map(result.questions.map((tried) => [tried.path, tried]))
  return version.questions
    .filter(({ kind, isShown }) => kind === 'question' && isShown)
    .flatMap((question) => {
      const tried = byPath.get(question.path)
      const verdict = verdictOf(tried)
      return verdict ? [{ question, verdict, reached: tried?.reached ?? 0, tries: tried?.tries ?? 0 }] : []
    })
}

export function RandomFills({ version, language, talk, onChoose }: { version: ShownVersion; language: string; talk: Talk; onChoose: (path: string) => void }) {
  const { t } = useWords()
  const [seed, setSeed] = useState(1)
  const [asked, ask] = useState<number | null>(null)
  const { result } = talk
  const isRunning = asked !== null && result?.seed !== asked
  const lines = result ? linesOf(version, result) : []
  const begin = () => {
    ask(seed)
    talk.say({ kind: 'try', seed, fills })
    setSeed(seed + 1)
  }
  return (
    <section className="card random-fills" aria-label={t('fills.title')}>
      <div className="author-bar">
        <h2>{t('fills.title')}</h2>
        <Button size="xs" variant="default" disabled={!talk.isReady} loading={isRunning} onClick={begin}>
          {t(result ? 'fills.again' : 'fills.deed', { n: fills })}
        </Button>
      </div>
      {!result && <p className="quiet">{t('fills.note')}</p>}
      {result && (
        <div role="status">
          <p>
            {t('fills.finished', { n: result.finished, of: result.fills })} <span className="quiet">{t('fills.seed', { seed: result.seed })}</span>
          </p>
          {lines.length === 0 ? (
            <p className="quiet">{t('fills.nothing')}</p>
          ) : (
            <table className="data">
              <caption className="unseen">{t('fills.title')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('fills.question')}</th>
                  <th scope="col">{t('fills.what')}</th>
                </tr>
              </thead>
              <tbody>
                {lines.map(({ question, verdict, reached, tries }) => (
                  <tr key={question.path}>
                    <th scope="row">
                      <button type="button" className="link" onClick={() => onChoose(question.path)}>
                        {textIn(question.labels, language) || question.name}
                      </button>
                      <small className="quiet form-code">{question.name}</small>
                    </th>
                    <td>
                      {t(`fills.${verdict}`, { n: reached, tries })}
                      {verdict === 'never' && question.relevant && <code className="rule">{question.relevant}</code>}
                      {verdict !== 'never' && question.constraint && <code className="rule">{question.constraint}</code>}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </div>
      )}
    </section>
  )
}
