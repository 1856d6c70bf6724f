/** What stands on the paper of the minutes beside what was typed. */
import type { Language } from '../../../kernel/index.ts'

export const minutesWords: Record<
  Language,
  Record<
    'title' | 'venue' | 'chair' | 'present' | 'people' | 'decision' | 'decisions' | 'actions' | 'action' | 'owner' | 'due' | 'noActions' | 'typedOnce',
    string
  >
> = {
  pt: {
    title: 'Acta da reunião',
    venue: 'Local',
    chair: 'Preside',
    present: 'Presenças',
    people: 'pessoas',
    decision: 'Decisão',
    decisions: 'Assuntos e decisões',
    actions: 'Acções',
    action: 'O que se faz',
    owner: 'Quem',
    due: 'Até',
    noActions: 'Desta reunião não saiu nenhuma acção.',
    typedOnce: 'O texto está na língua em que foi escrito; os títulos estão em português.',
  },
  en: {
    title: 'Minutes of the meeting',
    venue: 'Venue',
    chair: 'Chair',
    present: 'Present',
    people: 'people',
    decision: 'Decision',
    decisions: 'Topics and decisions',
    actions: 'Actions',
    action: 'What is done',
    owner: 'Who',
    due: 'By',
    noActions: 'No action came out of this meeting.',
    typedOnce: 'The text stands in the language in which it was typed; the headings are in English.',
  },
}
