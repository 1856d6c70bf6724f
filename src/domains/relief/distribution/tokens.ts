/** Tokens for the households of a frozen list: each print is counted before anything is on paper. A lost list of tokens is revoked, and printed anew with the next number. */
import { sql } from 'kysely'
import { entitlementHash, signedToken, tokenText } from '../../../engines/handover/index.ts'
import { audit, type Db, type House, type Refused, refuse, refused, signText } from '../../../kernel/index.ts'
import { Distribution } from './distribution.ts'
import { type ListedEntitlement, verifiedList } from './householdList.ts'
import { type DistributionRow, oneDistribution } from './planDistribution.ts'

export type PrintedToken = Pick<ListedEntitlement, 'household' | 'people' | 'lines' | 'mark'> & { token: string; shortCode: string; print: number }

const printable: readonly string[] = ['list_frozen', 'open']
/** What one order may print; the next one shows the next. */
const mostTokens = 500

async function tokenOf({ keyring, pack }: House, { code }: DistributionRow, { household, lines }: ListedEntitlement, print: number): Promise<string> {
  const facts = {
    mission: pack.country.iso3,
    keyId: keyring.receiptKey.id,
    distribution: code,
    household,
    print,
    entitlement: await entitlementHash({ household, lines }),
  }
  const text = tokenText(facts)
  if (!text) throw new Error(`no token can carry ${code}`)
  return signedToken(text, signText(keyring, text))
}

/** `households` left out: those whose token was never printed, or no longer holds. */
export async function printTokens(
  db: Db,
  house: House,
  id: string,
  households?: readonly string[],
): Promise<{ distribution: DistributionRow; tokens: PrintedToken[] } | Refused> {
  const distribution = await oneDistribution(db, id)
  if (!distribution) return refused(refuse('access.not-found'))
  if (!printable.includes(distribution.state)) return refused(refuse('relief.tokens-not-now', { code: distribution.code }))
  await db.run(sql`select 1 from relief.distribution where id = ${id} for update`)
  const list = (await verifiedList(db, id))
    .filter(({ household, prints, revokedTo }) => (households ? households.includes(household) : prints <= revokedTo))
    .slice(0, mostTokens)
  if (list.length === 0) return refused(refuse('relief.no-tokens'))
  const tokens = await Promise.all(
    list.map(async (entitled) => {
      // A token printed again without being revoked keeps its number: it is the same token on new paper.
      const print = Math.max(entitled.prints, entitled.revokedTo + 1)
      const { household, people, lines, mark, shortCode } = entitled
      return { household, people, lines, mark, shortCode: shortCode ?? '', print, token: await tokenOf(house, distribution, entitled, print) }
    }),
  )
  const printed = tokens.map(({ household, print }) => ({ household, print }))
  await db.run(sql`
    update relief.entitlement e set prints = p.print, version = e.version + 1
    from jsonb_to_recordset(${JSON.stringify(printed)}::jsonb) as p(household text, print int) where e.distribution = ${id} and e.household = p.household`)
  await audit(db, 'relief.print-tokens', Distribution.name, id, { tokens: tokens.length })
  return { distribution, tokens }
}

/** `households` left out: every token that was printed. */
export async function revokeTokens(db: Db, id: string, households?: readonly string[]): Promise<{ revoked: number } | Refused> {
  if (!(await oneDistribution(db, id))) return refused(refuse('access.not-found'))
  const which = households ? sql`household = any (${[...households]}::text[])` : sql`true`
  const revoked = await db.run(sql`
    update relief.entitlement set revoked_to = prints, version = version + 1 where distribution = ${id} and prints > revoked_to and ${which}`)
  await audit(db, 'relief.revoke-tokens', Distribution.name, id, { tokens: revoked })
  return { revoked }
}
