/** The code that joins a phone: ours is read wherever it stands, everything else is nothing. */
import { expect, it } from 'vitest'
import { readEnrolment } from './enrolment.ts'

const code = (content: object) => Buffer.from(JSON.stringify(content)).toString('base64url')
const ours = { a: 'https://dtm.example/', k: 'dev_0123456789', p: 3, r: { x: 'xx', y: 'yy' }, n: 'Telefone 7' }
const read = { address: 'https://dtm.example', secret: 'dev_0123456789', project: 3, receiptKey: { x: 'xx', y: 'yy' }, label: 'Telefone 7' }

it('is read from a link, from what stands behind the #, and from the bare code', () => {
  for (const given of [`https://dtm.example/field/#${code(ours)}`, `#${code(ours)}`, ` ${code(ours)} `]) expect(readEnrolment(given)).toEqual(read)
})

it('is nothing when a part is missing, the key is no key of a phone, or it is the code of another app', () => {
  const { r: _, ...without } = ours
  for (const given of [
    '',
    'hello',
    code(without),
    code({ ...ours, k: 'cap_x' }),
    code({ ...ours, a: 'not an address' }),
    'eJxVjUEKwjAQRe8y6yJpmjZNVoIguHQjuJGQTEuwJiWZSot4d1NcCO7m8+f9',
  ])
    expect(readEnrolment(given)).toBeNull()
})
