/** How workbooks say how a figure is known. */
import { fold } from '../../../../engines/places/spelling.ts'
import type { Language } from '../../../../kernel/index.ts'
import { type ReachEvidence, reachEvidences } from '../reach.ts'

const inPortuguese: Record<ReachEvidence, string> = { counted: 'contado', estimated: 'estimado', derived: 'calculado' }

/** As a workbook writes it, so that it is read back as the same. */
export const wordOfEvidence = (evidence: ReachEvidence, language: Language): string => (language === 'pt' ? inPortuguese[evidence] : evidence)

const words = new Map(reachEvidences.flatMap((evidence) => [evidence, inPortuguese[evidence]].map((word): [string, ReachEvidence] => [word, evidence])))
/** Null: the file does not say, or says it in words that nobody knows. */
export const evidenceOf = (written: string | null): ReachEvidence | null => (written === null ? null : (words.get(fold(written)) ?? null))
