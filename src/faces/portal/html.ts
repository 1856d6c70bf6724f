/** Pages as plain text functions: whatever is put into a template is escaped, unless it is itself a piece of page. */

export type Html = { html: string }
type Value = Html | string | number | null | undefined | false | readonly (Html | string | null | false)[]

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** Text that is markup already: drawings made by ourselves, never anything that somebody typed. */
export const trusted = (markup: string): Html => ({ html: markup })

function print(value: Value): string {
  if (value === null || value === undefined || value === false) return ''
  if (typeof value === 'string') return escapeHtml(value)
  if (typeof value === 'number') return String(value)
  if ('html' in value) return value.html
  return value.map(print).join('')
}

/** The template tag of every page, feed and drawing of the portal. */
export const html = (parts: TemplateStringsArray, ...values: Value[]): Html => ({
  html: parts.reduce((text, part, i) => text + print(values[i - 1]) + part),
})
