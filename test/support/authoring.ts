/** The author's requests as a test makes them, and small workbooks written as Markdown tables. */
import { multipart, type Refusals } from './importing.ts'
import type { Name, TestHouse } from './testHouse.ts'

export type Answered<T> = { status: number; body: T & Refusals; text: string }
export type ShownForm = {
  form: { id: string; code: string; title: string; state: string; placeQuestion: string | null }
  versions: { id: string; name: string; note: string | null }[]
  draft: {
    id: string
    name: string
    understood: string
    refusals: number
    languages: string[]
    questions: { path: string; type: string }[]
    findings: { at: number; code: string; severity: string; sheet: string; row?: number; sentence: { pt: string; en: string }; repair: object | null }[]
    drift: Record<'added' | 'removed' | 'retyped' | 'relabelled' | 'choicesRemoved', Record<string, never>[]> | null
    attachments: { fileName: string; kind: string; list: string | null }[]
    needed: string[]
  } | null
  obstacles: { code: string; facts: Record<string, never> }[]
  lists: string[]
}

export const authorOf = (test: TestHouse, who: Name = 'bento') => {
  const ask = async <T>(method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object) =>
    (await test.ask(who, { method, url: `/api/forms/author${url}`, ...(payload ? { payload } : {}) })) as unknown as Answered<T>
  const send = async <T>(url: string, name: string, content: string | Buffer, fields: Record<string, string> = {}) =>
    (await test.ask(who, {
      method: 'POST',
      url: `/api/forms/author${url}`,
      ...multipart({ name, bytes: Buffer.from(content) }, fields),
    })) as unknown as Answered<T>
  return {
    ask,
    send,
    handIn: (text: string, fields: Record<string, string> = {}, name = 'questionario.md') => send<{ form: string; version: string }>('', name, text, fields),
    show: async (form: string) => (await ask<ShownForm>('GET', `/${form}`)).body,
    publish: (form: string, note = 'Primeira versão', version?: string) =>
      ask<{ version: string; name: string }>('POST', `/${form}/publish`, { note, ...(version ? { version } : {}) }),
  }
}

/** A sheet as it stands in a Markdown file. */
export const sheet = (name: string, ...rows: string[]): string => [`| ${name} |`, ...rows.map((row) => `| | ${row} |`)].join('\n')

export const settings = (version: string, code = 'visita') => sheet('settings', 'form_title | form_id | version', `Visita | ${code} | ${version}`)

/** As a workbook names another question. */
export const answerTo = (name: string) => `$\{${name}}`
