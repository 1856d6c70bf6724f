/** Evidence that comes as lists of equal length, such as the change between rounds read in two ways, laid side by side in a small table. */
import type { Facts } from '../../../../kernel/shared.ts'
import { number } from '../../../portal/numbers.ts'
import { useWords } from '../../words/words.ts'

export function Evidence({ facts }: { facts: Facts }) {
  const { named, language } = useWords()
  const lists = Object.entries(facts).flatMap(([name, value]) => (Array.isArray(value) && value.length > 0 ? [{ name, values: value }] : []))
  const length = lists[0]?.values.length ?? 0
  if (lists.length < 2 || lists.some(({ values }) => values.length !== length)) return null
  return (
    <table className="data evidence">
      <tbody>
        {lists.map(({ name, values }) => (
          <tr key={name}>
            <th scope="row">{named('fact', name)}</th>
            {values.map((value, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the lists are read side by side and never reordered
              <td key={i} className="n">
                {typeof value === 'number' ? number(value, language) : value}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
