/**
 * Pictures, sounds and films, and the consent of the people in them. The public copy knows nothing but what is seen; the original, with the point where it was taken, lies under a key of
 * its own. Who consented lies under that key too: the row says for what and until when. Strategy: chapter on communications and visibility; guard rails of the mission.
 */
import { type Bilingual, date, integer, json, oneOf, optional, type RowOf, record, ref, text, timestamp } from '../../../kernel/index.ts'
import { clearers, makers, readByOffice } from '../office.ts'

export const channels = ['portal', 'print', 'press', 'social'] as const
export type Channel = (typeof channels)[number]

export const Asset = record(
  'publications.asset',
  {
    captionPt: text('Legenda em português', 'Caption in Portuguese', { letters: 300 }),
    captionEn: text('Legenda em inglês', 'Caption in English', { letters: 300 }),
    place: text('Distrito', 'District', { letters: 20 }),
    takenOn: date('Dia', 'Day'),
    credit: text('Crédito', 'Credit', { letters: 200 }),
    /** How many people can be recognised, and how many of them are children. */
    recognisable: integer('Pessoas reconhecíveis', 'People who can be recognised', { min: 0, max: 100 }),
    children: integer('Crianças entre elas', 'Children among them', { min: 0, max: 100 }),
    type: oneOf('Formato', 'Format', ['image/jpeg', 'image/png', 'audio/mpeg', 'audio/wav', 'audio/mp4', 'video/mp4'], { computed: true }),
    /** Of pictures. */
    width: optional(integer('Largura', 'Width', { min: 1, computed: true })),
    height: optional(integer('Altura', 'Height', { min: 1, computed: true })),
    /** The words of a sound or film, for who cannot hear it (WCAG 2.2, 1.2). */
    transcript: optional(json<Bilingual>('Transcrição', 'Transcript', { computed: true, large: true })),
    bytes: integer('Tamanho', 'Size', { min: 1, computed: true }),
    publicSha256: text('Impressão digital da cópia', 'Fingerprint of the copy', { letters: 64, computed: true }),
    originalSha256: text('Impressão digital do original', 'Fingerprint of the original', { letters: 64, computed: true }),
    /** The file in which the original lies closed under the key of this row. */
    closedSha256: text('Original fechado', 'Closed original', { letters: 64, computed: true }),
    removedAt: optional(timestamp('Retirada em', 'Removed at', { computed: true })),
  },
  {
    labels: { one: { pt: 'Fotografia', en: 'Picture' }, many: { pt: 'Fotografias', en: 'Pictures' } },
    class: 2,
    byDeeds: true,
    title: 'captionPt',
    unique: [['originalSha256']],
    access: { read: { ...readByOffice, dataOfficer: 'all' }, create: makers, update: [...makers, ...clearers] },
  },
)
export type AssetRow = RowOf<typeof Asset>

export const PictureConsent = record(
  'publications.picture_consent',
  {
    asset: ref('publications.asset', 'Fotografia', 'Picture'),
    /** For a child two consents stand: the guardian's and the child's own. */
    who: oneOf('Quem consente', 'Who consents', ['person', 'guardian', 'child']),
    channels: json<Channel[]>('Canais', 'Channels'),
    use: text('Para quê', 'What for', { letters: 300 }),
    fromDay: date('De', 'From'),
    toDay: optional(date('Até', 'Until')),
    form: text('Número do formulário assinado', 'Number of the signed form', { letters: 60 }),
    withdrawnAt: optional(timestamp('Retirado em', 'Withdrawn at', { computed: true })),
    /** The name, under a key of its own; null once erased. */
    sealed: optional(text('Conteúdo selado', 'Sealed content', { letters: 4000, large: true, computed: true })),
  },
  {
    labels: { one: { pt: 'Consentimento', en: 'Consent' }, many: { pt: 'Consentimentos', en: 'Consents' } },
    class: 2,
    byDeeds: true,
    closed: true,
    index: [['asset']],
    access: { read: readByOffice, create: makers, update: makers },
  },
)
export type ConsentRow = RowOf<typeof PictureConsent>

export const isPicture = ({ type }: { type: string }): boolean => type.startsWith('image/')
