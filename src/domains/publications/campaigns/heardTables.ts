/** What people asked, passed on and remarked before, during and after a campaign, on paper: how much was listened beside how much was heard, and no word of cause. */
import type { CampaignPart, HeardAround, HeardKind } from '../../../engines/message/index.ts'
import type { Language } from '../../../kernel/index.ts'
import { type Paper, printDate, printDateRange, printNumber } from '../../../kernel/publishing.ts'

const words = {
  pt: {
    ...{ title: 'O que se ouviu antes, durante e depois', topic: 'Tema', kind: 'O que é', sum: 'Tudo junto', sessions: 'Escutas' },
    parts: { before: 'Antes', during: 'Durante', after: 'Depois' },
    kinds: { question: 'perguntas', rumour: 'boatos', remark: 'observações' },
    ...{ nobody: 'ninguém escutou', toCome: 'ainda não chegou', running: 'ainda corre' },
    noCause: 'Não se diz que a campanha causou uma diferença: quem escuta mais vezes ouve mais, e outras coisas mudam ao mesmo tempo.',
    unknown: 'Onde ninguém escutou não se sabe o que as pessoas perguntaram; não quer dizer que não perguntaram.',
  },
  en: {
    ...{ title: 'What was heard before, during and after', topic: 'Topic', kind: 'What it is', sum: 'All together', sessions: 'Sessions' },
    parts: { before: 'Before', during: 'During', after: 'After' },
    kinds: { question: 'questions', rumour: 'rumours', remark: 'remarks' },
    ...{ nobody: 'nobody listened', toCome: 'has not come yet', running: 'still running' },
    noCause: 'It is not claimed that the campaign caused a difference: who listens more often hears more, and other things change at the same time.',
    unknown: 'Where nobody listened it is not known what people asked; it does not mean that they did not ask.',
  },
} as const satisfies Record<Language, { parts: Record<CampaignPart, string>; kinds: Record<HeardKind, string> } & Record<string, unknown>>

export function heardTables({ time, lines, sums }: HeardAround, lang: Language, topicOf: (code: string) => string): NonNullable<Paper['tables']> {
  const w = words[lang]
  const count = (part: CampaignPart, n: number | 'unknown') =>
    n !== 'unknown' ? printNumber(n, lang) : time.some((each) => each.part === part && each.still === 'to-come') ? w.toCome : w.nobody
  const cells = (counts: HeardAround['sums']) => time.map(({ part }) => count(part, counts[part]))
  const listened = time.map(({ part, from, to, still, sessions, days, places }) => {
    const span = `${w.parts[part]} (${printDateRange(from, to, lang)}${still === 'running' ? `; ${w.running}` : ''})`
    if (sessions === 0) return `${span}: ${still === 'to-come' ? w.toCome : w.nobody}.`
    return `${span}: ${w.sessions.toLowerCase()} ${printNumber(sessions, lang)}; ${places.join(', ')}; ${days.map((day) => printDate(day, lang)).join(', ')}.`
  })
  return [
    {
      title: w.title,
      columns: [{ title: w.topic, wide: true }, { title: w.kind }, ...time.map(({ part }) => ({ title: w.parts[part], number: true }))],
      rows: [...lines.map(({ topic, kind, counts }) => [topicOf(topic), w.kinds[kind], ...cells(counts)]), [w.sum, '', ...cells(sums)]],
      notes: [...listened, w.noCause, w.unknown],
    },
  ]
}
