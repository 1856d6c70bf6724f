/**
 * What a country pack holds: the country, its levels and neighbours, the limits by which figures are questioned, dated code lists, roles and places.
 * All of it is data with a date and a source; what nobody has confirmed says so, so that a proposal never passes for an official list.
 */
import { createPublicKey } from 'node:crypto'
import { z } from 'zod'
import { isRole } from '../access/roles.ts'

const bilingual = z.strictObject({ pt: z.string().min(1), en: z.string().min(1) })
const day = z.iso.date()
/** Null when confirmed; otherwise what is open, in words. */
const unconfirmed = bilingual.nullable()

export const country = z.strictObject({
  iso2: z.string().regex(/^[A-Z]{2}$/),
  iso3: z.string().regex(/^[A-Z]{3}$/),
  /** Key of the outline in the world atlas. */
  isoNumeric: z.string().regex(/^\d{3}$/),
  /** Code of the whole country in the place register; codes of its places begin with it. */
  pcode: z.string().min(2),
  names: bilingual,
  otherNames: z.array(z.string().min(1)),
  timezone: z.string().refine(isTimezone, 'not a time zone'),
  languages: z.array(z.enum(['pt', 'en'])).min(1),
  /** West, south, east, north in degrees. */
  bbox: z
    .tuple([z.number().min(-180), z.number().min(-90), z.number().max(180), z.number().max(90)])
    .refine(([west, south, east, north]) => west < east && south < north, 'west, south, east, north expected'),
  levels: z.array(z.strictObject({ level: z.int().min(1), name: z.string().min(1), label: bilingual, plural: bilingual })).min(1),
  /** `at`: longitude and latitude of the capital, for the direction in which a drawing puts the neighbour. */
  neighbours: z.array(z.strictObject({ iso3: z.string().regex(/^[A-Z]{3}$/), names: bilingual, at: z.tuple([z.number(), z.number()]).optional() })),
  /** The public office that endorses rounds. */
  reviewOffice: z.strictObject({ short: z.string().min(1), names: bilingual }),
  /** The mission's identifier in IATI; null until it is known, and then no file goes out (decision 0035). */
  iatiOrganisation: z
    .strictObject({ identifier: z.string().min(3).nullable(), names: bilingual, source: z.string().min(1), asOf: day, unconfirmed })
    .optional(),
  /** Recovery officers who can open every backup of this country's missions: name and public key (X25519, PEM). */
  backupRecipients: z.array(z.strictObject({ name: z.string().min(1), publicKey: z.string().refine(isPublicKey, 'no public X25519 key') })).optional(),
})

const threshold = z.strictObject({ value: z.number().nonnegative(), label: bilingual, asOf: day, source: z.string().min(1), unconfirmed })
export const thresholds = z.strictObject({
  smallestHousehold: threshold,
  largestHousehold: threshold,
  copiedShare: threshold,
  copiedRows: threshold,
  oddDateDays: threshold,
  sameFigureRounds: threshold,
  phoneClockHours: threshold,
  disclosureMinimum: threshold,
  surveyMinimum: threshold,
  lowestPublicLevel: threshold,
  idleMinutes: threshold,
  biometricMinimumAge: threshold,
  microdataRiskPercent: threshold,
  onTrackShare: threshold,
  behindShare: threshold,
  oddMovePercent: threshold,
  recommendationAnswerDays: threshold,
  spokenWordsPerSecond: threshold,
  emergencyLookHours: threshold,
  stageWeightFoundation: threshold,
  stageWeightFrame: threshold,
  stageWeightRoof: threshold,
  stageWeightFinished: threshold,
  stageWeightInspected: threshold,
  staleInformationDays: threshold,
  priceRisePercent: threshold,
  stockAloneUpTo: threshold,
  reliefDecisionHours: threshold,
  reliefReportDays: threshold,
  reliefAssessmentDays: threshold,
  reliefConfidentPercent: threshold,
  reliefPopulationDays: threshold,
  reliefItemLifeDays: threshold,
  reliefBlanketPercent: threshold,
  reliefCollectorHouseholds: threshold,
  fairnessRatio: threshold,
  fairnessHouseholds: threshold,
  appealAnswerDays: threshold,
})

const code = z.strictObject({
  code: z.string().min(1),
  label: bilingual,
  /** Other spellings met in files, accepted as this code. */
  aliases: z.array(z.string().min(1)).optional(),
  /** The code of the same thing in HDX HAPI. */
  hapi: z.string().min(1).optional(),
  validFrom: day.optional(),
  validTo: day.optional(),
  needsReason: z.boolean().optional(),
  countsAsHostCommunity: z.boolean().optional(),
  fromYears: z.int().nonnegative().optional(),
  toYears: z.int().nonnegative().optional(),
})
export const codeList = z.strictObject({
  name: z.string().regex(/^[a-z][a-zA-Z]*$/),
  label: bilingual,
  asOf: day,
  source: z.string().min(1),
  unconfirmed,
  codes: z
    .array(code)
    .min(1)
    .refine((codes) => new Set(codes.map((each) => each.code)).size === codes.length, 'a code stands twice'),
})

export const roleList = z.strictObject({
  asOf: day,
  roles: z
    .array(
      z.strictObject({
        code: z.string().refine(isRole, 'not a role of the product'),
        label: bilingual,
        duty: bilingual,
        /** Whoever holds it must have a second factor. */
        secondFactor: z.boolean().optional(),
      }),
    )
    .min(1),
})

const place = z.looseObject({
  pcode: z.string().min(1),
  name: z.string().min(1),
  level: z.int().min(1),
  parent: z.string().nullable(),
  validFrom: day.nullable(),
  validTo: day.optional(),
  aliases: z.array(z.string()),
  /** Longitude, latitude; null when no source gives one. */
  point: z.tuple([z.number(), z.number()]).nullable(),
})
export const placeList = z.looseObject({ credit: z.string().min(1), places: z.array(place) })

export type Country = z.infer<typeof country>
export type ThresholdKey = keyof z.infer<typeof thresholds>
export type ThresholdEntry = z.infer<typeof threshold>
export type CodeList = z.infer<typeof codeList>
export type RoleText = z.infer<typeof roleList>['roles'][number]
export type PackPlace = z.infer<typeof place>

function isTimezone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

function isPublicKey(text: string): boolean {
  try {
    return !text.includes('PRIVATE') && createPublicKey(text).asymmetricKeyType === 'x25519'
  } catch {
    return false
  }
}
