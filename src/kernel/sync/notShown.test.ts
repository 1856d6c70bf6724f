import { expect, it } from 'vitest'
import { questionTypes } from '../../engines/xlsform/questionTypes.ts'
import { notShownYet } from './syncRoutes.ts'

/** What the field app's controls answer; a type of question that is new must be put into one of these, or into the list of what is not shown. */
const shown = [
  ...['text', 'phone number', 'note', 'barcode', 'integer', 'decimal', 'percentage', 'days of month', 'days of half a year', 'days of year', 'range'],
  ...['date', 'time', 'dateTime', 'geopoint', 'geotrace', 'geoshape', 'acknowledge', 'trigger', 'select_one', 'select_multiple', 'rank'],
  ...['image', 'audio', 'video', 'file'],
]
/** No person is asked: the form engine calculates them, or the phone knows them. */
const filled = ['calculate', 'hidden', 'start', 'end', 'today', 'deviceid', 'username']
/** No person is asked and the app leaves them empty: marks of a SIM card or an account, and the log of how somebody filled the form. */
const leftEmpty = [
  'phonenumber',
  'email',
  'simserial',
  'subscriberid',
  'audit',
  ...['deviceid', 'username', 'phonenumber', 'email', 'simserial', 'subscriberid'].map((name) => `uri:${name}`),
]
/** Lists that come along with the form. */
const files = ['csv-external', 'xml-external']

it('every type of question is shown by a control, needs none, or is named before the phone leaves', () => {
  expect([...shown, ...filled, ...leftEmpty, ...files, ...notShownYet].toSorted()).toEqual([...questionTypes.keys()].toSorted())
  for (const name of shown) expect(questionTypes.get(name)?.control, name).toBeDefined()
  for (const name of [...filled, ...leftEmpty, ...files]) expect(questionTypes.get(name)?.control, name).toBeUndefined()
})
