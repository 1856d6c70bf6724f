/** What a line of the audit says beside who and what: each fact under its name, in words; long ones fold away. */

import { useBilingual } from '../../../ui/language.tsx'
import { CountText } from '../../../ui/Unknown.tsx'
import type { RecordShape } from '../../api/dictionary.ts'
import { useWords } from '../../words/words.ts'

type Facts = Record<string, unknown>

const isFacts = (value: unknown): value is Facts => typeof value === 'object' && value !== null && !Array.isArray(value)
const empty = (value: unknown) => value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
/** A fingerprint or an identity of a row is recognised by its beginning; the whole of it is shown when pointed at. */
const machine = /^([0-9a-f]{64}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/
/** Codes of the desk whose words stand under another name than the fact's. */
const wordsOf: Record<string, string> = { from: 'state', to: 'state', state: 'state', roles: 'role', list: 'list', assessmentType: 'assessmentType' }
const openAtMost = 4

export function AuditFacts({ facts, record }: { facts: unknown; record: RecordShape | undefined }) {
  const { t } = useWords()
  if (!isFacts(facts)) return null
  const said = Object.entries(facts).filter(([, value]) => !empty(value))
  if (said.length === 0) return null
  const long = said.some(([, value]) => Array.isArray(value) && value.some(isFacts))
  if (said.length <= openAtMost && !long) return <Labelled facts={said} record={record} />
  return (
    <details className="audit-facts">
      <summary>{t('audit.factCount', { n: said.length })}</summary>
      <Labelled facts={said} record={record} />
    </details>
  )
}

function Labelled({ facts, record }: { facts: [string, unknown][]; record: RecordShape | undefined }) {
  const { named } = useWords()
  const mine = useBilingual()
  const label = (name: string) => {
    const field = record?.fields.find((one) => one.name === name)
    return field ? mine(field.label) : named('auditFact', name)
  }
  return (
    <dl className="audit-list">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{label(name)}</dt>
          <dd>
            <Value name={name} value={value} record={record} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Value({ name, value, record }: { name: string; value: unknown; record: RecordShape | undefined }) {
  const { t, named } = useWords()
  const mine = useBilingual()
  if (typeof value === 'number') return name === 'number' || name === 'version' ? String(value) : <CountText value={value} />
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no')
  if (Array.isArray(value) && value.some(isFacts))
    return (
      <ul>
        {value.map((one) => (
          <li key={JSON.stringify(one)}>
            {isFacts(one) ? <Labelled facts={Object.entries(one).filter(([, each]) => !empty(each))} record={undefined} /> : String(one)}
          </li>
        ))}
      </ul>
    )
  if (Array.isArray(value)) {
    const word = (one: unknown) => {
      if (name === 'areas' && one === '*') return t('audit.everywhere')
      const field = name === 'fields' ? record?.fields.find((each) => each.name === one) : undefined
      return field ? mine(field.label) : named(wordsOf[name] ?? `auditValue.${name}`, String(one))
    }
    return value.map(word).join(', ')
  }
  if (isFacts(value)) {
    if (typeof value.pt === 'string' && typeof value.en === 'string') return mine({ pt: value.pt, en: value.en })
    return <Labelled facts={Object.entries(value).filter(([, each]) => !empty(each))} record={undefined} />
  }
  const text = String(value)
  if (machine.test(text)) return <code title={text}>{text.slice(0, 8)}…</code>
  return named(wordsOf[name] ?? `auditValue.${name}`, text)
}
