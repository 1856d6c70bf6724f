/** Which way to answer a question has. */
import type { Question } from '../pages.ts'
import type { ControlIds } from '../Question.tsx'
import { Acknowledge } from './Acknowledge.tsx'
import { BarcodeInput } from './BarcodeInput.tsx'
import { DateInput, DateTimeInput, TimeInput } from './DateInput.tsx'
import { GeoInput, WalkedInput } from './GeoInput.tsx'
import { NumberInput } from './NumberInput.tsx'
import { RangeInput } from './RangeInput.tsx'
import { RankInput } from './RankInput.tsx'
import { SelectInput } from './SelectInput.tsx'
import { TextInput } from './TextInput.tsx'
import { UploadInput } from './UploadInput.tsx'

/** Answered by several buttons or boxes: the words name the group, not one field. */
export const isLabelledGroup = ({ nodeType, valueType, currentState }: Question): boolean =>
  nodeType !== 'input' || currentState.readonly || valueType === 'geopoint' || valueType === 'geotrace' || valueType === 'geoshape'

export function Control({ node, ids }: { node: Question; ids: ControlIds }) {
  if (node.nodeType === 'select') return <SelectInput node={node} ids={ids} />
  if (node.nodeType === 'rank') return <RankInput node={node} ids={ids} />
  if (node.nodeType === 'range') return <RangeInput node={node} ids={ids} />
  if (node.nodeType === 'trigger') return <Acknowledge node={node} ids={ids} />
  if (node.nodeType === 'upload') return <UploadInput node={node} ids={ids} />
  if (node.nodeType === 'note') return null
  if (node.currentState.readonly) return <output aria-labelledby={ids.label}>{node.currentState.instanceValue}</output>
  switch (node.valueType) {
    case 'int':
    case 'decimal':
      return <NumberInput node={node} ids={ids} />
    case 'date':
      return <DateInput node={node} ids={ids} />
    case 'time':
      return <TimeInput node={node} ids={ids} />
    case 'dateTime':
      return <DateTimeInput node={node} ids={ids} />
    case 'geopoint':
      return <GeoInput node={node} ids={ids} />
    case 'geotrace':
    case 'geoshape':
      return <WalkedInput node={node} ids={ids} />
    case 'barcode':
      return <BarcodeInput node={node} ids={ids} />
    default:
      return <TextInput node={node} ids={ids} />
  }
}
