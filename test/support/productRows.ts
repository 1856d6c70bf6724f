/** The least that each record of products, pictures and media requests asks for, for the access tables. */
import { Asset } from '../../src/domains/publications/assets/asset.ts'
import { type Db, insertRow } from '../../src/kernel/index.ts'

const assetOf = (n: number) => ({
  ...{ captionPt: 'a', captionEn: 'a', place: 'MZ0109', takenOn: '2021-06-01', credit: 'a', recognisable: 0, children: 0, type: 'image/jpeg' as const },
  ...{ width: 1, height: 1, bytes: 1, publicSha256: '0', originalSha256: String(n), closedSha256: '0' },
})

/** A picture of the vault's class, which nobody here may see. */
export const layPicture = async (db: Db): Promise<string> => (await insertRow(db, Asset, { scope: 'MZ', class: 4, ...assetOf(-1) })).id

export const productAnswers = (picture: string, n: number): Record<string, Record<string, unknown>> => ({
  'publications.product': {
    ...{ number: `PB-${n}`, edition: 1, kind: 'story', name: 'Story', state: 'planned', plannedFor: '2021-06-01', original: 'pt', focusAreas: [], places: [] },
    ...{ periodFrom: '2021-06-01', periodTo: '2021-06-01', licence: 'CC BY 4.0', credit: 'a', joint: false, protectedPeople: false, texts: {} },
    ...{ writtenBy: [], sources: [], ownFigures: [], pictures: [] },
  },
  'publications.event': {
    ...{ kind: 'launch', title: { pt: 'a', en: 'a' }, about: { pt: 'a', en: 'a' }, place: 'MZ0109', venue: 'a', donors: [], isPublic: false },
    ...{ startsAt: '2021-06-01T08:00:00Z', endsAt: '2021-06-01T10:00:00Z' },
  },
  'publications.press_text': { kind: 'mission', title: { pt: 'a', en: 'a' }, text: { pt: 'a', en: 'a' }, validUntil: '2030-01-01' },
  'publications.asset': assetOf(n),
  'publications.picture_consent': { asset: picture, who: 'person', channels: ['portal'], use: 'a', fromDay: '2021-06-01', form: 'a' },
  'publications.media_request': {
    ...{ number: `PM-${n}`, outlet: 'a', receivedAt: '2021-06-01T08:00:00Z', deadline: '2021-06-02T08:00:00Z', language: 'pt', question: 'a' },
    ...{ sensitive: false, state: 'received' },
  },
})
