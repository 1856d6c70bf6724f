/** A token for a script, from the machine that holds the data. */
import { addPerson, changePerson, createToken, type House, isRefused, isRole, personByEmail, type Role, refuse, refused } from '../kernel/index.ts'
import { type Command, inHouse } from './command.ts'

const holder = 'scripts@capulana.local'

export const tokenCommand: Command = {
  name: 'token',
  usage: 'capulana token create --role ROLE [--area PCODE] [--days 90] [--name TEXT]',
  about: 'Makes a token for scripts and shows it once.',
  run: (given) =>
    inHouse(given, async (house) => {
      const { role = [], area = ['*'], days = '90', name = 'script' } = given.options
      const roles = role.filter(isRole)
      if (given.words[0] !== 'create' || roles.length === 0 || roles.length !== role.length)
        return refused(refuse('people.unknown-role', { roles: role.filter((each) => !isRole(each)), known: [...house.pack.roles.map(({ code }) => code)] }))
      const person = await ownerOf(house, roles, area)
      if (isRefused(person)) return person
      const token = await createToken(house.doors, person, { name, roles, areas: area, days: Number(days) || 90 })
      return isRefused(token) ? token : { token: token.secret, roles, areas: area, expiresAt: token.expiresAt }
    }),
}

/** Tokens of scripts belong to an account of their own, that no one can sign in to; it holds just the roles that its tokens need. */
async function ownerOf(house: House, roles: Role[], areas: string[]) {
  const known = await personByEmail(house.doors, holder)
  if (!known) return addPerson(house.doors, { name: 'Scripts', email: holder, roles, areas })
  return changePerson(house.doors, known.id, { roles: [...new Set([...known.roles, ...roles])], areas: [...new Set([...known.areas, ...areas])] })
}
