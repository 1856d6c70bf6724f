/** Blocks of the guide's text as elements; nothing is ever taken as HTML. */
import type { ReactNode } from 'react'
import { type Block, blocksOf, type Piece } from './markdown.ts'

/** A text does not change while it is shown, so its place in the text may name it. */
const numbered = <T,>(items: readonly T[]) => items.map((item, at) => ({ item, key: `${at}` }))

function Pieces({ of }: { of: readonly Piece[] }): ReactNode {
  return numbered(of).map(({ item, key }) => {
    if (item.kind === 'strong') return <strong key={key}>{item.text}</strong>
    if (item.kind === 'code') return <code key={key}>{item.text}</code>
    if (item.kind === 'link')
      return (
        <a key={key} href={item.to}>
          {item.text}
        </a>
      )
    return <span key={key}>{item.text}</span>
  })
}

function Table({ head, rows }: Extract<Block, { kind: 'table' }>) {
  return (
    <table>
      <thead>
        <tr>
          {numbered(head).map(({ item, key }) => (
            <th key={key} scope="col">
              <Pieces of={item} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {numbered(rows).map(({ item: row, key }) => (
          <tr key={key}>
            {numbered(row).map(({ item, key: cell }) => (
              <td key={cell}>
                <Pieces of={item} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function OneBlock({ block }: { block: Block }) {
  if (block.kind === 'table') return <Table {...block} />
  if (block.kind === 'picture')
    return (
      <figure className={block.name.startsWith('guide-') ? 'phone' : undefined}>
        <img src={`/api/guide/pictures/${block.name}`} alt={block.shows} loading="lazy" />
        <figcaption>{block.shows}</figcaption>
      </figure>
    )
  if (block.kind === 'code') return <pre>{block.text}</pre>
  if (block.kind === 'list') {
    const items = numbered(block.items).map(({ item, key }) => (
      <li key={key}>
        <Pieces of={item} />
      </li>
    ))
    return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>
  }
  if (block.kind === 'paragraph')
    return (
      <p>
        <Pieces of={block.text} />
      </p>
    )
  const Heading = block.level === 2 ? 'h3' : 'h4'
  return (
    <Heading>
      <Pieces of={block.text} />
    </Heading>
  )
}

export function Drawn({ markdown }: { markdown: string }) {
  return numbered(blocksOf(markdown)).map(({ item, key }) => <OneBlock key={key} block={item} />)
}
