/** The words of the command line: a command, what it acts on, and options that mean the same everywhere. */
import { parseArgs } from 'node:util'

const options = {
  data: { type: 'string' },
  country: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  'dry-run': { type: 'boolean' },
  empty: { type: 'boolean' },
  port: { type: 'string' },
  host: { type: 'string' },
  operation: { type: 'string' },
  'every-country': { type: 'boolean' },
  format: { type: 'string' },
  lang: { type: 'string' },
  out: { type: 'string' },
  into: { type: 'string' },
  second: { type: 'string' },
  keyring: { type: 'string' },
  recipients: { type: 'string', multiple: true },
  key: { type: 'string' },
  role: { type: 'string', multiple: true },
  area: { type: 'string', multiple: true },
  days: { type: 'string' },
  name: { type: 'string' },
  email: { type: 'string' },
  'endorsed-by': { type: 'string' },
  'endorsed-on': { type: 'string' },
  note: { type: 'string' },
  audit: { type: 'boolean' },
  all: { type: 'boolean' },
  credit: { type: 'string' },
  licence: { type: 'string' },
  failures: { type: 'boolean' },
  repair: { type: 'boolean' },
  'behind-proxy': { type: 'boolean' },
  fingerprints: { type: 'string' },
  secret: { type: 'string' },
  from: { type: 'string' },
  site: { type: 'string' },
  inside: { type: 'boolean' },
} as const

export type Arguments = { words: string[]; options: ReturnType<typeof parse>['values'] }

const parse = (given: string[]) => parseArgs({ args: given, options, allowPositionals: true, strict: true })

/** An unknown option is told with the nearest help, not ignored: a misspelt --dry-run must never write. */
export function argumentsOf(given: string[]): Arguments | { problem: string } {
  try {
    const { positionals, values } = parse(given)
    return { words: positionals, options: values }
  } catch (error) {
    return { problem: (error as Error).message }
  }
}
