/** The range question: a scale from `start` to `end` in steps, with ticks, a first position and labels on some ticks. Source: xlsform.org, "Range". */
import type { Findings } from './findings.ts'
import { placeOf } from './line.ts'
import type { Parameters } from './parameters.ts'
import type { Item } from './tree.ts'

const defaults = { start: '1', end: '10', step: '1' } as const
const number = /^-?(\d+(\.\d*)?|\.\d+)$/

const showingTicks = new Set(['', 'vertical', 'no-ticks', 'vertical no-ticks', 'no-ticks vertical'])

export function rangeAttributes(parameters: Parameters): Record<string, string> {
  const attributes: Record<string, string> = {}
  for (const key of ['start', 'end', 'step'] as const) attributes[key] = parameters.get(key) ?? defaults[key]
  const interval = parameters.get('tick_interval')
  const placeholder = parameters.get('placeholder')
  if (interval !== undefined) attributes['odk:tick-interval'] = interval
  if (placeholder !== undefined) attributes['odk:placeholder'] = placeholder
  return attributes
}

/** Whole multiples in spite of binary fractions: 0.3 is three times 0.1. */
function isMultiple(value: number, of: number): boolean {
  if (of === 0) return false
  const times = value / of
  return Math.abs(times - Math.round(times)) < 1e-9
}

export function checkRange(item: Item, lists: ReadonlyMap<string, readonly { name: string }[]>, findings: Findings): 'refused' | 'fine' {
  const { parameters, line, appearance } = item
  const place = placeOf(line, 'parameters')
  const refuse = (code: string, facts: Record<string, string> = {}): 'refused' => {
    findings.refuse(code, place, facts)
    return 'refused'
  }
  for (const key of ['start', 'end', 'step', 'tick_interval', 'placeholder'])
    if (parameters.has(key) && !number.test(parameters.get(key)!)) return refuse('xlsform.range-not-number', { key, value: parameters.get(key)! })
  const of = (key: keyof typeof defaults) => Number(parameters.get(key) ?? defaults[key])
  const [start, end, step] = [of('start'), of('end'), of('step')]
  const extent = Math.abs(end - start)
  const onTicks = ['tick_interval', 'placeholder', 'tick_labelset'].filter((key) => parameters.has(key))
  if (onTicks.length > 0 && !showingTicks.has(appearance)) refuse('xlsform.range-appearance', { keys: onTicks.join(', '), appearance })
  if (step === 0) return refuse('xlsform.range-zero', { key: 'step' })
  if (Math.abs(step) > extent) refuse('xlsform.range-too-wide', { key: 'step' })
  const interval = parameters.get('tick_interval')
  if (interval !== undefined) {
    if (Number(interval) === 0) return refuse('xlsform.range-zero', { key: 'tick_interval' })
    if (Math.abs(Number(interval)) > extent) refuse('xlsform.range-too-wide', { key: 'tick_interval' })
    if (!isMultiple(Number(interval), step)) refuse('xlsform.range-not-multiple', { key: 'tick_interval', value: interval })
  }
  const inside = (value: number) => value >= Math.min(start, end) && value <= Math.max(start, end)
  const placeholder = parameters.get('placeholder')
  if (placeholder !== undefined) {
    if (!inside(Number(placeholder))) refuse('xlsform.range-outside', { key: 'placeholder', value: placeholder })
    else if (!isMultiple(Number(placeholder) - start, step)) refuse('xlsform.range-not-multiple', { key: 'placeholder', value: placeholder })
  }
  const labels = parameters.get('tick_labelset')
  if (labels !== undefined)
    checkLabels({ labels, appearance, start, end, step, interval: interval === undefined ? null : Number(interval) }, lists, inside, refuse)
  return 'fine'
}

type Labelled = { labels: string; appearance: string; start: number; end: number; step: number; interval: number | null }

function checkLabels(
  { labels, appearance, start, end, step, interval }: Labelled,
  lists: ReadonlyMap<string, readonly { name: string }[]>,
  inside: (value: number) => boolean,
  refuse: (code: string, facts?: Record<string, string>) => 'refused',
): 'refused' | 'fine' {
  const choices = lists.get(labels)
  if (!choices) return refuse('xlsform.range-labels-unknown', { list: labels })
  const names = [...new Set(choices.map(({ name }) => name))]
  const wrong = names.find((name) => !number.test(name))
  if (wrong !== undefined) return refuse('xlsform.range-labels-not-number', { list: labels, value: wrong })
  const values = names.map(Number)
  const outside = values.find((value) => !inside(value))
  if (appearance.includes('no-ticks')) {
    if (values.length > 2) refuse('xlsform.range-labels-two', { list: labels })
    else if (values.some((value) => value !== start && value !== end)) refuse('xlsform.range-labels-ends', { list: labels })
  }
  if (outside !== undefined) return refuse('xlsform.range-labels-outside', { list: labels, value: String(outside) })
  const onStep = values.find((value) => !isMultiple(value - start, step))
  if (onStep !== undefined) return refuse('xlsform.range-labels-step', { list: labels, value: String(onStep) })
  const onTick = interval === null ? undefined : values.find((value) => !isMultiple(value - start, interval))
  return onTick === undefined ? 'fine' : refuse('xlsform.range-labels-tick', { list: labels, value: String(onTick) })
}
