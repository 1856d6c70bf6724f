/** The items of each stage, and a phone that writes facts of its round and sends them when it is told to. */
import type { RoundContents, RoundFact, RoundKind } from '../../src/engines/solutions/index.ts'
import type { TestHouse } from './testHouse.ts'

export const itemsOf = {
  foundation: ['depth', 'raised', 'anchors', 'drainage'],
  frame: ['bracing', 'joints', 'treated', 'openings'],
  roof: ['straps', 'spacing', 'overhang', 'pitch'],
  finished: ['doors', 'walls', 'latrine'],
  inspected: ['sound', 'access', 'household'],
}

type Answered = { key: string; receipt?: { text: string; keyId: string; signature: string }; aside?: { code: string }[]; refusals?: { code: string }[] }
export type RoundPhone = ReturnType<typeof takeRoundPhone>

export function takeRoundPhone({ server }: TestHouse, { id: device, secret }: { id: string; secret: string }) {
  const facts: RoundFact[] = []
  const headers = { authorization: `Bearer ${secret}` }
  return {
    device,
    facts,
    write<K extends RoundKind>(kind: K, subject: string, content: RoundContents[K], at = new Date().toISOString()): RoundFact {
      const fact = { kind, subject, device, sequence: facts.length + 1, content: JSON.stringify(content), at }
      facts.push(fact)
      return fact
    },
    async round<Round>(): Promise<Round> {
      return (await server.inject({ method: 'GET', url: '/sync/round', headers })).json() as Round
    },
    async send(some: readonly RoundFact[] = facts): Promise<{ status: number; answers: Answered[]; refusals?: { code: string }[] }> {
      const answer = await server.inject({ method: 'POST', url: '/sync/round/facts', headers, payload: { facts: some } })
      return { status: answer.statusCode, ...(answer.json() as { answers: Answered[] }) }
    },
  }
}
