/** What must travel with every file: what it is, how far it can be trusted, under which licence, and how to check it. As lines of a sheet, or as a text. */
import { printCount, printDate, printDateRange, printList, printNumber } from '../../../kernel/publishing.ts'
import type { Language } from '../../../kernel/shared.ts'
import type { PublicRound } from '../publicRound.ts'
import { ageLine } from '../reports/ageLine.ts'
import { citation, documentNumber, reportTitle } from '../reports/citation.ts'
import { methodLabels, unitLabel } from '../reports/codeWords.ts'
import { reportWords } from '../reports/words.ts'

const emptyCells: Record<Language, [string, string]> = {
  pt: ['Células vazias', 'Uma célula vazia quer dizer desconhecido ou retido; nunca quer dizer zero.'],
  en: ['Empty cells', 'An empty cell means unknown or withheld; it never means zero.'],
}

export function readmeLines(published: PublicRound, lang: Language, hash: string): [string, string][] {
  const { round, operation, coverage, demonstration, endorsement } = published
  const words = reportWords[lang]
  const people = printCount(published.totals.individuals, lang)
  const visited = {
    assessed: printNumber(coverage.assessed, lang),
    expected: printNumber(coverage.expected, lang),
    unit: unitLabel(round.unitLevel, coverage.expected, lang),
  }
  const endorsed = { office: endorsement.office, date: printDate(endorsement.date, lang) }
  return [
    ...(demonstration ? [[words.demonstration, `${demonstration.note[lang]} ${demonstration.sources.join(' ')}`] as [string, string]] : []),
    [words.document, `${documentNumber(published, lang)}: ${reportTitle(published, lang)}, ${operation.name}`],
    [words.people, people],
    [words.reportingDate, printDate(round.reportingDate, lang)],
    [words.collected, printDateRange(round.collectedFrom, round.collectedTo, lang)],
    [words.coverage, coverage.expected > 0 ? words.covered(visited) : words.coverageUnknown],
    [
      words.method,
      printList(
        published.methods.map(({ method }) => methodLabels[method][lang]),
        lang,
      ),
    ],
    [words.sexAndAge, ageLine(published, lang)],
    ...published.limitations.map((limitation): [string, string] => [words.limitations, limitation[lang]]),
    emptyCells[lang],
    [words.endorsement, endorsement.kind === 'endorsed' ? words.endorsed(endorsed) : words.endorsedWithReservations(endorsed)],
    ...endorsement.reservations.map(({ name, pcode, text }): [string, string] => [words.reservation, `${name} (${pcode}): ${text}`]),
    [words.version, [String(round.version), round.changeNote?.[lang]].filter(Boolean).join('. ')],
    [words.licence, published.licence],
    [words.citeAs, citation(published, lang)],
    [words.hash, hash],
  ]
}

/** README.txt beside the CSV, which has no room for it. */
export const roundReadme = (round: PublicRound, lang: Language, hash: string): string =>
  `${[reportTitle(round, lang), ...readmeLines(round, lang, hash).map(([name, line]) => `${name}: ${line}`)].join('\n')}\n`
