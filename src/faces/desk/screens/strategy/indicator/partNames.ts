/** The names of the parts of a figure, and which parts there are where a list says so. */
import { useCodes } from '../../../api/codes.ts'
import { useWords } from '../../../words/words.ts'

const listed: Readonly<Record<string, readonly string[]>> = { sex: ['female', 'male', 'other', 'unknown'], disability: ['yes', 'no', 'unknown'] }

export function useParts(by: string): { keys: readonly string[]; name: (key: string) => string } {
  const { named } = useWords()
  const { options, label } = useCodes('ageBand')
  if (by === 'ageBand') return { keys: options.map(({ value }) => value), name: label }
  return { keys: listed[by] ?? ['unknown'], name: (key) => named('part', key) }
}
