/**
 * A new database cluster, and its owner's password. Made under another name and then put in place, so that an interrupted first start leaves nothing half made.
 */
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { chmod, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Account, giveTo } from './account.ts'
import type { Binaries } from './binaries.ts'

export const OWNER = 'capulana_owner'

/** Only this machine, only with a password. There is no local socket at all. */
const HOST_RULES = 'host all all 127.0.0.1/32 scram-sha-256\n'

type Run = { program: string; args: string[]; account: Account; input?: string }

/** The server's programs get no environment but what they need: a stray PGDATA or PGOPTIONS of the operator would change what they do. */
export const bareEnvironment = (): NodeJS.ProcessEnv => ({ PATH: process.env.PATH, SystemRoot: process.env.SystemRoot, TZ: 'UTC', LC_ALL: 'C' })

function run({ program, args, account, input }: Run): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...account, cwd: '/', env: bareEnvironment(), stdio: 'pipe', windowsHide: true })
    let output = ''
    const keep = (chunk: Buffer) => {
      output = (output + chunk.toString('utf8')).slice(-4000)
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    // The program may end before it has read everything; its exit code tells more than the broken pipe.
    child.stdin.on('error', () => {})
    child.stdin.end(input ?? '')
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output }))
  })
}

/** Portuguese order where the package's ICU knows it; otherwise by code point, and every query that sorts names says its collation anyway. */
const LOCALES = [
  ['--locale=C', '--locale-provider=icu', '--icu-locale=pt'],
  ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
]

export type Database = { binaries: Binaries; account: Account; place: string }

export async function initialise({ binaries, account, place }: Database, { password, syncNow }: { password: string; syncNow: boolean }): Promise<void> {
  const beside = `${place}.${randomUUID()}`
  let last = ''
  for (const locale of LOCALES) {
    await mkdir(beside, { mode: 0o700 })
    await giveTo(beside, account)
    const args = ['-D', beside, '-U', OWNER, '-E', 'UTF8', '--auth=reject', ...locale, ...(syncNow ? [] : ['--no-sync'])]
    const { code, output } = await run({ program: binaries.initdb, args, account })
    if (code === 0) {
      await writeHostRules(beside)
      await setOwnerPassword({ binaries, account, place: beside }, password)
      await rename(beside, place)
      return
    }
    last = output
    await rm(beside, { recursive: true, force: true })
  }
  throw new Error(`the database could not be made in ${place}: ${last}`)
}

async function writeHostRules(place: string): Promise<void> {
  await writeFile(join(place, 'pg_hba.conf'), HOST_RULES)
  await chmod(join(place, 'pg_hba.conf'), 0o644)
}

/** Sets the owner's password with the server stopped: for a new cluster, a restored one, or a lost file of secrets. Whoever holds the folder owns it already. */
export async function setOwnerPassword({ binaries, account, place }: Database, password: string): Promise<void> {
  const statement = `alter role ${OWNER} with login superuser password '${password.replaceAll("'", "''")}'\n`
  const args = ['--single', '-D', place, '-c', 'log_min_error_statement=panic', '-c', 'exit_on_error=on', 'postgres']
  const { code, output } = await run({ program: binaries.postgres, args, account, input: statement })
  if (code !== 0 || /FATAL|ERROR/.test(output)) throw new Error(`the owner's password could not be set: ${output}`)
}
