/** The data dictionary of a publication, as a page and as a table for programs; and how each kind of publication is made. */
import type { DictionaryTable, MethodFacts } from '../../kernel/publishing.ts'
import type { Bilingual, Language } from '../../kernel/shared.ts'
import { type Html, html } from './html.ts'
import { layout, other } from './layout.ts'
import type { PortalProduct, PortalSite, PortalSummary } from './model.ts'
import { portalPaths } from './paths.ts'
import { productList } from './productList.ts'
import { say, sayCode, type Word } from './words.ts'

type Codes = readonly (Bilingual & { code: string })[]
/** A table with its files by name, and the labels of its codes. */
export type ShownTable = Omit<DictionaryTable, 'files' | 'columns'> & {
  files: string[]
  columns: (Omit<DictionaryTable['columns'][number], 'about'> & { about: Bilingual & { empty: string; unit?: Bilingual }; codes: Codes })[]
}
export type DictionaryModel = { site: PortalSite; product: PortalProduct; tables: ShownTable[] }

const headOf = (column: ShownTable['columns'][number]) => [...new Set([column.labels.en, column.labels.pt])]
const emptyOf = (empty: string, lang: Language) => say(lang, `empty.${empty}` as Word)

export function dictionaryPage({ site, product, tables }: DictionaryModel, lang: Language, base: string): string {
  const paths = portalPaths(base, lang)
  const title = `${say(lang, 'dictionary')}: ${product.title[lang]}`
  const main = html`<p class="kicker"><a href="${paths.publication(product.slug, product.version)}">${product.title[lang]}</a></p><h1>${say(lang, 'dictionary')}</h1>
<p class="lead">${say(lang, 'dictionaryIntro')}</p><p class="buttons"><a class="button plain" href="${paths.dictionary(product.slug, product.version)}.csv">${say(lang, 'dictionarySave')}</a></p>
${tables.map((table) => tableSection(table, lang))}
<p class="quiet">${say(lang, 'dictionaryJson')}</p>`
  const otherLanguage = portalPaths(base, other(lang)).dictionary(product.slug, product.version)
  return layout({ site, title, description: say(lang, 'dictionaryIntro'), otherLanguage, section: 'repository', main }, lang, base)
}

function tableSection(table: ShownTable, lang: Language): Html {
  return html`<section id="${table.name}"><h2>${table.title[lang]}</h2><p class="quiet">${table.restricted ? say(lang, 'dictionaryRestricted') : html`${say(lang, 'dictionaryFiles')} ${table.files.join(', ')}`}</p>
<div class="scroll" tabindex="0"><table><thead><tr><th scope="col">${say(lang, 'column')}</th><th scope="col">${say(lang, 'meaningWord')}</th><th scope="col">${say(lang, 'emptyWord')}</th><th scope="col">${say(lang, 'hxlTag')}</th></tr></thead>
<tbody>${table.columns.map((column) => html`<tr><th scope="row">${headOf(column).map((name) => html`<code>${name}</code> `)}</th><td>${column.about[lang]}.${column.about.unit && html` ${say(lang, 'unitWord')}: ${column.about.unit[lang]}.`}${codesOf(column.codes, lang)}</td><td>${emptyOf(column.about.empty, lang)}</td><td><code>${column.hxl ?? ''}</code></td></tr>`)}</tbody></table></div></section>`
}

const codesOf = (codes: Codes, lang: Language): Html =>
  codes.length === 0
    ? html``
    : html`<details><summary>${say(lang, 'codesWord')} (${codes.length})</summary><dl>${codes.map((code) => html`<dt><code>${code.code}</code></dt><dd>${code[lang]}</dd>`)}</dl></details>`

/** One line a column, with a header in the reader's language: what a catalogue or a script reads. */
export function dictionaryRows({ tables }: Pick<DictionaryModel, 'tables'>, lang: Language): string[][] {
  const head = (['files', 'column', 'hxlTag', 'meaningWord', 'unitWord', 'codesWord', 'emptyWord'] as const).map((word) => say(lang, word))
  const lines = tables.flatMap((table) =>
    table.columns.map((column) => [
      table.restricted ? say(lang, 'dictionaryRestricted') : table.files.join(' '),
      headOf(column).join(' / '),
      column.hxl ?? '',
      column.about[lang],
      column.about.unit?.[lang] ?? '',
      column.codes.map((code) => `${code.code}: ${code[lang]}`).join('; '),
      emptyOf(column.about.empty, lang),
    ]),
  )
  return [head, ...lines]
}

const otherReports = ['monthly-situation', 'donor-report', 'focus-area-report', 'migration-profile'] as const
export const methodKinds = ['round-report', 'movement-alert', 'flow-bulletin', 'survey', 'strategy-report', ...otherReports, '4w-snapshot'] as const
export type MethodKind = (typeof methodKinds)[number]
export type KindMethodModel = { site: PortalSite; kind: MethodKind; newest: { product: PortalSummary; facts: MethodFacts } | null }

export function kindMethodPage({ site, kind, newest }: KindMethodModel, lang: Language, base: string): string {
  const title = say(lang, 'methodOf', { kind: sayCode(lang, kind).toLowerCase() })
  const list = (word: Word, lines: readonly Bilingual[]) =>
    lines.length > 0 && html`<h3>${say(lang, word)}</h3><ul>${lines.map((line) => html`<li class="breaks">${line[lang]}</li>`)}</ul>`
  const main = html`<p class="kicker"><a href="${portalPaths(base, lang).method}">${say(lang, 'method')}</a></p><h1>${title}</h1><p class="lead">${say(lang, `method.${kind}`)}</p>
<section><h2>${say(lang, 'methodNewest')}</h2>${
    newest
      ? html`${productList([newest.product], lang, base)}${list('method', newest.facts.method)}${list('coverage', newest.facts.coverage)}${list('limitations', newest.facts.limits)}<p class="quiet">${say(lang, 'methodVersion')}: <code>${newest.facts.version}</code></p>`
      : html`<p class="nothing">${say(lang, 'methodNone')}</p>`
  }</section>`
  const otherLanguage = portalPaths(base, other(lang)).methodOf(kind)
  return layout({ site, title, description: say(lang, `method.${kind}`), otherLanguage, section: 'method', main }, lang, base)
}
