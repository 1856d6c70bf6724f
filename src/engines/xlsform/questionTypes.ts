/**
 * The types of question and what each becomes: the control that a person sees (none for what the device fills in by itself), the type of its answer, and
 * what the device preloads. Source: xlsform.org, "Question types" and "Metadata"; ODK XForms specification, "Data types" and "Preload attributes".
 */
export type QuestionType = {
  /** Under this name the rest of the system knows it. */
  name: string
  control?: 'input' | 'upload' | 'trigger' | 'range' | 'select1' | 'select' | 'odk:rank'
  media?: string
  bind: Record<string, string>
  /** What such a question says below its label when the author says nothing. */
  hint?: string
  /** Where the node is made by an action of the form and not by a control. */
  action?: 'start-geopoint' | 'background-geopoint' | 'background-audio'
  /** Written in the model only: a file that comes along with the form. */
  file?: 'csv' | 'xml'
  /** Our own renderer does not show it yet; ODK Collect does. */
  collectOnly?: true
}

const input = (name: string, type: string, more: Partial<QuestionType> = {}): QuestionType => ({ name, control: 'input', bind: { type }, ...more })
const upload = (name: string, media: string, more: Partial<QuestionType> = {}): QuestionType => ({
  ...{ name, control: 'upload', media, bind: { type: 'binary' } },
  ...more,
})
const preload = (name: string, type: string, kind: string, parameter: string): QuestionType => ({
  name,
  bind: { 'jr:preload': kind, type, 'jr:preloadParams': parameter },
})

const types: QuestionType[] = [
  input('text', 'string'),
  input('integer', 'int'),
  input('decimal', 'decimal'),
  input('date', 'date'),
  input('time', 'time'),
  input('dateTime', 'dateTime'),
  input('geopoint', 'geopoint'),
  input('geotrace', 'geotrace'),
  input('geoshape', 'geoshape'),
  input('barcode', 'barcode'),
  { name: 'note', control: 'input', bind: { readonly: 'true()', type: 'string' } },
  { name: 'percentage', control: 'input', bind: { type: 'int', constraint: '0 <= . and . <= 100' } },
  { name: 'days of month', control: 'input', bind: { type: 'int', constraint: '0 <= . and . <= 31' } },
  { name: 'days of half a year', control: 'input', bind: { type: 'int', constraint: '0 <= . and . <= 183' } },
  { name: 'days of year', control: 'input', bind: { type: 'int', constraint: '0 <= . and . <= 365' } },
  { name: 'phone number', control: 'input', hint: 'Enter numbers only.', bind: { type: 'string', constraint: "regex(., '^\\d*$')" } },
  { name: 'acknowledge', control: 'trigger', bind: { type: 'string' } },
  { name: 'trigger', control: 'trigger', bind: {} },
  { name: 'range', control: 'range', bind: { type: 'int' } },
  upload('image', 'image/*'),
  upload('audio', 'audio/*'),
  upload('video', 'video/*'),
  upload('file', 'application/*'),
  upload('osm', 'osm/*', { collectOnly: true }),
  { name: 'select_one', control: 'select1', bind: { type: 'string' } },
  { name: 'select_multiple', control: 'select', bind: { type: 'string' } },
  { name: 'rank', control: 'odk:rank', bind: { type: 'odk:rank' } },
  { name: 'select_one_external', control: 'input', bind: { type: 'string' }, collectOnly: true },
  { name: 'calculate', bind: { type: 'string' } },
  { name: 'hidden', bind: { type: 'string' } },
  preload('start', 'dateTime', 'timestamp', 'start'),
  preload('end', 'dateTime', 'timestamp', 'end'),
  preload('today', 'date', 'date', 'today'),
  preload('deviceid', 'string', 'property', 'deviceid'),
  preload('username', 'string', 'property', 'username'),
  preload('phonenumber', 'string', 'property', 'phonenumber'),
  preload('email', 'string', 'property', 'email'),
  preload('simserial', 'string', 'property', 'simserial'),
  preload('subscriberid', 'string', 'property', 'subscriberid'),
  preload('uri:deviceid', 'string', 'property', 'uri:deviceid'),
  preload('uri:username', 'string', 'property', 'uri:username'),
  preload('uri:phonenumber', 'string', 'property', 'uri:phonenumber'),
  preload('uri:email', 'string', 'property', 'uri:email'),
  preload('uri:simserial', 'string', 'property', 'uri:simserial'),
  preload('uri:subscriberid', 'string', 'property', 'uri:subscriberid'),
  { name: 'audit', bind: { type: 'binary' } },
  { name: 'start-geopoint', bind: { type: 'geopoint' }, action: 'start-geopoint' },
  { name: 'background-geopoint', bind: { type: 'geopoint' }, action: 'background-geopoint' },
  { name: 'background-audio', bind: { type: 'binary' }, action: 'background-audio', collectOnly: true },
  { name: 'csv-external', bind: {}, file: 'csv' },
  { name: 'xml-external', bind: {}, file: 'xml' },
]

export const questionTypes: ReadonlyMap<string, QuestionType> = new Map(types.map((type) => [type.name, type]))

export const questionType = (name: string): QuestionType => questionTypes.get(name)!

/** Selects of every kind draw their answers from a list. */
export const isSelect = ({ name }: QuestionType): boolean => name === 'select_one' || name === 'select_multiple' || name === 'rank'
