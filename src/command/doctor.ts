/** The health page for whoever sits at the machine: the same parts in the same words. Ends with 1 while anything is in alarm. */
import { type Health, healthOf, isRefused } from '../kernel/index.ts'
import { type Command, inHouse } from './command.ts'

const signs = { well: ['●', 'bem · well'], watch: ['◐', 'atenção · watch'], alarm: ['■', 'ALARME · ALARM'] } as const

const printed = ({ version, checks }: Health): string =>
  [
    `Capulana ${version}`,
    ...checks.map(({ state, name, sentence }) => `\n${signs[state][0]} ${signs[state][1]} · ${name}\n  ${sentence.pt}\n  ${sentence.en}`),
  ].join('\n')

export const doctorCommand: Command = {
  name: 'doctor',
  usage: 'capulana doctor [--json]',
  about: 'Says how the house is: rollbacks, durability, backups, seals, disk, jobs; each with what to do next.',
  async run(given) {
    const health = await inHouse(given, healthOf)
    if (isRefused(health)) return health
    if (health.state === 'alarm') process.exitCode = 1
    return given.options.json ? health : printed(health)
  },
}
