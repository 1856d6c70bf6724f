/** A form tried out before it is published: what somebody filled in to see whether it works. Trials live apart from submissions and die with their draft. */
import { json, ref, text } from '../record/fields.ts'
import { record } from '../record/record.ts'

const authors = ['dataOfficer'] as const

export const Trial = record(
  'forms.trial',
  {
    formVersion: ref('forms.form_version', 'Versão', 'Version'),
    xml: text('XML', 'XML', { letters: 10_000_000, large: true }),
    answers: json<Record<string, unknown>>('Respostas', 'Answers'),
  },
  {
    labels: { one: { pt: 'Ensaio de formulário', en: 'Form trial' }, many: { pt: 'Ensaios de formulários', en: 'Form trials' } },
    class: 2,
    byDeeds: true,
    derived: true,
    index: [['formVersion']],
    access: { read: { dataOfficer: 'all' }, create: authors, update: authors },
  },
)
