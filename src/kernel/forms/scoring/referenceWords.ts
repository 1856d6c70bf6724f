/**
 * What the reference converter says, as what we would say: each of its messages with the code that means the same here. Used only to compare; a message that
 * is not listed is compared by its place alone.
 */
type Meaning = readonly [RegExp, readonly string[]]

const near = (code: string) => [code, `${code}-near`]

const refusals: readonly Meaning[] = [
  [/Names must begin with a letter or underscore/, ['xlsform.name-invalid', 'xlsform.save-to-invalid', 'xlsform.parameter-name']],
  [/there are no valid containers available/, ['xlsform.entity-no-place']],
  [/must be unique within their nearest parent/, ['xlsform.name-twice']],
  [/Parameters must be in the form/, ['xlsform.parameters-unreadable']],
  [/should end with one of the supported file extensions/, ['xlsform.file-ending']],
  [/'reference-geometry' parameter must either/, ['xlsform.reference-geometry']],
  [/Could not find the name/, near('xlsform.reference-unknown')],
  [/is reserved for form metadata/, ['xlsform.name-reserved']],
  [/accepted parameter keys for this question type/, ['xlsform.parameter-unknown']],
  [/not compatible with this 'save_to' reference/, ['xlsform.save-to-other-scope']],
  [/not compatible with the variable reference/, ['xlsform.entity-other-scope']],
  [/^(\[row : \d+\] )?Unmatched 'end_/, ['xlsform.end-without-begin']],
  [/^(\[row : \d+\] )?Unmatched 'begin_/, ['xlsform.begin-without-end']],
  [/must have a comma between each variable/, ['xlsform.trigger-without-comma']],
  [/'trigger' value is invalid. Reference variables must start with/, ['xlsform.trigger-not-a-reference']],
  [/not user-visible/, ['xlsform.trigger-not-shown']],
  [/Groups and repeats can't be saved/, ['xlsform.save-to-on-group']],
  [/must not be 'name' or 'label'/, ['xlsform.save-to-reserved']],
  [/Names used here must not begin with two underscores/, ['xlsform.save-to-underscores', 'xlsform.entity-name-underscores']],
  [/Names used here must not contain a period/, ['xlsform.entity-name-period']],
  [/'incremental' parameter may either be/, ['xlsform.parameter-only-true']],
  [/invalid Android package name/, ['xlsform.parameter-app']],
  [/For the 'range' question type/, ['range']],
  [/at most one '#'/, ['xlsform.save-to-hash']],
  [/parameter must be either 'true' or 'false'|must be set to true or false/, ['xlsform.parameter-not-truth']],
  [/Choice names must be unique/, ['xlsform.choice-twice']],
  [/Unknown question type/, near('xlsform.type-unknown')],
  [/same instance id will be generated/, ['xlsform.instance-twice']],
  [/has no label or hint/, ['xlsform.says-nothing']],
  [/Entity lists must have a name/, ['xlsform.entity-without-list']],
  [/is already assigned by row/, ['xlsform.save-to-twice']],
  [/'label' is required when creating/, ['xlsform.entity-without-label']],
  [/'entity_id' is required when updating/, ['xlsform.entity-update-without-id']],
  [/'update_if' is required when upserting/, ['xlsform.entity-both-without-update']],
  [/must be prefixed with the entity 'list_name'/, ['xlsform.save-to-without-list']],
  [/parameter must have a numeric value/, ['xlsform.parameter-not-number']],
  [/must have an integer value|must be greater than or equal to zero/, ['xlsform.parameter-not-whole']],
  [/Choices must have a name/, ['xlsform.choice-without-name']],
  [/names must be unique anywhere in the 'survey'|There are multiple survey elements/, ['xlsform.reference-ambiguous']],
  [/Repeat names must unique/, ['xlsform.repeat-name-twice']],
  [/Repeat names must not be the same as the survey root/, ['xlsform.repeat-named-like-root']],
  [/Missing calculation/, ['xlsform.calculation-missing']],
  [/must not have any duplicate names/, ['xlsform.entity-list-twice']],
  [/was not found on the entities sheet/, near('xlsform.save-to-list-unknown')],
  [/add an entities sheet and declare/, ['xlsform.save-to-without-entities']],
  [/column names are invalid/, ['xlsform.entity-column']],
  [/Invalid value for quality/, ['xlsform.parameter-quality']],
  [/must be greater than or equal to location-min-interval/, ['xlsform.audit-age']],
  [/location-priority must be set to/, ['xlsform.parameter-priority']],
  [/are required parameters/, ['xlsform.audit-location']],
  [/Audits must always be named/, ['xlsform.audit-name']],
  [/track-changes-reasons must be/, ['xlsform.parameter-reasons']],
  [/List name not in external choices sheet/, ['xlsform.external-list-unknown']],
  [/List name not in choices sheet/, near('xlsform.list-unknown')],
  [/Question or group with no name/, ['xlsform.name-missing']],
  [/select from file type, using 'search\(\)'/, ['xlsform.search-with-file']],
  [/uses 'search\(\)', and its select type/, ['xlsform.search-shares-list']],
  [/Choice filter not supported with or_other/, ['xlsform.or-other-with-filter']],
  [/There should be an external_choices sheet/, near('xlsform.no-external-choices')],
  [/There should be a choices sheet/, ['xlsform.no-choices']],
  [/Duplicate column header|different names for the same column/, ['xlsform.column-twice']],
  [/section has not been included/, ['xlsform.include']],
]

const warnings: readonly Meaning[] = [
  [/Repeat has no label/, ['xlsform.repeat-without-label']],
  [/do not contain valid machine-readable codes/, ['xlsform.language-without-code']],
  [/case-insensitive match/, ['xlsform.name-differs-by-case']],
  [/Use the max-pixels parameter/, ['xlsform.photo-without-limit']],
  [/Choices should have a label/, ['xlsform.choice-without-label']],
  [/or_other and translations/, ['xlsform.or-other-translated']],
  [/is missing the (survey|choices) .*column/, ['xlsform.language-gap']],
  [/sheets with similar names were found/, ['xlsform.sheet-near']],
  [/no longer supported on most devices/, ['xlsform.old-metadata']],
]

const means = (table: readonly Meaning[], message: string): readonly string[] | null => table.find(([pattern]) => pattern.test(message))?.[1] ?? null

/** Null when the message is not listed. */
export function isSameRefusal(message: string, code: string): boolean {
  const codes = means(refusals, message)
  return codes === null || codes.includes(code) || (codes[0] === 'range' && code.startsWith('xlsform.range-'))
}

export const warningClass = (message: string): string => means(warnings, message)?.[0] ?? `unlisted: ${message.slice(0, 60)}`

/** Warnings that the reference converter knows too; ours alone are left out of the comparison. */
export const sharedWarnings: ReadonlySet<string> = new Set(warnings.flatMap(([, codes]) => codes))

/** The form is sound and the reference is not: its root competes with a question, it stumbles over itself, or it cannot open the file. */
export const isFaultOfReference = (error: string): boolean =>
  /multiple survey elements named 'data'/.test(error) || /unhashable type|got multiple values for argument|was not recognized as a supported type/.test(error)
