/** For whoever stands before the own door without telephone and recovery codes, when no other administrator can help: done on the machine that holds the data. */
import { asOwner, type House, isRefused, personByEmail, type Refused, refuse, refused, removeSecondFactor, signInLink } from '../kernel/index.ts'
import { type Command, inHouse, theOperator } from './command.ts'

async function unlock(house: House, email: string | undefined, address: string): Promise<{ link: string } | Refused> {
  const person = email ? await personByEmail(house.doors, email) : null
  if (!person || person.disabledAt) return refused(refuse('command.no-such-person', { email: email ?? '' }))
  if (person.hasSecondFactor) await removeSecondFactor(house.doors, { ...asOwner(house.doors), actor: theOperator }, person.id)
  return { link: `${address}/desk/enter#${await signInLink(house.doors, person.id)}` }
}

export const unlockCommand: Command = {
  name: 'unlock',
  usage: 'capulana unlock EMAIL [--host 127.0.0.1] [--port 8080]',
  about: 'Takes away the second factor of somebody who lost telephone and recovery codes, ends all sessions and tokens, and prints a link that signs in once.',
  async run(given) {
    const { host = '127.0.0.1', port = '8080' } = given.options
    const answer = await inHouse(given, (house) => unlock(house, given.words[0], `http://${host}:${port}`))
    return isRefused(answer) || given.options.json ? answer : answer.link
  },
}
