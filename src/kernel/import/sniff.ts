/** What a file is, by its first bytes and never by its name: people rename, and a workbook saved as `.csv` is still a workbook. */
import { type Refusal, refuse } from '../refusal.ts'
import { limits } from './limits.ts'
import { firstBytes, type Source, sizeOf } from './source.ts'

export type Kind = 'workbook' | 'old-workbook' | 'json' | 'text'

export async function sniff(source: Source): Promise<Kind | Refusal> {
  const { name } = source
  const size = await sizeOf(source)
  if (size === 0) return refuse('import.empty-file', { name })
  if (size > limits.fileBytes) return refuse('import.too-large', { name, bytes: size, limit: limits.fileBytes })
  const head = await firstBytes(source, 4096)
  const starts = (...bytes: number[]) => bytes.every((byte, at) => head[at] === byte)
  if (starts(0x50, 0x4b, 0x03, 0x04) || starts(0x50, 0x4b, 0x05, 0x06)) return 'workbook'
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) return 'old-workbook'
  if (/^\s*(\{\s*["}]|\[\s*[[{\]])/.test(head.toString('utf8').replace(/^\ufeff/, ''))) return 'json'
  const other = otherKind(head)
  return other ? notATable(name, other) : 'text'
}

const kindWords = {
  pdf: { pt: 'um PDF', en: 'a PDF' },
  image: { pt: 'uma imagem', en: 'a picture' },
  html: { pt: 'uma página web', en: 'a web page' },
  xml: { pt: 'XML', en: 'XML' },
  office: { pt: 'um documento antigo do Office sem folhas de cálculo', en: 'an old Office document without sheets' },
  archive: { pt: 'um arquivo comprimido ou uma base de dados', en: 'an archive or a database' },
  binary: { pt: 'dados que não são texto', en: 'data that are no text' },
} as const

/** Says what the file is instead, in the reader's language. */
export const notATable = (name: string, kind: keyof typeof kindWords): Refusal =>
  refuse('import.not-a-table', { name, kind: kindWords[kind].en, kindPt: kindWords[kind].pt })

function otherKind(head: Buffer): keyof typeof kindWords | null {
  const ascii = head.subarray(0, 512).toString('latin1')
  const text = ascii.replace(/^\xef\xbb\xbf/, '').trimStart()
  if (ascii.startsWith('%PDF')) return 'pdf'
  if (/^(\x89PNG|GIF8|\xff\xd8\xff|BM.{4}\0\0|RIFF.{4}WEBP)/s.test(ascii)) return 'image'
  if (/^<(!doctype html|html|table|meta|head)/i.test(text)) return 'html'
  if (text.startsWith('<?xml')) return 'xml'
  if (/^(Rar!|7z\xbc\xaf|SQLite format)/.test(ascii) || ascii.startsWith('\x1f\x8b')) return 'archive'
  return null
}
