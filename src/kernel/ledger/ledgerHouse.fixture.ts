/** A small house with a ledger and some accounts, for the tests of stock and for its measurement. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Actor, theSystem } from '../access/actor.ts'
import { addPerson } from '../access/people.ts'
import { freshDatabase } from '../db/testDatabase.ts'
import { act, type Db, isRefused, type Refused } from '../db/transaction.ts'
import { forms } from '../forms/forms.ts'
import { type House, openHouse } from '../house.ts'
import { insertRow } from '../record/store.ts'
import { LedgerAccount } from './account.ts'
import { ledger } from './ledger.ts'

const kinds = { bin: 'bin', shelf: 'bin', tablet: 'custody', road: 'in_transit', supplier: 'supplier', handed: 'handed_over', lost: 'lost' } as const
export type AccountName = keyof typeof kinds

export type LedgerHouse = {
  house: House
  accounts: Record<AccountName, string>
  keeper: Actor
  second: Actor
  deed<T>(actor: Actor, deed: (db: Db) => Promise<T | Refused>): Promise<T | Refused>
  close(): Promise<void>
}

export async function openLedgerHouse(): Promise<LedgerHouse> {
  const database = await freshDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'capulana-ledger-'))
  const house = await openHouse({
    ...{ dataFolder: join(folder, 'data'), country: 'mozambique', domains: [forms, ledger], databaseUrl: database.url },
    ...{ appPassword: 'only for tests', durability: 'test' },
  })
  if (isRefused(house)) throw new Error(JSON.stringify(house.refused))
  const person = async (name: string): Promise<Actor> => {
    const added = await addPerson(house.doors, { name, email: `${name}@ledger.test`, roles: ['coordinator'], areas: ['*'] })
    if (isRefused(added)) throw new Error(JSON.stringify(added.refused))
    return { userId: added.id, name, roles: added.roles, areas: added.areas, credential: 'session' }
  }
  const accounts = {} as Record<AccountName, string>
  await act(house.doors, theSystem, async (db) => {
    for (const [code, kind] of Object.entries(kinds) as [AccountName, (typeof kinds)[AccountName]][])
      accounts[code] = (await insertRow(db, LedgerAccount, { scope: 'MZ01', owner: 'relief', code, kind, name: { pt: code, en: code } })).id
  })
  return {
    ...{ house, accounts, keeper: await person('keeper'), second: await person('second') },
    deed: (actor, deed) => act(house.doors, actor, deed),
    async close() {
      await house.close()
      await database.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
