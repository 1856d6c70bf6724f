/** Who can open the backups: recovery officers, each with a key of their own that never lies beside the data. */
import { resolve } from 'node:path'
import {
  asOwner,
  audit,
  backupRecipients,
  type House,
  makeRecoveryKey,
  type Refused,
  readRecipient,
  refuse,
  refused,
  settleRecipients,
} from '../kernel/index.ts'
import { type Command, inHouse, theOperator } from './command.ts'

export const recoveryKeyCommand: Command = {
  name: 'recovery-key',
  usage: 'capulana recovery-key FILE',
  about: 'Makes a key pair for a recovery officer: FILE is kept apart and opens encrypted backups, FILE.pub is given to the mission.',
  async run({ words }) {
    if (!words[0]) return refused(refuse('command.file-missing'))
    const made = await makeRecoveryKey(resolve(words[0]))
    return 'code' in made ? refused(made) : made
  },
}

const shown = async (house: House) => (await backupRecipients(house)).map(({ name, fingerprint }) => ({ name, fingerprint }))

async function settled(house: House, deed: string | undefined, what: string | undefined): Promise<object | Refused> {
  const db = { ...asOwner(house.doors), actor: theOperator }
  if (deed === undefined || deed === 'list') return shown(house)
  if (!what) return refused(refuse('command.file-missing'))
  if (deed === 'add') {
    const officer = await readRecipient(resolve(what))
    if ('code' in officer) return refused(officer)
    await settleRecipients(db, (held) => [...held.filter(({ fingerprint }) => fingerprint !== officer.fingerprint), officer])
    await audit(db, 'recipient.add', 'kernel.setting', officer.fingerprint, { name: officer.name })
    return shown(house)
  }
  if (deed !== 'remove') return refused(refuse('command.unknown-deed', { deed, known: ['list', 'add', 'remove'] }))
  let removed = false
  await settleRecipients(db, (held) => held.filter(({ fingerprint }) => fingerprint !== what || !(removed = true)))
  if (!removed) return refused(refuse('db.no-such-recipient', { fingerprint: what }))
  await audit(db, 'recipient.remove', 'kernel.setting', what)
  return shown(house)
}

export const recipientsCommand: Command = {
  name: 'recipients',
  usage: 'capulana recipients [add FILE.pub | remove FINGERPRINT]',
  about: 'Names the officers to whom every backup is encrypted, that of each night too. Without any, backups are signed but open.',
  run: (given) => inHouse(given, (house) => settled(house, given.words[0], given.words[1])),
}
