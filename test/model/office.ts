/** The office as phones meet it, in the shapes of the sync protocol, over the real door of ingest. It can be killed at any transaction and starts again. */
import { createDecipheriv, createPublicKey, diffieHellman, hkdfSync } from 'node:crypto'
import type { Answered, Envelope, Hello, Network } from '../../src/faces/field/outbox/network.ts'
import type { RescueFile } from '../../src/faces/field/outbox/rescue.ts'
import type { Sealed } from '../../src/faces/field/store/sealing.ts'
import type { Envelope as Arriving, SentFile } from '../../src/kernel/forms/document.ts'
import { signingOf } from '../../src/kernel/forms/receipts.ts'
import { receive } from '../../src/kernel/forms/receive.ts'
import { type Actor, type House, isRefused } from '../../src/kernel/index.ts'
import { type Death, type Fate, mortalDoors, ServerKilled } from './mortal.ts'

export type Receive = typeof receive

export type Office = {
  house: House
  project: number
  revoked: Set<string>
  networkOf(actor: Actor, death: Death | null): Network
  /** What somebody carried in on a card, in the name of the phone that wrote it. */
  takeRescue(actor: Actor, file: RescueFile): Promise<void>
  restart(): void
}

/** Opens what a phone sealed: contract of the seal, with Node's own cryptography on this side. */
function openSealed({ sealingKey }: House['keyring'], instanceId: string, { epk, iv, data }: Sealed): Buffer {
  const [nonce, closed] = [Buffer.from(iv, 'base64url'), Buffer.from(data, 'base64url')]
  const publicKey = createPublicKey({ key: epk as { kty: string }, format: 'jwk' })
  const shared = diffieHellman({ privateKey: sealingKey.privateKey, publicKey })
  const key = Buffer.from(hkdfSync('sha256', shared, nonce, 'capulana-seal-1', 32))
  const opening = createDecipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(instanceId)).setAuthTag(closed.subarray(-16))
  return Buffer.concat([opening.update(closed.subarray(0, -16)), opening.final()])
}

export function openOffice(real: House, project: number, receiveAs: Receive = receive): Office {
  const fate: Fate = { death: null }
  const partial = new Map<string, Buffer>()
  const office: Office = { house: real, project, revoked: new Set(), networkOf, takeRescue, restart }
  restart()

  function restart(): void {
    fate.death = null
    partial.clear()
    office.house = { ...real, doors: mortalDoors(real.doors, fate) }
  }

  async function take(actor: Actor, envelope: Envelope, files: SentFile[] = envelope.files): Promise<Answered> {
    const { instanceId, deviceSeq, openedAt, finishedAt, elapsedMs, client } = envelope
    const xml = 'sealed' in envelope ? openSealed(real.keyring, instanceId, envelope.sealed).toString('utf8') : envelope.xml
    const arriving: Arriving = { project, xml, files, deviceSeq, openedAt, finishedAt, elapsedMs, client, via: 'push' }
    const isRevoked = office.revoked.has(actor.device!)
    const taken = await receiveAs(office.house, actor, isRevoked ? { ...arriving, keptAside: 'device-revoked' } : arriving)
    if (isRefused(taken)) return { instanceId, refusals: taken.refused }
    return { instanceId, outcome: taken.outcome, receipt: taken.receipt, missing: taken.missing }
  }

  function networkOf(actor: Actor, death: Death | null): Network {
    /** A killed server answers nothing of the request, whatever it did before; the next request finds a new one. */
    const alive = async <T>(deed: () => Promise<T>) => {
      if (death) fate.death = death
      try {
        return await deed()
      } catch (error) {
        if (!(error instanceof ServerKilled) && !/terminat|Connection|57P01/i.test(String(error))) throw error
        return { trouble: 'offline' as const, told: [] }
      } finally {
        fate.death = null
        if (death && death.at < 0) {
          death = null
          restart()
        }
      }
    }
    return {
      hello: () => alive(() => hello(actor)),
      push: (envelopes) =>
        alive(async () => {
          const answers: Answered[] = []
          for (const envelope of envelopes) answers.push(await take(actor, JSON.parse(JSON.stringify(envelope))))
          return { answers }
        }),
      fileOffset: async (sha256) => {
        const size = await real.files.size(sha256)
        return { offset: size ?? partial.get(sha256)?.length ?? 0 }
      },
      async sendPiece({ sha256, offset, total, bytes }) {
        const known = partial.get(sha256) ?? Buffer.alloc(0)
        if (known.length !== offset) return { offset: known.length, whole: false }
        const now = Buffer.concat([known, bytes])
        partial.set(sha256, now)
        if (now.length < total) return { offset: now.length, whole: false }
        partial.delete(sha256)
        await real.files.put(now)
        return { offset: total, whole: true }
      },
    }
  }

  async function hello(actor: Actor): Promise<Hello> {
    const { epoch } = await signingOf(office.house)
    const { receiptKey, sealingKey } = real.keyring
    return {
      serverTime: new Date().toISOString(),
      epoch,
      signing: true,
      device: { id: actor.device!, label: actor.name, person: null, areas: [...actor.areas] },
      project: { number: project, name: '', training: false },
      receiptKeys: [{ id: receiptKey.id, jwk: receiptKey.jwk }],
      sealingKey: { id: sealingKey.id, jwk: sealingKey.jwk },
      orders: [],
      gaps: [],
    }
  }

  async function takeRescue(actor: Actor, { envelopes }: RescueFile): Promise<void> {
    for (const envelope of envelopes) {
      const files = envelope.contents.map(({ name, sealed }) => ({ name, content: openSealed(real.keyring, envelope.instanceId, sealed) }))
      await take(actor, envelope, files)
    }
  }

  return office
}
