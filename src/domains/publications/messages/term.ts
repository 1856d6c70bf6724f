/** The words that the mission agreed on with those who speak the language: one thing has one name in each, and what must not be said stands beside it. */
import { code, optional, record, text } from '../../../kernel/index.ts'
import { messageEditors, officeReads } from './message.ts'

export const Term = record(
  'publications.term',
  {
    concept: text('O que se quer dizer', 'What is meant', {
      letters: 100,
      hint: {
        pt: 'O mesmo nome em todas as línguas, por exemplo: deslocado interno',
        en: 'The same name in all languages, for example: internally displaced person',
      },
    }),
    language: code('messageLanguage', 'Língua', 'Language'),
    preferred: text('Palavra a usar', 'Word to use', { letters: 100 }),
    avoid: optional(text('Palavras a evitar', 'Words to avoid', { letters: 500, hint: { pt: 'Separadas por ponto e vírgula', en: 'Parted by semicolons' } })),
    definition: text('Definição', 'Definition', { letters: 1000 }),
    source: text('De onde vem', 'Where it comes from', { letters: 300 }),
  },
  {
    labels: { one: { pt: 'Termo', en: 'Term' }, many: { pt: 'Lista de termos', en: 'Term list' } },
    class: 2,
    title: 'preferred',
    unique: [['concept', 'language']],
    access: { read: officeReads, create: messageEditors, update: messageEditors },
  },
)
