/** The DTM API, version 3, from our published rounds: same addresses, names, order and envelope, so that today's consumers read us unchanged. */
import type { Readable } from 'node:stream'
import { z } from 'zod'
import {
  currentRounds,
  type DtmLevel,
  type DtmQuery,
  dtmCountryList,
  dtmEnvelope,
  dtmFailure,
  dtmOperationList,
  dtmQueryErrors,
  dtmRows,
  filterDtm,
  hapiContext,
  hapiCsv,
  hdxCsv,
} from '../domains/displacement/index.ts'
import { type AnyRoute, type Content, type House, read, route, thePublic } from '../kernel/index.ts'

const everyone = { who: 'everyone' as const, class: 1 as const }

const filters = z.looseObject(
  Object.fromEntries(
    [
      'Operation',
      'CountryName',
      'Admin0Pcode',
      'Admin1Name',
      'Admin1Pcode',
      'Admin2Name',
      'Admin2Pcode',
      'FromReportingDate',
      'ToReportingDate',
      'FromRoundNumber',
      'ToRoundNumber',
    ].map((name) => [name, z.string().max(200).optional()]),
  ),
)

// The envelope carries its own status code, and an empty answer is not an error: consumers of the original expect both.
const json = (body: { statusCode: number }): Content => ({ content: JSON.stringify(body), type: 'application/json; charset=utf-8', status: body.statusCode })

const csv = (name: string, content: Readable): Content => ({ content, type: 'text/csv; charset=utf-8', name })

const rounds = async (house: House) => (await currentRounds(house)).map(({ round }) => round)

const level = (url: string, at: DtmLevel): AnyRoute =>
  route({
    method: 'GET',
    url,
    policy: everyone,
    summary: `Displaced people by round at administrative level ${at}, as the DTM API gives them`,
    query: filters,
    answer: async ({ house, query }) => {
      const errors = dtmQueryErrors(query as DtmQuery)
      if (errors.length > 0) return json(dtmFailure(errors))
      return json(dtmEnvelope(filterDtm(dtmRows(await rounds(house), at), query as DtmQuery)))
    },
  })

export const dtmRoutes: AnyRoute[] = [
  level('/dtm/v3/displacement/admin0', 0),
  level('/dtm/v3/displacement/admin1', 1),
  level('/dtm/v3/displacement/admin2', 2),
  route({
    method: 'GET',
    url: '/dtm/v3/displacement/country-list',
    policy: everyone,
    summary: 'Countries with published rounds',
    answer: async ({ house }) => json(dtmEnvelope(dtmCountryList(await rounds(house)))),
  }),
  route({
    method: 'GET',
    url: '/dtm/v3/displacement/operation-list',
    policy: everyone,
    summary: 'Operations with published rounds',
    answer: async ({ house }) => json(dtmEnvelope(dtmOperationList(await rounds(house)))),
  }),
  route({
    method: 'GET',
    url: '/files/hdx/displacement.csv',
    policy: everyone,
    summary: 'Every published round in the table that HDX carries, with its HXL row',
    answer: async ({ house }) => csv('displacement.csv', hdxCsv(await rounds(house))),
  }),
  route({
    method: 'GET',
    url: '/files/hdx/hapi-idps.csv',
    policy: everyone,
    summary: 'Every published round in the shape of the Humanitarian API, with the warnings of its place check',
    answer: async ({ house }) => csv('hapi-idps.csv', hapiCsv(await rounds(house), await read(house.doors, thePublic, hapiContext))),
  }),
]
