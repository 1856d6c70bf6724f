import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { Damaged } from './archive.ts'
import { type Opener, type Recipient, seal, unseal, WrongKey } from './sealed.ts'

const officer = generateKeyPairSync('x25519')
const toOfficer: Recipient[] = [{ publicKey: officer.publicKey }]
const asOfficer: Opener = { privateKey: officer.privateKey }

async function* pieces(content: Buffer, size: number) {
  for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size)
}

async function whole(source: AsyncIterable<Buffer>): Promise<Buffer> {
  const found: Buffer[] = []
  for await (const piece of source) found.push(piece)
  return Buffer.concat(found)
}

const sealed = (content: Buffer, recipients = toOfficer) => whole(seal(pieces(content, 10_007), recipients))
const opened = (content: Buffer, opener: Opener = asOfficer, size = 4099) => whole(unseal(pieces(content, size), opener))

describe('a sealed file', () => {
  it.each([0, 1, 65_535, 65_536, 65_537, 131_072, 300_001])('gives back exactly what was put in: %i bytes', async (bytes) => {
    const content = randomBytes(bytes)
    expect((await opened(await sealed(content))).equals(content)).toBe(true)
  })

  it('opens for each of its recipients, by key or by passphrase in either spelling of its accents', async () => {
    const content = randomBytes(1000)
    const file = await sealed(content, [...toOfficer, { passphrase: 'São João' }])
    expect((await opened(file)).equals(content)).toBe(true)
    expect((await opened(file, { passphrase: 'São João'.normalize('NFD') })).equals(content)).toBe(true)
  })

  it('opens for nobody else', async () => {
    const file = await sealed(randomBytes(1000))
    await expect(opened(file, { passphrase: 'guess' })).rejects.toThrow(WrongKey)
    await expect(opened(file, { privateKey: generateKeyPairSync('x25519').privateKey })).rejects.toThrow(WrongKey)
  })

  it('shows every change of its contents, every cut and every swap of pieces', async () => {
    const file = await sealed(randomBytes(200_000))
    const start = file.indexOf(10, 'capulana-sealed-1\n'.length) + 1
    const piece = 65_536 + 16
    const changed = Buffer.from(file)
    changed[start + 70_000]! ^= 1
    const header = file.subarray(0, start)
    const swapped = Buffer.concat([
      header,
      file.subarray(start + piece, start + 2 * piece),
      file.subarray(start, start + piece),
      file.subarray(start + 2 * piece),
    ])
    const cutAtPiece = file.subarray(0, start + 2 * piece)
    const repeated = Buffer.concat([file, file.subarray(start + 3 * piece)])
    for (const bad of [changed, swapped, cutAtPiece, repeated, file.subarray(0, -1)]) await expect(opened(bad)).rejects.toThrow(Damaged)
  })

  it('is refused when its header is cut or is no header', async () => {
    await expect(opened(Buffer.from('capulana-sealed-1\n[{"kind"'))).rejects.toThrow(Damaged)
    await expect(opened(Buffer.from('capulana-sealed-1\nnonsense\n'))).rejects.toThrow(Damaged)
  })
})
