/** One answer as people read it: codes as words, references as links, unknown as "unknown". */
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import type { Bilingual } from '../../../../kernel/shared.ts'
import { longDate, number } from '../../../portal/numbers.ts'
import { useBilingual } from '../../../ui/language.tsx'
import { Unknown } from '../../../ui/Unknown.tsx'
import { get } from '../../api/ask.ts'
import { useCodes } from '../../api/codes.ts'
import { apiPath, type FieldShape, type Row, useDictionary } from '../../api/dictionary.ts'
import { pathOfRecord } from '../../navigation.ts'
import { useWords } from '../../words/words.ts'

export function FieldText({ field, value }: { field: FieldShape; value: unknown }) {
  const { t, named, language } = useWords()
  const mine = useBilingual()
  const { label } = useCodes(field.list ?? '')
  if (value === null || value === undefined || value === '') return <Unknown />
  switch (field.kind) {
    case 'integer':
    case 'decimal':
      return number(Number(value), language)
    case 'date':
    case 'timestamp':
      return longDate(String(value), language)
    case 'boolean':
      return t(value ? 'yes' : 'no')
    case 'oneOf':
      return named(field.name === 'state' ? 'state' : 'value', String(value))
    case 'code':
      return label(String(value))
    case 'codes':
      return (value as string[]).length === 0 ? <Unknown /> : (value as string[]).map(label).join(', ')
    case 'bilingual':
      return mine(value as Bilingual)
    case 'ref':
      return <Reference to={field.to ?? ''} id={String(value)} />
    case 'json':
      return <code className="json">{JSON.stringify(value)}</code>
    default:
      return String(value)
  }
}

function Reference({ to, id }: { to: string; id: string }) {
  const { data: records } = useDictionary()
  const record = records?.find(({ name }) => name === to)
  const { data } = useQuery({ queryKey: ['record', to, id], queryFn: () => get<Row>(`${apiPath(to)}/${id}`), enabled: record !== undefined, staleTime: 60_000 })
  const title = record?.title && data ? String(data[record.title]) : `${id.slice(0, 8)}…`
  return record ? <Link href={pathOfRecord(to, id)}>{title}</Link> : <code>{title}</code>
}
