/**
 * What authors call their columns. XLSForm has grown for fifteen years: the same column has been `relevance`, `bind:relevant` and `relevant`. Each spelling
 * stands here once, under the name that the compiler uses. Source: xlsform.org (reference tables) and the older formhub and Kobo guides.
 */

/** Columns whose text a person reads (or hears, or sees): each may exist once per language. */
export const textColumns = [
  'label',
  'hint',
  'guidance_hint',
  'constraint_message',
  'required_message',
  'no_app_error',
  'image',
  'big-image',
  'audio',
  'video',
] as const
export type TextColumn = (typeof textColumns)[number]

export const mediaColumns = ['image', 'big-image', 'audio', 'video'] as const
export type MediaColumn = (typeof mediaColumns)[number]

/** What the reference tables and warnings call a column, where that differs from ours. */
export const shownNames: Partial<Record<string, string>> = { no_app_error: 'noAppErrorString' }

const survey: Record<string, readonly string[]> = {
  type: ['command'],
  name: ['tag', 'value'],
  label: ['caption'],
  hint: [],
  guidance_hint: [],
  image: ['media::image'],
  'big-image': ['media::big-image', 'big_image'],
  audio: ['media::audio'],
  video: ['media::video'],
  constraint_message: ['constraining_message', 'bind::jr:constraintmsg'],
  required_message: ['requiredmsg', 'bind::jr:requiredmsg'],
  no_app_error: ['noapperrorstring', 'bind::jr:noapperrorstring'],
  relevant: ['relevance', 'bind::relevant', 'bind::relevance'],
  required: ['bind::required'],
  constraint: ['bind::constraint'],
  read_only: ['readonly', 'bind::readonly', 'bind::read_only'],
  calculation: ['calculate', 'bind::calculate', 'bind::calculation'],
  save_to: ['bind::entities:saveto', 'saveto'],
  default: [],
  trigger: [],
  choice_filter: [],
  parameters: [],
  appearance: ['control::appearance', 'body::appearance'],
  repeat_count: ['count', 'jr:count', 'repeatcount', 'control::jr:count', 'body::jr:count'],
  disabled: [],
  autoplay: ['body::autoplay', 'control::autoplay'],
  rows: ['body::rows', 'control::rows'],
  intent: ['body::intent', 'control::intent'],
  compact_tag: ['instance::odk:tag'],
}

const choices: Record<string, readonly string[]> = {
  list_name: ['list'],
  name: ['value'],
  label: ['caption'],
  image: ['media::image'],
  'big-image': ['media::big-image', 'big_image'],
  audio: ['media::audio'],
  video: ['media::video'],
}

const settings: Record<string, readonly string[]> = {
  form_title: ['title', 'set_form_title'],
  form_id: ['id_string', 'set_form_id'],
  version: [],
  instance_name: [],
  instance_xmlns: [],
  default_language: [],
  style: [],
  name: [],
  submission_url: [],
  public_key: [],
  auto_send: [],
  auto_delete: [],
  allow_choice_duplicates: [],
  omit_instance_id: ['omit_instanceid'],
  flat: [],
  prefix: [],
  delimiter: [],
  namespaces: [],
}

const entities: Record<string, readonly string[]> = {
  list_name: ['dataset'],
  entity_id: [],
  create_if: [],
  update_if: [],
  label: [],
}

export type SheetKind = 'survey' | 'choices' | 'settings' | 'entities'

const spelling = (table: Record<string, readonly string[]>): Map<string, string> => {
  const known = new Map<string, string>()
  for (const [name, others] of Object.entries(table)) for (const other of [name, ...others]) known.set(other, name)
  return known
}

export const knownColumns: Record<SheetKind, Map<string, string>> = {
  survey: spelling(survey),
  choices: spelling(choices),
  settings: spelling(settings),
  entities: spelling(entities),
}
