/**
 * What the column `parameters` may say for each type of question, and where it goes in the form. A wrong key or value is refused: a misspelt `max-pixels` would
 * otherwise send full-size photos over a mobile network for months. Source: xlsform.org, "Parameters"; docs.getodk.org, "Form question types".
 */
import type { Writing } from './compile.ts'
import type { Findings } from './findings.ts'
import { externalQuery } from './itemsets.ts'
import { placeOf } from './line.ts'
import { nearest } from './nearest.ts'
import { checkRange, rangeAttributes } from './range.ts'
import { isNo, isYes } from './settings.ts'
import type { Item } from './tree.ts'

const selectKeys = ['randomize', 'seed']

const accepted: Record<string, readonly string[]> = {
  text: ['rows'],
  image: ['app', 'max-pixels'],
  audio: ['quality'],
  'background-audio': ['quality'],
  geopoint: ['allow-mock-accuracy', 'capture-accuracy', 'warning-accuracy', 'reference-geometry'],
  geotrace: ['allow-mock-accuracy', 'incremental', 'reference-geometry'],
  geoshape: ['allow-mock-accuracy', 'incremental', 'reference-geometry'],
  range: ['start', 'end', 'step', 'tick_interval', 'placeholder', 'tick_labelset'],
  select_one: selectKeys,
  select_multiple: selectKeys,
  rank: selectKeys,
  select_one_external: selectKeys,
  audit: ['location-priority', 'location-min-interval', 'location-max-age', 'track-changes', 'track-changes-reasons', 'identify-user'],
}

const isNumber = (text: string) => /^-?\d+(\.\d+)?$/.test(text)
const isWhole = (text: string) => /^\d+$/.test(text)
const isTruth = (text: string) => text === 'true' || text === 'false'

/** One rule per key; the answer is the code of what is wrong with the value. */
const rules: Record<string, (value: string, item: Item) => string | null> = {
  rows: (value) => (isWhole(value) ? null : 'xlsform.parameter-not-whole'),
  'max-pixels': (value) => (isWhole(value) ? null : 'xlsform.parameter-not-whole'),
  'capture-accuracy': (value) => (isNumber(value) ? null : 'xlsform.parameter-not-number'),
  'warning-accuracy': (value) => (isNumber(value) ? null : 'xlsform.parameter-not-number'),
  'allow-mock-accuracy': (value) => (isTruth(value) ? null : 'xlsform.parameter-not-truth'),
  incremental: (value) => (isYes(value) ? null : 'xlsform.parameter-only-true'),
  randomize: (value) => (isYes(value) || isNo(value) ? null : 'xlsform.parameter-not-truth'),
  seed: (value) => (isNumber(value) || value.startsWith('${') ? null : 'xlsform.parameter-seed'),
  'identify-user': (value) => (isTruth(value) ? null : 'xlsform.parameter-not-truth'),
  'track-changes': (value) => (isTruth(value) ? null : 'xlsform.parameter-not-truth'),
  'track-changes-reasons': (value) => (value === 'on-form-edit' ? null : 'xlsform.parameter-reasons'),
  'location-priority': (value) => (['no-power', 'low-power', 'balanced', 'high-accuracy'].includes(value) ? null : 'xlsform.parameter-priority'),
  'location-min-interval': (value) => (isWhole(value) ? null : 'xlsform.parameter-not-whole'),
  'location-max-age': (value) => (isWhole(value) ? null : 'xlsform.parameter-not-whole'),
  quality: (value, { type }) =>
    (type!.name === 'audio' ? ['normal', 'low', 'voice-only', 'external'] : ['normal', 'low', 'voice-only']).includes(value)
      ? null
      : 'xlsform.parameter-quality',
  app: (value, item) => (!takesApp(item) || androidPackage.test(value) ? null : 'xlsform.parameter-app'),
}

const androidPackage = /^[A-Za-z]\w*(\.[A-Za-z]\w*)+$/

