/** The ways out of the house, named by whoever runs the machine: the gateway of text messages and the mail server. The secret comes in a file, so that no list of commands keeps it. */
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { closeWayOut, type House, isRefused, nameWayOut, type Refused, refuse, refused, type WayOut, wayOut, waysOut } from '../kernel/index.ts'
import type { Arguments } from './arguments.ts'
import { type Command, inHouse, theOperator } from './command.ts'

async function shown(house: House) {
  const each = await Promise.all(waysOut.map(async (way) => [way, await wayOut(house, way)] as const))
  return Object.fromEntries(each.map(([way, named]) => [way, named && { address: named.address, from: named.from, site: named.site, inside: named.inside }]))
}

const known = (word: string | undefined): word is WayOut => waysOut.some((way) => way === word)

async function settled(house: House, { words, options }: Arguments): Promise<object | Refused> {
  const [first, second] = words
  if (first === undefined) return shown(house)
  const way = first === 'off' ? second : first
  if (!known(way)) return refused(refuse('outward.unknown-way', { way: way ?? '', known: [...waysOut] }))
  if (first === 'off') {
    await closeWayOut(house, theOperator, way)
    return shown(house)
  }
  const secret = options.secret ? (await readFile(resolve(options.secret), 'utf8').catch(() => null))?.trim() : null
  if (options.secret && !secret) return refused(refuse('command.file-missing'))
  const named = {
    address: second ?? '',
    inside: options.inside ?? false,
    secret: secret ?? null,
    from: options.from ?? null,
    site: options.site?.replace(/\/$/, '') ?? null,
  }
  const wrong = await nameWayOut(house, theOperator, way, named)
  return isRefused(wrong) ? wrong : shown(house)
}

export const outwardCommand: Command = {
  name: 'outward',
  usage:
    'capulana outward [messages https://… --secret FILE | mail smtps://NAME@SERVER --from ADDRESS --site https://… [--secret FILE] | off messages|mail] [--inside]',
  about: 'Names the gateway of text messages and the mail server; both are off until named. --inside allows a server of the own network.',
  run: (given) => inHouse(given, (house) => settled(house, given)),
}
