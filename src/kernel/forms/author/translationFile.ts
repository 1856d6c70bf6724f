/** Texts out as one sheet for a translator who is paid by the hour, and back: a line for each text, a column for each language, context beside it. */
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { Actor } from '../../access/actor.ts'
import { isRefused, type Refused, refused } from '../../db/transaction.ts'
import type { House } from '../../house.ts'
import { readTabular } from '../../import/readFile.ts'
import { type OutColumn, writeXlsx } from '../../import/writeTable.ts'
import { refuse } from '../../refusal.ts'
import type { Language } from '../../text/bilingual.ts'
import { changeDraft, type Drafted, openWorkbook, type Upload } from './draft.ts'
import { type TextChange, textTable, withTexts } from './translations.ts'

const context = ['sheet', 'row', 'field', 'name'] as const
const contextLabels = {
  sheet: { pt: 'Folha', en: 'Sheet' },
  row: { pt: 'Linha', en: 'Row' },
  field: { pt: 'Texto', en: 'Text' },
  name: { pt: 'Pergunta ou escolha', en: 'Question or choice' },
} as const
/** The header of a form's own, unnamed language. */
const unnamed = '(-)'

export async function translationSheet(house: House, actor: Actor, form: string, language: Language): Promise<Buffer | Refused> {
  const opened = await openWorkbook(house, actor, form)
  if (isRefused(opened)) return opened
  const { languages, lines } = textTable(opened.workbook)
  const columns: OutColumn[] = [
    ...context.map((name): OutColumn => ({ name, labels: contextLabels[name], kind: name === 'row' ? 'integer' : 'text' })),
    ...languages.map((name): OutColumn => ({ name, labels: { pt: name || unnamed, en: name || unnamed }, kind: 'text' })),
  ]
  const out = new PassThrough()
  const whole = buffer(out)
  const rows = lines.map(({ sheet, row, field, name, texts }) => [sheet, row, field, name, ...languages.map((each) => texts[each] ?? '')])
  await writeXlsx({ title: language === 'pt' ? 'Traduções' : 'Translations', columns, language, rows }, out)
  return whole
}

/** Only what differs from the form is taken; a line that names nothing of the form is left. */
export async function takeTranslations(house: House, actor: Actor, form: string, file: Upload): Promise<(Drafted & { changed: number }) | Refused> {
  const read = await readTabular({ name: file.name, bytes: file.bytes })
  if ('code' in read) return refused(read)
  const sheet = read.sheets.find(({ columns }) => context.every((name) => columns.some((column) => isContext(column.name, name))))
  if (!sheet) return refused(refuse('forms.not-translations'))
  const at = (name: (typeof context)[number]) => sheet.columns.findIndex((column) => isContext(column.name, name))
  const languages = sheet.columns.flatMap((column, i) =>
    context.some((name) => isContext(column.name, name)) || column.name === '' ? [] : [{ language: column.name === unnamed ? '' : column.name, i }],
  )
  let changed = 0
  const drafted = await changeDraft(house, actor, form, (workbook) => {
    const now = textTable(workbook)
    const changes = sheet.rows.flatMap(({ cells }): TextChange[] => {
      const place = { sheet: String(cells[at('sheet')]), row: Number(cells[at('row')]), field: String(cells[at('field')]) }
      const line = now.lines.find((each) => each.sheet === place.sheet && each.row === place.row && each.field === place.field)
      if (!line) return []
      return languages.flatMap(({ language, i }) => {
        const text = String(cells[i] ?? '').trim()
        return text === '' || text === (line.texts[language] ?? '') ? [] : [{ sheet: line.sheet, row: line.row, field: line.field, language, text }]
      })
    })
    changed = changes.length
    return changes.length === 0 ? refused(refuse('forms.nothing-translated')) : withTexts(workbook, changes)
  })
  return isRefused(drafted) ? drafted : { ...drafted, changed }
}

const isContext = (header: string, name: (typeof context)[number]) => [String(name), contextLabels[name].pt, contextLabels[name].en].includes(header)
