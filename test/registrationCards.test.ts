/** Cards of registered households: printed, counted, printed again for a reason, and no longer valid on any phone once another was given or the household is gone. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { displacement } from '../src/domains/displacement/index.ts'
import { checkCard, type RevokedCard } from '../src/engines/cards/index.ts'
import { receive } from '../src/kernel/forms/receive.ts'
import { type Actor, asOwner, isRefused, read, seedPackForms } from '../src/kernel/index.ts'
import { authorOf } from './support/authoring.ts'
import { findingsBehindReceipts } from './support/lookedOver.ts'
import { layOperation } from './support/movementForm.ts'
import { codeIn, pdfPages } from './support/pdfRaster.ts'
import { pdfText } from './support/pdfText.ts'
import { beginExercise, registrationXml } from './support/registrationForm.ts'
import { type Name, openTestHouse, type TestHouse } from './support/testHouse.ts'

describe('cards of registered households', () => {
  let test: TestHouse
  let exercise: string
  const households: { id: string; number: string; submission: string }[] = []
  const owner = () => asOwner(test.house.doors)
  const print = async (who: Name, payload: { households: string[]; reason?: string }) => {
    const answered = await test.ask(who, { method: 'POST', url: '/api/registration/cards', payload })
    return { status: answered.status, pdf: answered.bytes, code: (answered.body as { refusals?: { code: string }[] } | null)?.refusals?.[0]?.code }
  }
  const prints = () => owner().rows(sql`select number, print, reason from displacement.household_card order by number, print`)
  const revoked = async (areas = ['MZ0109']): Promise<RevokedCard[]> => {
    const list = displacement.lists!.find(({ code }) => code === 'revoked_cards')!
    const phone: Actor = { ...test.actor('ana'), areas, credential: 'device', device: test.people.ana.id }
    const rows = await read(test.house.doors, phone, (db) => list.rows(db, test.house))
    return rows.map(({ properties }) => ({ household: properties.household!, upToPrint: properties.print ? Number(properties.print) : null }))
  }
  const checked = async (pdf: Uint8Array) => {
    const token = codeIn((await pdfPages(pdf, 200))![0]!)
    return checkCard(token!, { mission: 'MOZ', keys: [test.house.keyring.receiptKey], revoked: await revoked() })
  }

  beforeAll(async () => {
    test = await openTestHouse()
    await seedPackForms(test.house)
    exercise = await beginExercise(test, await layOperation(test))
    await authorOf(test, 'bento').ask('POST', '/assignments', { project: 1, targetKind: 'role', target: 'enumerator' })
    for (const surname of ['Marcada', 'Assinada']) {
      const people = [
        { given: 'Zuleikha', surname, sex: 'f' as const, age: 38 },
        { given: 'Abdul', surname, sex: 'm' as const, age: 9, relation: 'child' },
      ]
      const sent = await receive(test.house, test.actor('ana'), { project: 1, xml: registrationXml({ exercise, people }).xml, files: [], via: 'push' })
      if (isRefused(sent)) throw new Error(JSON.stringify(sent.refused))
      await findingsBehindReceipts(test)
      expect((await test.ask('gilda', { method: 'POST', url: `/api/forms/review/${sent.submission}/approve` })).status).toBe(200)
      const known = households.map(({ id }) => id)
      const found = await owner().one<{ id: string; number: string }>(sql`select id, number from people.household where id <> all (${known}::uuid[])`)
      households.push({ ...found!, submission: sent.submission! })
    }
  })
  afterAll(() => test?.close())

  it('are printed by registration officers, with number, size and place and without a name, and each print is written down', async () => {
    const { status, pdf } = await print('gilda', { households: households.map(({ id }) => id) })
    expect(status).toBe(200)
    const { pages, text } = await pdfText(pdf)
    expect(pages).toBe(1)
    if (text !== null) {
      expect(text).toContain(households[0]!.number)
      expect(text).toContain(households[1]!.number)
      expect(text).not.toMatch(/Marcada|Zuleikha/)
    }
    expect(await prints()).toEqual(households.map(({ number }) => ({ number, print: 1, reason: 'first' })))
    const audited = await owner().one<{ facts: object }>(sql`select facts from kernel.audit where deed = 'registration.cards-printed'`)
    expect(audited!.facts).toEqual({ cards: 2, again: 0, reason: null })
  })

  it('are printed by nobody else, and not for a household that nobody knows', async () => {
    const { id } = households[0]!
    for (const who of ['bento', 'celia', 'ana', 'filipa'] as const) expect((await print(who, { households: [id] })).status, who).toBe(403)
    expect(await print('gilda', { households: ['00000000-0000-4000-8000-000000000000'] })).toMatchObject({ code: 'registration.card-household-unknown' })
    expect(await prints()).toHaveLength(2)
  })

  it('need a reason the second time, and then the lost one is no longer believed while the new one is', async () => {
    const { id, number } = households[0]!
    expect(await print('gilda', { households: [id] })).toMatchObject({ code: 'registration.card-again' })
    expect(await revoked()).toEqual([])
    const again = await print('gilda', { households: [id], reason: 'lost' })
    expect(again.status).toBe(200)
    expect(await revoked()).toEqual([{ household: number, upToPrint: 1 }])
    expect(await revoked(['MZ07'])).toEqual([])
    expect(await checked(again.pdf)).toMatchObject({ facts: { household: number, print: 2 } })
    const third = await print('gilda', { households: [id], reason: 'damaged' })
    expect(await checked(third.pdf)).toMatchObject({ facts: { print: 3 } })
    expect(await checked(again.pdf)).toEqual({ refused: 'card.revoked' })
    const told = await test.ask('gilda', { method: 'GET', url: `/api/registration/cards/${number}` })
    expect((told.body as { cards: object[] }).cards).toMatchObject([
      { print: 1, reason: 'first' },
      { print: 2, reason: 'lost' },
      { print: 3, reason: 'damaged' },
    ])
  })

  it('are listed with what was printed, and those that no longer hold with the reason, within the area of whoever asks', async () => {
    const [lost, other] = households
    const cards = async (who: Name, only: string) =>
      (await test.ask(who, { method: 'GET', url: `/api/registration/exercises/${exercise}/cards?only=${only}` })).body
    expect(await cards('gilda', 'without-card')).toMatchObject({ lines: [], matching: 0, withoutCard: 0 })
    expect(await cards('helio', 'all')).toMatchObject({
      lines: [
        { household: lost!.id, number: lost!.number, people: 2, prints: 3, reason: 'damaged' },
        { household: other!.id, prints: 1, reason: 'first' },
      ],
      matching: 2,
      revoked: [{ number: lost!.number, upToPrint: 2, reason: 'damaged' }],
    })
  })

  it('need a line that was not rejected, which is looked at once more, with who and why', async () => {
    const verify = (line: string, payload: object) => test.ask('gilda', { method: 'POST', url: `/api/registration/lines/${line}/verify`, payload })
    type Lines = { lines: { id: string; number: string; people: number; verificationReason: string; verifiedBy: string }[]; counts: object }
    const lines = async (state: string) =>
      (await test.ask('gilda', { method: 'GET', url: `/api/registration/exercises/${exercise}/lines?verification=${state}` })).body as Lines
    const [line] = (await lines('unverified')).lines
    expect(line).toMatchObject({ number: households[0]!.number, people: 2, verifiedBy: null })
    expect((await verify(line!.id, { verification: 'rejected' })).text).toContain('registration.reject-reason')
    expect((await verify(line!.id, { verification: 'rejected', reason: 'Registado em duas equipas' })).status).toBe(200)
    expect(await lines('rejected')).toMatchObject({
      lines: [{ id: line!.id, verificationReason: 'Registado em duas equipas', verifiedBy: 'gilda' }],
      counts: { unverified: 1, verified: 0, rejected: 1 },
    })
    const left = (await test.ask('gilda', { method: 'GET', url: `/api/registration/exercises/${exercise}/cards?only=all` })).body as { matching: number }
    expect(left.matching).toBe(1)
    expect((await verify(line!.id, { verification: 'unverified' })).status).toBe(200)
    expect((await lines('unverified')).lines.map(({ verificationReason }) => verificationReason)).toEqual([null, null])
  })

  it('are all revoked when the household leaves the register, and say no reason', async () => {
    const { submission, number } = households[1]!
    await test.ask('gilda', { method: 'POST', url: `/api/forms/review/${submission}/reject`, payload: { reason: 'Engano' } })
    expect(await revoked()).toContainEqual({ household: number, upToPrint: null })
  })
})
