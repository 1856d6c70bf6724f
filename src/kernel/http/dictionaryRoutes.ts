/** The data dictionary: what each record holds, in words, made from the declarations; the code lists of the country; and the empty import template. */
import { z } from 'zod'
import type { Actor } from '../access/actor.ts'
import { canCreate, canUpdate } from '../access/rules.ts'
import { refused } from '../db/transaction.ts'
import type { Domain } from '../domain.ts'
import type { House } from '../house.ts'
import { type TemplateField, writeTemplate } from '../import/writeTemplate.ts'
import type { Field } from '../record/fields.ts'
import type { RecordDeclaration } from '../record/record.ts'
import { refuse } from '../refusal.ts'
import { pathOf } from './recordRoutes.ts'
import { type AnyRoute, route } from './route.ts'

const signedIn = { who: 'signedIn' as const, class: 2 as const }

const described = (actor: Actor) => (record: RecordDeclaration) => ({
  name: record.name,
  path: pathOf(record),
  labels: record.labels,
  class: record.class ?? 2,
  title: record.title ?? null,
  appendOnly: record.appendOnly ?? false,
  canCreate: canCreate(actor, record) && !record.byDeeds,
  canUpdate: canUpdate(actor, record) && !record.appendOnly && !record.byDeeds,
  fields: Object.entries(record.fields).map(([name, field]) => ({ name, ...field })),
})

const templateFields = (record: RecordDeclaration, house: House): TemplateField[] =>
  Object.entries(record.fields)
    .filter(([, field]) => !field.computed && field.kind !== 'json')
    .map(([name, field]) => ({
      name,
      labels: field.label,
      hxl: field.hxl,
      kind: field.kind as TemplateField['kind'],
      required: field.required,
      hint: field.hint,
      list: choicesOf(field, house),
    }))

const choicesOf = (field: Field, house: House): TemplateField['list'] =>
  field.values?.map((value) => ({ code: value, labels: { pt: value, en: value } })) ??
  house.pack.codeLists.get(field.list ?? '')?.codes.map(({ code, label }) => ({ code, labels: label }))

export const dictionaryRoutes = (domains: readonly Domain[]): AnyRoute[] => {
  const records: readonly RecordDeclaration[] = domains.flatMap((domain) => domain.records)
  return [
    route({
      method: 'GET',
      url: '/api/dictionary',
      policy: signedIn,
      summary: 'Data dictionary: every record and field, in both languages',
      answer: async ({ actor }) => records.filter((record) => actor.roles.some((role) => record.access.read[role])).map(described(actor)),
    }),
    route({
      method: 'GET',
      url: '/api/codes',
      policy: signedIn,
      summary: 'Code lists of the country, dated',
      answer: async ({ house }) => Object.fromEntries([...house.pack.codeLists].map(([name, list]) => [name, list.codes])),
    }),
    route({
      method: 'GET',
      url: '/api/pack',
      policy: signedIn,
      summary: 'The country pack: limits with date and source, and what nobody has confirmed',
      answer: async ({ house: { pack } }) => ({
        country: pack.country,
        thresholds: Object.entries(pack.thresholdEntries).map(([key, entry]) => ({ key, ...entry })),
        borrowed: pack.borrowed,
        placesCredit: pack.placesCredit,
      }),
    }),
    route({
      method: 'GET',
      url: '/api/template/:schema/:table',
      policy: signedIn,
      summary: 'Empty Excel template for one record',
      params: z.object({ schema: z.string().max(40), table: z.string().max(60) }),
      answer: async ({ house, params }) => {
        const record = house.records.get(`${params.schema}.${params.table.replaceAll('-', '_')}`)
        if (!record) return refused(refuse('access.not-found'))
        const content = await writeTemplate(record.labels.many.pt, templateFields(record, house))
        return { content, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', name: `${params.table}.xlsx` }
      },
    }),
  ]
}
