/**
 * Displacement's way of taking files in: what the interpretation proposes (../import) is shown, decided on and written into the registers, all of it or
 * nothing. Strategy: focus area 15, activity B.
 */
import { type Choices, type Importer, type Preview, refuse, refused, type TabularFile } from '../../../kernel/index.ts'
import { agesTaken, columnsTaken, interpret, settle } from '../import/interpret.ts'
import type { Decision, ImportContext, Proposal } from '../import/proposal.ts'
import { contextOf } from './context.ts'
import { broughtSpellings } from './spellings.ts'
import { undoImportOfRounds } from './undo.ts'
import { type Target, writeProposal } from './write.ts'
import { writtenRounds } from './writtenRounds.ts'

/** What the wizard says it understood of the file itself, beside what it would write. */
type AsRead = { understood: TabularFile['understood']; sheets: unknown[]; columns: ReturnType<typeof columnsTaken>; ages: ReturnType<typeof agesTaken> }

export type Reading = { proposal: Proposal; context: ImportContext; target: Target; asRead: AsRead }

const asRead = (file: TabularFile, mapping: Choices['columns'], { ageBands }: ImportContext): AsRead => ({
  understood: file.understood,
  sheets: file.sheets.map(({ name, hidden, rows, headerLines, hxlLine, columns }) => ({ name, hidden, rows: rows.length, headerLines, hxlLine, columns })),
  columns: columnsTaken(file, mapping),
  ages: agesTaken(file, mapping, ageBands),
})

/** An answer is kept as `code` and item in one key, so that the wizard's answers travel as plain words. */
function decisionsOf({ answers = {} }: Choices): Decision[] {
  return Object.entries(answers).map(([key, given]) => {
    const at = key.indexOf('/')
    const [answer = '', value, from, to] = given.split('|')
    return { code: at < 0 ? key : key.slice(0, at), item: at < 0 ? '*' : key.slice(at + 1), answer, value, from, to }
  })
}

function previewOf({ proposal, context, asRead: read }: Reading): Preview {
  const settled = settle(proposal, context)
  const heldBack = proposal.quarantined.reduce((sum, { lines }) => sum + lines.length, 0)
  return {
    rows: proposal.rowsRead,
    inScope: proposal.inScope,
    quarantined: heldBack,
    outOfScope: proposal.outOfScope.reduce((sum, { lines }) => sum + lines.length, 0),
    findings: [
      ...proposal.findings,
      ...proposal.refusals.map(({ code, facts }) => ({ code, severity: 'error' as const, facts: facts as Preview['findings'][number]['facts'] })),
    ],
    questions: proposal.questions.map(({ code, facts, options, proposed, items }) => ({
      code,
      key: code,
      facts,
      options: options.map((value) => ({ value })),
      proposed,
      items: items.map((item) => ({ ...item, key: `${code}/${item.id}` })),
    })),
    details: {
      ...read,
      shape: proposal.shape,
      new: settled.assessments.length,
      known: proposal.assessments.length - settled.assessments.length,
      newPlaces: settled.places.length,
      rounds: proposal.rounds.map(({ number, assessmentType, operation, country, from, to, places, households, individuals, carriedForward }) => ({
        number,
        assessmentType,
        operation,
        country,
        from,
        to,
        places,
        households,
        individuals,
        carriedForward,
      })),
    },
  }
}

export const displacementImporter: Importer<Reading, ImportContext> = {
  kind: 'displacement',
  label: { pt: 'Ronda de deslocamento', en: 'Displacement round' },
  remembers: [
    'import.place-unknown',
    'import.code-reused',
    'import.code-renamed',
    'import.name-variant',
    'import.same-name-two-lists',
    'import.site-type',
    'import.site-classification',
  ],
  lookUp: (choices, db, house) => contextOf(db, house, choices, decisionsOf(choices)),
  interpret: (file, choices, context) => ({
    proposal: interpret(file, context),
    context,
    target: (choices.target ?? {}) as Target,
    asRead: asRead(file, choices.columns, context),
  }),
  preview: previewOf,
  spellings: ({ proposal, context }) => broughtSpellings(proposal, context),
  async write(reading, importId, db, house, progress) {
    const { proposal, context, target } = reading
    const settled = settle(proposal, context)
    if (settled.refusals.length > 0) return { refused: settled.refusals }
    if (settled.assessments.length === 0) return { imported: 0, newPlaces: 0, rounds: await writtenRounds(db, proposal.rounds, target) }
    const unnamed = settled.rounds.some(({ operation }) => operation === null) && !target.operation
    if (unnamed) return refused(refuse('import.operation-missing'))
    const written = await writeProposal(settled, { importId, target, db, house, progress })
    return 'refused' in written ? written : { ...written, rounds: await writtenRounds(db, proposal.rounds, target) }
  },
  undo: undoImportOfRounds,
}
