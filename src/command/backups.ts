/** Backup, restore and the proof that both work. A backup never holds the keys; they are copied apart. */
import { rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { verifyPublished } from '../domains/displacement/index.ts'
import { everyDomain } from '../domains.ts'
import { backup, isRefused, openHouse, openKeyring, refuse, refused, restore, sealChain, verifyAudit, verifyBackup } from '../kernel/index.ts'
import { type Command, dataFolderOf, inHouse } from './command.ts'

const fileNamed = (word: string | undefined) => (word ? resolve(word) : null)

export const backupCommand: Command = {
  name: 'backup',
  usage: 'capulana backup FILE',
  about: 'Writes one signed file with the database and all files, while the product runs. Keep keyring.json and secrets.json apart from it.',
  run: async (given) => {
    const file = fileNamed(given.words[0])
    if (!file) return refused(refuse('command.file-missing'))
    return inHouse(given, async (house) => {
      if (!house.cluster) return refused(refuse('backup.own-server'))
      await sealChain(house.doors, house.keyring.sealKey, new Date())
      const done = await backup({ cluster: house.cluster, dataFolder: house.dataFolder, file, sign: house.keyring.sealKey })
      return 'code' in done ? refused(done) : done
    })
  },
}

export const restoreCommand: Command = {
  name: 'restore',
  usage: 'capulana restore FILE --data EMPTY-FOLDER [--keyring FILE]',
  about: 'Brings a backup back to life in an empty folder and renews the epoch. Phones will then send again what they still hold: this is normal.',
  run: async (given) => {
    const file = fileNamed(given.words[0])
    if (!file) return refused(refuse('command.file-missing'))
    const into = given.options.into ? resolve(given.options.into) : dataFolderOf(given)
    const restored = await restore({ file, into, keyring: given.options.keyring ? resolve(given.options.keyring) : undefined })
    if ('code' in restored) return refused(restored)
    return { into, createdAt: restored.manifest.createdAt, epochs: restored.epochs, signatureProven: restored.signatureProven }
  },
}

export const verifyCommand: Command = {
  name: 'verify',
  usage: 'capulana verify [BACKUP-FILE]',
  about:
    'Checks the seals of the audit, the hash of every published product and file, and the sums of every published round; with a file, restores it aside and checks that.',
  run: async (given) => {
    const file = fileNamed(given.words[0])
    if (file) {
      const { sealPublicKey } = await openKeyring(dataFolderOf(given))
      const verdict = await verifyBackup(file, { verifyKey: sealPublicKey, checks: async (_, folder) => checksOfRestored(folder, given.options.country) })
      return verdict.ok ? verdict : refused(...verdict.problems)
    }
    return inHouse(given, async (house) => {
      await sealChain(house.doors, house.keyring.sealKey, new Date())
      const audit = await verifyAudit(house.doors, house.keyring.sealPublicKey)
      if (!audit.ok) return refused(refuse('verify.audit-broken', { seq: audit.firstBadSeq ?? 0, lastGoodSeal: audit.lastGoodSeal ?? '' }))
      const published = await verifyPublished(house)
      return isRefused(published) ? published : { ok: true, audit, ...published }
    })
  },
}

/** The same proofs on the copy that a backup gives; its audit was sealed with keys that are not in it, so only the chain and the sums are checked there. */
async function checksOfRestored(folder: string, country = 'mozambique') {
  const house = await openHouse({ dataFolder: folder, country, domains: everyDomain, besideRunning: true })
  if (isRefused(house)) return house.refused
  try {
    const published = await verifyPublished(house)
    return isRefused(published) ? published.refused : []
  } finally {
    await house.close()
    await rm(join(folder, 'keyring.json'), { force: true })
  }
}
