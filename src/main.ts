/** The one place where everything meets: the commands of the product. `capulana start` serves desk, portal and API; the others are for scripts. */
import { argumentsOf } from './command/arguments.ts'
import { backupCommand, restoreCommand, verifyCommand } from './command/backups.ts'
import { type Command, tell } from './command/command.ts'
import { demoCommand } from './command/demo.ts'
import { doctorCommand } from './command/doctor.ts'
import { buildCommand } from './command/faces.ts'
import { formCommand } from './command/forms.ts'
import { importCommand } from './command/imports.ts'
import { outwardCommand } from './command/outward.ts'
import { recipientsCommand, recoveryKeyCommand } from './command/recovery.ts'
import { exportCommand, listCommand, publishCommand } from './command/rounds.ts'
import { startCommand } from './command/start.ts'
import { tokenCommand } from './command/tokens.ts'
import { unlockCommand } from './command/unlock.ts'

const commands: readonly Command[] = [
  startCommand,
  importCommand,
  formCommand,
  listCommand,
  publishCommand,
  exportCommand,
  tokenCommand,
  unlockCommand,
  backupCommand,
  restoreCommand,
  verifyCommand,
  recoveryKeyCommand,
  recipientsCommand,
  outwardCommand,
  doctorCommand,
  demoCommand,
  buildCommand,
]

const help = () =>
  ['capulana <command> [--data DIR] [--country FILE-or-name] [--json]', '', ...commands.map(({ usage, about }) => `  ${usage}\n      ${about}`)].join('\n')

const [name, ...rest] = process.argv.slice(2)
const command = commands.find((known) => known.name === name)
const given = argumentsOf(rest)

if (!command || 'problem' in given || given.options.help) {
  if ('problem' in given) console.error(given.problem)
  console.log(command && !('problem' in given) ? `${command.usage}\n  ${command.about}` : help())
  process.exitCode = command && !('problem' in given) ? 0 : 2
} else {
  tell(await command.run(given), given.options.json === true)
}
