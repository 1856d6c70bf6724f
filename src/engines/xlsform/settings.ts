/** The sheet `settings`: one row of values about the form as a whole. */
import type { Findings } from './findings.ts'
import { cellOf, type Line, readLine } from './line.ts'
import { findSheet, readSheet } from './sheets.ts'
import type { Workbook } from './workbook.ts'

export type Settings = {
  line: Line | null
  title: string
  formId: string
  version: string
  rootName: string
  /** '' when the author named none. */
  defaultLanguage: string
  style: string
  instanceName: string
  instanceNamespace: string
  submissionUrl: string
  publicKey: string
  autoSend: string
  autoDelete: string
  allowsChoiceTwins: boolean
  smsPrefix: string
  smsDelimiter: string
  namespaces: Record<string, string>
  attributes: Record<string, string>
  omitsInstanceId: boolean
  /** Groups order the screens only: their questions stand where the group would. */
  isFlat: boolean
}

export type CompileOptions = { name?: string; language?: string; formId?: string }

const defaultName = 'data'

export const isYes = (text: string): boolean => /^(yes|true|true\(\))$/i.test(text)
export const isNo = (text: string): boolean => /^(no|false|false\(\))$/i.test(text)

export function readSettings(workbook: Workbook, options: CompileOptions, findings: Findings): Settings {
  const raw = findSheet(workbook, 'settings')
  const sheet = raw && readSheet(raw, 'settings', findings)
  const line = sheet?.rows[0] ? readLine(sheet, sheet.rows[0]) : null
  const of = (column: string) => (line ? cellOf(line, column) : '')
  const formId = of('form_id') || options.formId || defaultName
  return {
    line,
    formId,
    title: of('form_title') || formId,
    version: of('version'),
    rootName: of('name') || options.name || defaultName,
    defaultLanguage: of('default_language') || options.language || '',
    style: of('style'),
    instanceName: of('instance_name'),
    instanceNamespace: of('instance_xmlns'),
    submissionUrl: of('submission_url'),
    publicKey: of('public_key'),
    autoSend: of('auto_send'),
    autoDelete: of('auto_delete'),
    allowsChoiceTwins: isYes(of('allow_choice_duplicates')),
    smsPrefix: of('prefix'),
    smsDelimiter: of('delimiter'),
    namespaces: readNamespaces(of('namespaces')),
    attributes: Object.fromEntries((line?.attribute ?? []).map(({ attribute, value }) => [attribute, value])),
    omitsInstanceId: isYes(of('omit_instance_id')),
    isFlat: isYes(of('flat')),
  }
}

/** `esri="http://esri.com/xforms" enk="http://…"`: prefixes that the author's own attributes use. */
function readNamespaces(text: string): Record<string, string> {
  return Object.fromEntries([...text.matchAll(/([\w.-]+)\s*=\s*["'“”]([^"'“”]+)["'“”]/g)].map(([, prefix, uri]) => [`xmlns:${prefix}`, uri!]))
}
