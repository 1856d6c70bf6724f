/** Words of checking a household's card. */
import type { cardWords as pt } from './cardPt.ts'

export const cardWords: typeof pt = {
  'home.card': 'Check a card',
  'home.cardWhy': 'Says without network whether a household card is ours',
  'card.title': 'Check a card',
  'card.intro': 'The card shows no names and is no identity document. The answer holds without network.',
  'card.scan': 'Read the card with the camera',
  'card.next': 'Read another card',
  'card.type': 'Or type the household number, or paste the code',
  'card.check': 'Check',
  'card.household': 'Household',
  'card.exercise': 'Registration',
  'card.issued': 'Issued',
  'card.copy': 'copy {n}',
  'card.noRevokedList': 'The list of revoked cards is not on this phone: a revoked card would also show as valid.',
  'card.is.valid': 'Valid',
  'card.do.valid': 'The mission signed this card. Hold its number against your list.',
  'card.is.card.damaged': 'Damaged or altered',
  'card.do.card.damaged':
    'The code is not whole. Wipe it and read it again; if it stays so, type the number and ask for a new card. The person does not lose aid.',
  'card.is.card.other-mission': 'Not of this mission',
  'card.do.card.other-mission': 'Another mission gave this card. Ask whether the person was registered here, and follow the rule of the site.',
  'card.is.card.unknown-key': 'This phone does not know the signature',
  'card.do.card.unknown-key':
    'It may be a false card, or newer than this phone. With network, tap “Talk to the office” and read it again; then call your coordinator.',
  'card.is.card.revoked': 'Revoked',
  'card.do.card.revoked': 'This card is no longer valid, for instance because it was replaced. Ask for the new card, or send the person to registration.',
  'card.is.number-here': 'This number is on this phone’s list',
  'card.do.number-here': 'The number alone proves nothing. Ask for the card, or make sure in another way.',
  'card.is.number-not-here': 'This number is not on this phone’s list',
  'card.do.number-not-here': 'See whether it is spelt right. It may be on another site’s list: turn nobody away for this; send the person to registration.',
  'card.is.number-revoked': 'This number is no longer valid',
  'card.do.number-revoked': 'Send the person to registration.',
}
