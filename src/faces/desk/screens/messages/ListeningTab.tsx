/** Where somebody listened and what was heard there, newest first; what is not answered and what waits for a second person stands on top. */
import { Empty } from '../../../ui/Empty.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../ui/Waiting.tsx'
import { refusalsOf } from '../../api/ask.ts'
import { useListenings } from '../../api/listening.ts'
import { useHolds } from '../../api/session.ts'
import { useWords } from '../../words/words.ts'
import { NewListening } from './NewListening.tsx'
import { OneListening } from './OneListening.tsx'

export function ListeningTab() {
  const { t } = useWords()
  const edits = useHolds('communications')
  const { data, error } = useListenings()
  if (!data) return error ? <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} /> : <WaitingTable />
  const counting = data.filter(({ struckBecause }) => struckBecause === null).flatMap(({ heard }) => heard)
  const open = counting.filter(({ answer, kind }) => answer === null && kind !== 'remark').length
  const toClear = counting.filter(({ answer, clearedAt }) => answer !== null && clearedAt === null).length
  return (
    <>
      <p className="quiet narrow">{t('listening.intro')}</p>
      {open + toClear > 0 && (
        <section className="refusals warning">
          {open > 0 && <strong>{t('listening.open', { n: open })}</strong>}
          {toClear > 0 && <p>{t('listening.toClear', { n: toClear })}</p>}
        </section>
      )}
      {data.length === 0 && <Empty title={t('listening.none')}>{t(edits ? 'listening.noneNote' : 'listening.noneYet')}</Empty>}
      {edits && <NewListening />}
      <div className="campaigns listenings">
        {data.map((session) => (
          <OneListening key={session.id} session={session} />
        ))}
      </div>
    </>
  )
}