/** Another camera app can be asked for only where Collect opens its camera screen. */
const takesApp = ({ appearance }: Item) => appearance === '' || appearance === 'annotate'

export function checkParameters(item: Item, lists: ReadonlyMap<string, readonly { name: string }[]>, findings: Findings): void {
  const { type, parameters, line } = item
  if (!type || item.isGenerated) return
  const place = placeOf(line, 'parameters')
  const keys = item.answers?.from === 'file' ? [...selectKeys, 'value', 'label'] : accepted[type.name]
  if (keys) {
    for (const key of parameters.keys()) {
      if (keys.includes(key)) continue
      const meant = nearest(key, keys)
      findings.refuse('xlsform.parameter-unknown', place, { key, type: type.name, keys: [...keys].sort(), ...(meant ? { meant } : {}) })
    }
    for (const [key, value] of parameters) {
      const problem = keys.includes(key) ? rules[key]?.(value, item) : null
      if (problem) findings.refuse(problem, place, { key, value })
    }
  }
  if (type.name === 'image' && !parameters.has('max-pixels')) findings.warn('xlsform.photo-without-limit', place, { name: item.name })
  if (type.name === 'audit') checkAudit(item, findings)
  if (type.name === 'range') checkRange(item, lists, findings)
}

/** Places in the audit log need all three settings, and an age not below the interval. */
function checkAudit({ parameters, line }: Item, findings: Findings): void {
  const place = placeOf(line, 'parameters')
  const keys = ['location-priority', 'location-min-interval', 'location-max-age']
  const given = keys.filter((key) => parameters.has(key))
  if (given.length === 0) return
  if (given.length < keys.length) findings.refuse('xlsform.audit-location', place, { missing: keys.filter((key) => !parameters.has(key)) })
  const [interval, age] = [Number(parameters.get(keys[1]!)), Number(parameters.get(keys[2]!))]
  if (interval > age) findings.refuse('xlsform.audit-age', place, { interval, age })
}

export function bindParameters({ type, parameters, line }: Item): Record<string, string> {
  const attributes: Record<string, string> = {}
  const put = (key: string, attribute: string) => {
    const value = parameters.get(key)
    if (value !== undefined) attributes[attribute] = value
  }
  if (type?.name === 'image') put('max-pixels', 'orx:max-pixels')
  if (type?.name === 'audio') put('quality', 'odk:quality')
  if (type?.name === 'geopoint' || type?.name === 'geotrace' || type?.name === 'geoshape') put('allow-mock-accuracy', 'odk:allow-mock-accuracy')
  if (type?.name === 'audit') for (const key of accepted.audit!) put(key, `odk:${key}`)
  if (type?.name === 'range') Object.assign(attributes, rangeType(parameters))
  return line.row === 0 ? {} : attributes
}

const rangeType = (parameters: Item['parameters']): Record<string, string> =>
  ['start', 'end', 'step'].some((key) => parameters.get(key)?.includes('.')) ? { type: 'decimal' } : { type: 'int' }

export function controlParameters(item: Item, writing: Writing): Record<string, string> {
  const { type, parameters } = item
  const attributes: Record<string, string> = {}
  const put = (key: string, attribute: string) => {
    const value = parameters.get(key)
    if (value !== undefined) attributes[attribute] = value
  }
  if (type!.name === 'text') put('rows', 'rows')
  if (type!.name === 'image' && takesApp(item)) put('app', 'intent')
  if (type!.name === 'geopoint') {
    put('capture-accuracy', 'accuracyThreshold')
    put('warning-accuracy', 'unacceptableAccuracyThreshold')
  }
  if ((type!.name === 'geotrace' || type!.name === 'geoshape') && parameters.has('incremental')) attributes.incremental = 'true'
  if (type!.name === 'range') Object.assign(attributes, rangeAttributes(parameters))
  if (item.answers?.from === 'external') attributes.query = externalQuery(item, item.answers.list, writing)
  return attributes
}
