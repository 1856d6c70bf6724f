/** Backup, restore and the proof that both work. A backup never holds the keys; they are copied apart. */
import type { KeyObject } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { verifyPublished } from '../domains/displacement/index.ts'
import { verifySelections } from '../domains/relief/index.ts'
import { everyDomain } from '../domains.ts'
import {
  asOwner,
  backupHouse,
  type House,
  isRefused,
  type NamedRecipient,
  nameSecondPlace,
  openHouse,
  openKeyring,
  type Refusal,
  type Refused,
  readRecipient,
  readRecoveryKey,
  refuse,
  refused,
  restore,
  sealChain,
  verifyAudit,
  verifyBackup,
  verifyLedger,
} from '../kernel/index.ts'
import type { Arguments } from './arguments.ts'
import { type Command, dataFolderOf, inHouse, theOperator } from './command.ts'

const fileNamed = (word: string | undefined) => (word ? resolve(word) : null)

/** Files of public keys after `--recipients`, one or several; undefined: those that pack and settings name. */
async function recipientsOf({ words, options }: Arguments): Promise<NamedRecipient[] | undefined | Refused> {
  if (!options.recipients) return undefined
  const read = await Promise.all([...options.recipients, ...words.slice(1)].map((file) => readRecipient(resolve(file))))
  const wrong = read.flatMap((each) => ('code' in each ? [each] : []))
  return wrong.length > 0 ? refused(...wrong) : read.flatMap((each) => ('code' in each ? [] : [each]))
}

/** The officer's private key after `--key`; nothing for a backup that is open. */
async function openerOf({ options }: Arguments): Promise<{ opener?: { privateKey: KeyObject } } | Refused> {
  if (!options.key) return {}
  const key = await readRecoveryKey(resolve(options.key))
  return 'code' in key ? refused(key) : { opener: { privateKey: key } }
}

async function nameSecond(house: House, word: string): Promise<unknown | Refused> {
  const named = await nameSecondPlace({ ...asOwner(house.doors), actor: theOperator }, house.dataFolder, word === 'none' ? null : resolve(word))
  return 'code' in named ? refused(named) : named
}

export const backupCommand: Command = {
  name: 'backup',
  usage: 'capulana backup FILE [--recipients FILE.pub…] | backup --second FOLDER|none',
  about:
    'Writes one signed file with the database and all files, while the product runs; encrypted to the officers given here, or else to those named by "recipients". Keep keyring.json, vault.keys and secrets.json apart from it, in one folder, for 35 days at most. With --second names a folder on another disk to which each night\'s copy goes too.',
  run: async (given) => {
    if (given.options.second) return inHouse(given, (house) => nameSecond(house, given.options.second!))
    const file = fileNamed(given.words[0])
    if (!file) return refused(refuse('command.file-missing'))
    const recipients = await recipientsOf(given)
    if (isRefused(recipients)) return recipients
    return inHouse(given, async (house) => {
      await sealChain(house.doors, house.keyring.sealKey, new Date())
      const done = await backupHouse(house, file, recipients)
      return 'code' in done ? refused(done) : done
    })
  },
}

export const restoreCommand: Command = {
  name: 'restore',
  usage: 'capulana restore FILE --data EMPTY-FOLDER [--keyring FILE] [--key FILE]',
  about:
    'Brings a backup back to life in an empty folder and renews the epoch; an encrypted one with the recovery key of one officer. The vault.keys beside the keyring comes along, and who was erased since stays erased. Phones will then send again what they still hold: this is normal.',
  run: async (given) => {
    const file = fileNamed(given.words[0])
    if (!file) return refused(refuse('command.file-missing'))
    const opener = await openerOf(given)
    if (isRefused(opener)) return opener
    const into = given.options.into ? resolve(given.options.into) : dataFolderOf(given)
    const restored = await restore({ file, into, keyring: given.options.keyring ? resolve(given.options.keyring) : undefined, ...opener })
    if ('code' in restored) return refused(restored)
    return { into, createdAt: restored.manifest.createdAt, epochs: restored.epochs, signatureProven: restored.signatureProven }
  },
}

export const verifyCommand: Command = {
  name: 'verify',
  usage: 'capulana verify [BACKUP-FILE] [--key FILE]',
  about:
    'Checks the seals of the audit, the stock ledger, every selection made again from its stored list, the hash of every published product and file, and the sums of every published round; with a file, restores it aside and checks that.',
  run: async (given) => {
    const file = fileNamed(given.words[0])
    if (file) {
      const opener = await openerOf(given)
      if (isRefused(opener)) return opener
      const { sealPublicKey } = await openKeyring(dataFolderOf(given))
      const verdict = await verifyBackup(file, {
        verifyKey: sealPublicKey,
        ...opener,
        checks: async (_, folder) => checksOfRestored(folder, given.options.country),
      })
      return verdict.ok ? verdict : refused(...verdict.problems)
    }
    return inHouse(given, async (house) => {
      await sealChain(house.doors, house.keyring.sealKey, new Date())
      const audit = await verifyAudit(house.doors, house.keyring.sealPublicKey)
      if (!audit.ok) return refused(refuse('verify.audit-broken', { seq: audit.firstBadSeq ?? 0, lastGoodSeal: audit.lastGoodSeal ?? '' }))
      const relief = await verifyRelief(house)
      if (relief.length > 0) return refused(...relief)
      const published = await verifyPublished(house)
      return isRefused(published) ? published : { ok: true, audit, ...published }
    })
  },
}

/** Stock that sums to zero, and every selection made again from what is stored. */
async function verifyRelief({ doors }: House): Promise<Refusal[]> {
  const db = asOwner(doors)
  return [...(await verifyLedger(db)), ...(await verifySelections(db))]
}

/** The same proofs on the copy that a backup gives; its audit was sealed with keys that are not in it, so only the chain and the sums are checked there. */
async function checksOfRestored(folder: string, country = 'mozambique') {
  const house = await openHouse({ dataFolder: folder, country, domains: everyDomain, besideRunning: true })
  if (isRefused(house)) return house.refused
  try {
    const published = await verifyPublished(house)
    return [...(isRefused(published) ? published.refused : []), ...(await verifyRelief(house))]
  } finally {
    await house.close()
    for (const name of ['keyring.json', 'vault.keys']) await rm(join(folder, name), { force: true })
  }
}
