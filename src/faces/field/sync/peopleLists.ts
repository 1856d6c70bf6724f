/** Lists that are no places: nobody browses them on the phone, and they are read only while a person is registered or a card is checked. */
export const peopleList = 'registered_people'
export const revokedCardsList = 'revoked_cards'

export const isBrowsed = (code: string): boolean => code !== peopleList && code !== revokedCardsList
