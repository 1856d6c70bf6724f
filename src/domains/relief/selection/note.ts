/**
 * The selection note: what a community, a partner or an auditor needs to make the list again (criteria, cut, ties, digits, both hashes, method) and, once published, the
 * outcome by household code. No points, no reasons, no names (relief specification, 3.3 and 5).
 */
import { readFileSync } from 'node:fs'
import type { Language } from '../../../kernel/index.ts'
import { compilePdf } from '../../../kernel/publishing.ts'
import { noteWords } from './noteWords.ts'
import type { OpenRun } from './readRuns.ts'

let template: string | undefined

const cutOf = (run: OpenRun, lang: Language): string => {
  const words = noteWords[lang]
  const cut = run.cutKind === 'quota' ? `${words.quota}: ${run.cut}` : `${words.threshold}: ${run.cut}`
  const grew = run.cutKind === 'quota' && run.selected !== run.cut && run.lines.length > 0 ? ` (${words.became} ${run.selected})` : ''
  return `${cut}${grew}`
}

function noteDataOf(run: OpenRun, lang: Language) {
  const words = noteWords[lang]
  const { set } = run
  const published = run.state === 'published'
  const facts: [string, string][] = [
    [words.place, run.placeName ? `${run.placeName} (${run.place})` : run.place],
    [
      words.criteriaSet,
      `${set.code}, ${words.edition} ${set.edition}; ${words.minutes} ${set.minutesOn}; ${words.present}: ${set.women} ${words.women}, ${set.men} ${words.men}`,
    ],
    [words.source, set.source],
    [words.cut, cutOf(run, lang)],
    ...(run.cutKind === 'quota' ? ([[words.ties, words[run.tiePolicy]]] as [string, string][]) : []),
    [words.tieBreaks, [...run.tieBreaks, words.lottery].join(' → ')],
    [words.candidates, String(run.candidates ?? words.unknown)],
    [words.seed, run.seed ?? words.notDrawn],
    [words.witnesses, (run.witnesses ?? []).map((role) => words[role]).join('; ')],
  ]
  return {
    ...{ lang, region: lang === 'pt' ? 'MZ' : 'GB', words, title: `${run.programme}, ${words.selectionNo} ${run.number}`, facts },
    day: (run.publishedAt ?? run.approvedAt ?? run.seedDrawnAt ?? run.recordedAt).slice(0, 10),
    criteria: set.criteria.map(({ question, points, kind, atMost, evidence }) => [
      question[lang],
      kind === 'each' ? `${points} ${words.each} ${atMost ?? 1}` : String(points),
      evidence,
    ]),
    hashes: [
      [words.frozenHash, run.candidatesHash ?? words.notFrozen],
      [words.rankedHash, run.rankedHash ?? words.notRanked],
      [words.outcomeHash, run.outcomeHash ?? words.notPublished],
    ],
    list: published ? run.lines.toSorted((a, b) => (a.household < b.household ? -1 : 1)).map(({ household, outcome }) => [household, words[outcome]]) : null,
  }
}

export function notePdf(run: OpenRun, lang: Language): Uint8Array {
  template ??= readFileSync(new URL('./note.typ', import.meta.url), 'utf8')
  return compilePdf({ template, data: noteDataOf(run, lang) })
}
