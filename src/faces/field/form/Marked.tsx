/**
 * Texts of a form's author: bold, italic, lists and links become elements; nothing is ever handed to the browser as markup. Links go to the web, to mail
 * and to the telephone only.
 */
import type { MarkdownNode, TextRange, TextRole } from '@getodk/xforms-engine'
import { createElement, Fragment, type ReactNode } from 'react'

const allowed = new Set(['a', 'br', 'em', 'strong', 'u', 'li', 'ol', 'ul', 'p', 'span', 'div'])
const safeLink = /^(https?:|mailto:|tel:)/i

const withoutTags = (text: string) => text.replace(/<[^>]*>/g, '')

/** Inside a label a paragraph is a line, and a heading is bold: the page has its own headings. */
const elementFor = (name: string) => (/^h[1-6]$/.test(name) ? 'strong' : name === 'p' || name === 'div' ? 'span' : allowed.has(name) ? name : 'span')

function drawn(node: MarkdownNode): ReactNode {
  if (node.role === 'child') return node.value
  if (node.role === 'line-break') return <br key={node.id} />
  if (node.role === 'html') return withoutTags(node.unsafeHtml)
  const inside = node.children.map((child) => <Fragment key={child.id}>{drawn(child)}</Fragment>)
  if (node.elementName === 'a') {
    const url = String((node as { url?: string }).url ?? '')
    return safeLink.test(url) ? (
      <a key={node.id} href={url} target="_blank" rel="noreferrer noopener">
        {inside}
      </a>
    ) : (
      <span key={node.id}>{inside}</span>
    )
  }
  const isBlock = node.elementName === 'p' || node.elementName === 'div'
  return createElement(elementFor(node.elementName), { key: node.id, className: isBlock ? 'line-of-text' : undefined }, ...inside)
}

export function Marked({ text }: { text: TextRange<TextRole> | null | undefined }) {
  if (!text) return null
  return (
    <>
      {text.formatted.map((node) => (
        <Fragment key={node.id}>{drawn(node)}</Fragment>
      ))}
    </>
  )
}
