/**
 * Whom to ask. A person stands here as far as the person agreed: within the clusters, among partners, or in public. Refusing takes nothing away: an organisation belongs
 * to its groups whether or not its people want to be listed. Strategy: focus area 12, activity E.
 */
import { sql } from 'kysely'
import {
  audit,
  boolean,
  type Db,
  date,
  type House,
  insertRow,
  oneOf,
  optional,
  type Refused,
  type RowOf,
  record,
  ref,
  refuse,
  refused,
  text,
  updateRow,
} from '../../../kernel/index.ts'

export const consents = ['refused', 'cluster', 'partners', 'public'] as const

export const Contact = record(
  'coordination.contact',
  {
    name: text('Nome', 'Name', { letters: 200 }),
    organisation: ref('organisations.organisation', 'Organização', 'Organisation'),
    role: optional(text('Função', 'Role', { letters: 200 })),
    cluster: optional(text('Cluster', 'Cluster', { letters: 100 })),
    area: optional(text('Área', 'Area', { letters: 60 })),
    phone: optional(text('Telefone', 'Phone', { letters: 40 })),
    email: optional(text('E-mail', 'E-mail', { letters: 200 })),
    consent: oneOf('Consentimento', 'Consent', consents),
    consentOn: date('Consentiu em', 'Consent of'),
    reviewBy: date('Rever até', 'Review by'),
    active: boolean('Activo', 'Active'),
  },
  {
    labels: { one: { pt: 'Contacto', en: 'Contact' }, many: { pt: 'Contactos', en: 'Contacts' } },
    class: 2,
    byDeeds: true,
    closed: true,
    index: [['organisation']],
    access: {
      read: {
        clusterCoordinator: 'all',
        coordinator: { condition: `r.active and r.consent <> 'refused'` },
        chief: { condition: `r.active and r.consent <> 'refused'` },
        monitoring: { condition: `r.active and r.consent <> 'refused'` },
        partner: { condition: `r.active and r.consent in ('partners', 'public')` },
      },
      create: ['clusterCoordinator'],
      update: ['clusterCoordinator'],
    },
  },
)

export type ContactGiven = Pick<
  RowOf<typeof Contact>,
  'name' | 'organisation' | 'role' | 'cluster' | 'area' | 'phone' | 'email' | 'consent' | 'reviewBy' | 'active'
>

/** `id` null: a new one. Whoever refuses is on no list, and no channel of theirs is kept. */
export async function keepContact(db: Db, house: House, given: ContactGiven, id: string | null): Promise<{ id: string } | Refused> {
  const channels = given.consent === 'refused' ? { phone: null, email: null } : {}
  const values = { ...given, ...channels, consentOn: new Date().toISOString().slice(0, 10) }
  const kept = id ? await updateRow(db, Contact, id, values) : await insertRow(db, Contact, { scope: house.pack.country.pcode, ...values })
  if (!kept) return refused(refuse('access.not-found'))
  await audit(db, 'contact.keep', Contact.name, kept.id, { consent: given.consent })
  return { id: kept.id }
}

export type ContactLine = RowOf<typeof Contact> & { organisationName: string }

const lines = (db: Db, where: ReturnType<typeof sql>) =>
  db.rows<ContactLine>(sql`
    select c.*, o.name as organisation_name from coordination.contact c join organisations.organisation o on o.id = c.organisation
    where ${where} order by o.name, c.name`)

export const contactsNow = (db: Db): Promise<ContactLine[]> => lines(db, sql`true`)

/** As the house: only who agreed to the public, is in office, and whose consent is not overdue for review. */
export async function publicContacts(db: Db, today: string) {
  const shown = await lines(db, sql`c.consent = 'public' and c.active and c.review_by >= ${today}::date`)
  return shown.map(({ name, organisationName, role, cluster, area, phone, email }) => ({
    name,
    organisation: organisationName,
    role,
    cluster,
    area,
    phone,
    email,
  }))
}
