/** The text of the public page in both languages. Each number in it is held against the figures while it is written, and the draft is kept. */
import { Button, Textarea } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useDraft } from '../../../ui/draft.ts'
import { Icon } from '../../../ui/Icon.tsx'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { Refusals, type SpokenRefusal } from '../../../ui/Refusals.tsx'
import { patch, post, refusalsOf } from '../../api/ask.ts'
import { type Preview, type Round, roundKey } from '../../api/displacement.ts'
import { useWords } from '../../words/words.ts'
import { useDeed } from './deeds.ts'

type Given = { round: Round; preview: Preview; mayWrite: boolean }

export function NarrativeForm({ round, preview, mayWrite }: Given) {
  const { t } = useWords()
  const { value, set, forget, keptHere } = useDraft(`narrative ${round.id} ${round.version}`, {
    pt: preview.narrative?.pt ?? '',
    en: preview.narrative?.en ?? '',
  })
  const saving = useDeed(round.id, () => patch(`/api/displacement/round/${round.id}`, { version: round.version, narrative: value }), forget)
  return (
    <section className="card">
      <h2>{t('bench.pageText')}</h2>
      <Refusals refusals={refusalsOf(saving.error)} focus />
      <KeyedForm onSave={() => mayWrite && saving.mutate(undefined)} label={t('bench.pageText')}>
        {(['pt', 'en'] as const).map((lang) => (
          <div key={lang}>
            <Textarea
              lang={lang}
              label={t(lang === 'pt' ? 'bench.textPt' : 'bench.textEn')}
              description={mayWrite ? t('bench.textHint') : undefined}
              minRows={4}
              maxRows={16}
              readOnly={!mayWrite}
              value={value[lang]}
              onChange={(event) => set({ [lang]: event.currentTarget.value })}
            />
            <Lint
              round={round.id}
              lang={lang}
              text={value[lang]}
              first={value[lang] === preview.narrative?.[lang] ? preview.lint[lang] : null}
              mayAsk={mayWrite}
            />
          </div>
        ))}
        {mayWrite && (
          <div className="form-deeds">
            <Button type="submit" loading={saving.isPending} variant="default">
              {t('save')}
            </Button>
            {keptHere && <span className="small quiet">{t('keptHere')}</span>}
          </div>
        )}
      </KeyedForm>
    </section>
  )
}

type LintGiven = { round: string; lang: 'pt' | 'en'; text: string; first: SpokenRefusal[] | null; mayAsk: boolean }

function Lint({ round, lang, text, first, mayAsk }: LintGiven) {
  const { t } = useWords()
  const [asked] = useDebouncedValue(text, 400)
  const { data } = useQuery({
    queryKey: [...roundKey(round), 'lint', lang, asked],
    queryFn: () => post<{ refusals: SpokenRefusal[] }>(`/api/displacement/workbench/${round}/lint`, { lang, text: asked }),
    enabled: mayAsk && first === null,
    placeholderData: (before) => before,
  })
  const found = first ?? data?.refusals
  return (
    <div className="lint" role="status">
      {!found && <span className="small quiet">{t('bench.lintWaiting')}</span>}
      {found?.length === 0 && (
        <span className="small good">
          <Icon name="check" size={13} /> {t('bench.lintOk')}
        </span>
      )}
      {found && found.length > 0 && (
        <div className="refusals">
          <strong>{t('bench.lintBad', { n: found.length })}</strong>
          <ul>
            {found.map(({ code, facts, sentence }) => (
              <li key={`${code}${JSON.stringify(facts)}`}>
                {typeof facts.sentence === 'string' && facts.said !== undefined ? (
                  <>
                    <q lang={lang}>{facts.sentence}</q>
                    <br />
                    {t('bench.said')} <b>{String(facts.said)}</b>; {t('bench.computed')} <b>{String(facts.computed ?? t('unknown'))}</b>
                  </>
                ) : (
                  sentence[lang]
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}
