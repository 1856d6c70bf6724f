import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { Damaged, endOfArchive, entriesOf, headerOf, paddingOf } from './archive.ts'

const files = new Map([
  ['postgres/PG_VERSION', Buffer.from('18\n')],
  ['postgres/empty', Buffer.alloc(0)],
  [`files/${'a'.repeat(90)}/${'b'.repeat(60)}`, randomBytes(1024)],
  ['postgres/base/1/1259', randomBytes(70_001)],
])

const archive = Buffer.concat([
  headerOf('postgres', 0, true),
  ...[...files].flatMap(([path, content]) => [headerOf(path, content.length), content, paddingOf(content.length)]),
  endOfArchive(),
])

const hex = (content: Buffer) => content.toString('hex')

async function* inPieces(content: Buffer, size: number) {
  for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size)
}

async function paths(content: Buffer, size = 1000): Promise<string[]> {
  const found: string[] = []
  for await (const { path } of entriesOf(inPieces(content, size))) found.push(path)
  return found
}

describe('the archive of a backup', () => {
  it.each([1, 511, 512, 4096, 1_000_000])('gives back its files when it arrives in pieces of %i bytes', async (size) => {
    const found = new Map<string, string>()
    for await (const { path, directory, body } of entriesOf(inPieces(archive, size))) {
      const content: Buffer[] = []
      for await (const piece of body) content.push(piece)
      if (!directory) found.set(path, hex(Buffer.concat(content)))
    }
    expect(found).toEqual(new Map([...files].map(([path, content]) => [path, hex(content)])))
  })

  it('can be listed without reading the contents', async () => {
    expect(await paths(archive)).toEqual(['postgres', ...files.keys()])
  })

  it('is readable by the tar of the system', () => {
    const listed = execFileSync('tar', ['-tf', '-'], { input: archive }).toString().trim().split('\n')
    expect(listed).toEqual(['postgres/', ...files.keys()])
  })

  it('is refused when it is cut short, changed, or leads outside its folder', async () => {
    await expect(paths(archive.subarray(0, 5000))).rejects.toThrow(Damaged)
    const changed = Buffer.from(archive)
    changed[513]! ^= 1
    await expect(paths(changed)).rejects.toThrow(Damaged)
    for (const path of ['../etc/passwd', '/etc/passwd', 'files/../../x'])
      await expect(paths(Buffer.concat([headerOf(path, 0), endOfArchive()]))).rejects.toThrow(/outside/)
  })
})
