/** A baseline form as a phone sends it. */
import { randomUUID } from 'node:crypto'

export type Baseline = {
  place: string
  line?: string
  day?: string
  outcome?: string
  reason?: string
  consent?: string
  idp?: { households?: number; individuals?: number; females?: number; males?: number; reasons?: string; origin?: string; arrival?: string; setting?: string }[]
  returnees?: number
  instanceId?: string
  replaces?: string
}

const tag = (name: string, value: string | number | undefined) => (value === undefined ? `<${name}/>` : `<${name}>${value}</${name}>`)

export function baselineXml({ place, line, day = '2023-06-10', outcome = 'assessed', consent = 'yes', ...given }: Baseline): string {
  const groups = (given.idp ?? []).map(
    ({ households, individuals, females, males, reasons = 'Conflict', origin = 'MZ01', arrival = 'under_3_months', setting = 'host_community' }) =>
      `<idp><idp_page>${tag('households', households)}${tag('individuals', individuals)}${tag('females', females)}${tag('males', males)}${tag('reasons', reasons)}${tag('origin_province', origin)}${tag('arrival', arrival)}${tag('setting', setting)}</idp_page></idp>`,
  )
  const visited = outcome === 'assessed' || outcome === 'empty'
  return [
    '<data id="dtm_baseline" version="2026112601">',
    `<where>${tag('place', place)}${tag('line', line)}</where>`,
    `<visit>${tag('visit_date', day)}${tag('access', 'accessible')}${tag('outcome', outcome)}${given.reason ? tag('not_assessed_reason', given.reason) : ''}</visit>`,
    visited ? `<consent_page>${tag('consent', consent)}</consent_page>` : '',
    ...groups,
    given.returnees === undefined ? '' : `<others>${tag('returnees', given.returnees)}</others>`,
    `<meta>${tag('instanceID', given.instanceId ?? `uuid:${randomUUID()}`)}${given.replaces ? tag('deprecatedID', given.replaces) : ''}</meta></data>`,
  ].join('')
}
