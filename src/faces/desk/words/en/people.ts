/** Words of the book of people and accounts. */
import type { Phrase } from '../../../ui/phrases.ts'
import type { peopleWords as portuguese } from '../pt/people.ts'

export const peopleWords: Record<keyof typeof portuguese, Phrase> = {
  'nav.people': 'People',
  'people.title': 'People who use the system',
  'people.intro': 'Each account has roles and areas; nobody sees or changes more than they give.',
  'people.add': 'Add a person',
  'people.name': 'Name',
  'people.email': 'E-mail address',
  'people.organisation': 'Organisation',
  'people.language': 'Language',
  'people.roles': 'Roles',
  'people.areas': 'Areas',
  'people.wholeCountry': 'The whole country',
  'people.addArea': 'Add an area',
  'people.removeArea': 'Take {area} away',
  'people.noArea': 'Without any area the person sees no records.',
  'people.state': 'Account',
  'people.open': 'open',
  'people.closed': 'closed',
  'people.noWayIn': 'no passphrase',
  'people.secondFactor': 'second factor',
  'people.demonstration': 'demonstration',
  'people.link': 'Make a sign-in link',
  'people.linkMade': 'Link of {name}. It works once, within one hour. Hand it over in person or by a safe channel: whoever holds it enters as this person.',
  'people.copy': 'Copy',
  'people.copied': 'Copied',
  'people.close': 'Close the account',
  'people.closeTitle': 'Close the account of {name}?',
  'people.closeNote':
    'The person is signed out at once and the tokens stop working. What was done stays on record under the name. You can open the account again.',
  'people.reopen': 'Open the account again',
  'people.changesNote': 'Changing roles or areas signs the person out: the new rights hold from the next sign-in.',
  'people.emptyTitle': 'No other people yet',
  'people.back': 'All people',
  'people.auditOf': 'What this person did',
}
