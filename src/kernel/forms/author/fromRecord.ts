/**
 * A questionnaire made from a record's declaration, for capture in the field: fields become questions in both languages, codes become choices of the country
 * pack, references become lists from our own registers. What comes back is checked by the record's own rules.
 */
import type { Workbook, WorkbookSheet } from '../../../engines/xlsform/index.ts'
import { columnLetter } from '../../../engines/xlsform/index.ts'
import type { Pack } from '../../pack/readPack.ts'
import type { Field } from '../../record/fields.ts'
import type { RecordDeclaration } from '../../record/record.ts'
import { choiceName } from './packChoices.ts'

const languages = { pt: 'Português (pt)', en: 'English (en)' } as const
type Line = Record<string, string>

const sheetOf = (name: string, lines: readonly Line[]): WorkbookSheet => {
  const headers = [...new Set(lines.flatMap((line) => Object.keys(line)))]
  const cells = (values: readonly string[]) => Object.fromEntries(values.flatMap((value, i) => (value === '' ? [] : [[columnLetter(i), value]])))
  return {
    name,
    rows: [{ row: 1, cells: cells(headers) }, ...lines.map((line, i) => ({ row: i + 2, cells: cells(headers.map((header) => line[header] ?? '')) }))],
  }
}

const labelled = (pt: string, en: string, column = 'label'): Line => ({ [`${column}::${languages.pt}`]: pt, [`${column}::${languages.en}`]: en })

/** The code of the list that stands for a register: `organisations.organisation` is `organisation`. */
const listOf = (to: string): string => (to === 'places.place' ? 'places' : to.split('.')[1]!.replaceAll('_', '-'))

const limits = ({ min, max }: Field): string => [min === undefined ? '' : `. >= ${min}`, max === undefined ? '' : `. <= ${max}`].filter(Boolean).join(' and ')

const types: Partial<Record<Field['kind'], string>> = { text: 'text', integer: 'integer', decimal: 'decimal', date: 'date', timestamp: 'dateTime' }

function questionOf(name: string, field: Field): Line | null {
  const base: Line = { name, ...labelled(field.label.pt, field.label.en), required: field.required ? 'yes' : '' }
  if (field.hint) Object.assign(base, labelled(field.hint.pt, field.hint.en, 'hint'))
  if (limits(field)) base.constraint = limits(field)
  const plain = types[field.kind]
  if (plain) return { type: plain, ...base }
  if (field.kind === 'boolean') return { type: 'select_one yes_no', ...base }
  if (field.kind === 'oneOf') return { type: `select_one ${name}`, ...base }
  if (field.kind === 'code') return { type: `select_one ${field.list}`, ...base }
  if (field.kind === 'codes') return { type: `select_multiple ${field.list}`, ...base }
  if (field.kind === 'ref') return { type: `select_one_from_file ${listOf(field.to!)}.csv`, ...base, appearance: 'minimal autocomplete' }
  return null
}

/** Choices that the record itself fixes; those of the pack are added by their list's name. */
const ownChoices = (fields: [string, Field][]): Line[] => [
  ...(fields.some(([, { kind }]) => kind === 'boolean')
    ? [
        { list_name: 'yes_no', name: 'true', ...labelled('Sim', 'Yes') },
        { list_name: 'yes_no', name: 'false', ...labelled('Não', 'No') },
      ]
    : []),
  ...fields.flatMap(([name, { kind, values }]) =>
    kind === 'oneOf' ? values!.map((value) => ({ list_name: name, name: choiceName(value), ...labelled(value, value) })) : [],
  ),
]

export function workbookFromRecord(record: RecordDeclaration, pack: Pack, version: string): Workbook {
  const fields = Object.entries(record.fields).filter(([, { computed, kind }]) => !computed && kind !== 'json' && kind !== 'bilingual')
  const { pt, en } = record.labels.one
  const survey = fields.flatMap(([name, field]) => [questionOf(name, field)].filter((line): line is Line => line !== null))
  const settings = [
    { form_title: pack.country.languages[0] === 'en' ? en : pt, form_id: record.name.replace('.', '_'), version, default_language: languages.pt },
  ]
  return { sheets: [sheetOf('survey', survey), sheetOf('choices', ownChoices(fields)), sheetOf('settings', settings)] }
}
