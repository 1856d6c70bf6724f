/**
 * The office as phones meet it: the real server with all its routes, which can be killed in any transaction of a request and starts again with nothing
 * remembered. Phones reach it with their own keys, over the field app's own line.
 */
import { createDecipheriv, createPublicKey, diffieHellman, hkdfSync } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { Network } from '../../src/faces/field/outbox/network.ts'
import type { RescueFile } from '../../src/faces/field/outbox/rescue.ts'
import type { Sealed } from '../../src/faces/field/store/sealing.ts'
import { officeNetwork } from '../../src/faces/field/sync/officeNetwork.ts'
import { forgetKeys } from '../../src/kernel/access/deviceKeys.ts'
import { forgetForms } from '../../src/kernel/forms/formToFill.ts'
import { forgetSigning } from '../../src/kernel/forms/receipts.ts'
import { receive } from '../../src/kernel/forms/receive.ts'
import { type Actor, type House, isRefused, openSession } from '../../src/kernel/index.ts'
import { unseal } from '../../src/kernel/sync/unseal.ts'
import { serve } from '../../src/serve.ts'
import type { TestHouse } from '../support/testHouse.ts'
import { badly, type Carry, carriedInto, type LineFault } from './line.ts'
import { type Death, type Fate, fates, mortalDoors } from './mortal.ts'

type Trouble = { fault?: LineFault | null; death?: Death | null; planted?: (carry: Carry, house: House) => Carry }

export type Office = {
  house: House
  /** The line of one meeting. */
  networkOf(key: string, trouble?: Trouble): Network
  /** What somebody carried in on a card, in the name of the phone that wrote it. */
  takeRescue(project: number, actor: Actor, file: RescueFile): Promise<void>
  revoke(device: string): Promise<void>
  restart(): void
  close(): Promise<void>
}

export async function openOffice(test: TestHouse): Promise<Office> {
  const house: House = { ...test.house, doors: mortalDoors(test.house.doors) }
  const server = await serve(house)
  await server.ready()
  const session = await openSession(house.doors, test.people.bento.id)
  const restart = () => {
    forgetSigning(house.doors)
    forgetKeys(house.doors)
    forgetForms(house)
  }
  return {
    house,
    restart,
    networkOf(secret, { fault = null, death = null, planted = (carry: Carry) => carry } = {}) {
      const reached = planted(mortally(server, death, restart), house)
      return officeNetwork({ address: 'http://office.test', secret, carry: badly(reached, fault) })
    },
    takeRescue: (project, actor, file) => takeRescue(house, project, actor, file),
    async revoke(device) {
      const revoked = await server.inject({ method: 'POST', url: `/api/forms/devices/${device}/revoke`, cookies: { capulana_session: session } })
      if (revoked.statusCode !== 200) throw new Error(revoked.body)
    },
    close: () => server.close(),
  }
}

/** A killed server answers nothing of the request in which it died, whatever it did before; the next request finds a new one. */
function mortally(server: FastifyInstance, given: Death | null, restart: () => void): Carry {
  const carry = carriedInto(server)
  let death = given && { ...given }
  return async (address, init) => {
    const fate: Fate = { death, isDead: false }
    const answer = await fates.run(fate, () => carry(address, init))
    if (!fate.isDead) return answer
    death = null
    restart()
    throw new TypeError('fetch failed')
  }
}

/** Opens a file that a phone sealed: contract of the seal, with Node's own cryptography on this side. */
function openFile({ sealingKey }: House['keyring'], instanceId: string, { epk, iv, data }: Sealed): Buffer {
  const [nonce, closed] = [Buffer.from(iv, 'base64url'), Buffer.from(data, 'base64url')]
  const publicKey = createPublicKey({ key: epk as { kty: string }, format: 'jwk' })
  const shared = diffieHellman({ privateKey: sealingKey.privateKey, publicKey })
  const key = Buffer.from(hkdfSync('sha256', shared, nonce, 'capulana-seal-1', 32))
  const opening = createDecipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(instanceId)).setAuthTag(closed.subarray(-16))
  return Buffer.concat([opening.update(closed.subarray(0, -16)), opening.final()])
}

async function takeRescue(house: House, project: number, actor: Actor, { envelopes }: RescueFile): Promise<void> {
  for (const { instanceId, sealed, contents, ...told } of envelopes) {
    const xml = unseal(house.keyring, sealed as Parameters<typeof unseal>[1], instanceId)
    const files = contents.map((content) => ({ name: content.name, content: openFile(house.keyring, instanceId, content.sealed) }))
    const taken = await receive(house, actor, { ...told, project, xml: xml!, files, via: 'push' })
    if (isRefused(taken)) throw new Error(`a rescue file was refused: ${JSON.stringify(taken.refused)}`)
  }
}
