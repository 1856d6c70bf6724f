/** A provider of fingerprint comparison from outside, as the operator names it at the start: a module that exports `matcher`. Without one nothing is compared. */
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Matcher } from '../engines/biometrics/index.ts'
import { type Refused, refuse, refused } from '../kernel/index.ts'

const isMatcher = (found: unknown): found is Matcher => {
  const { provider, verify, quality } = (found ?? {}) as Partial<Matcher>
  return typeof provider === 'string' && provider !== '' && provider !== 'none' && typeof verify === 'function' && typeof quality === 'function'
}

export async function matcherFrom(file: string): Promise<Matcher | Refused> {
  const found = await import(pathToFileURL(resolve(file)).href).catch(() => null)
  return isMatcher(found?.matcher) ? found.matcher : refused(refuse('command.no-matcher', { file }))
}
