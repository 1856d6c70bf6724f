/** Two registrations, line by line; what differs is marked, and what one of them does not know is no difference. */
import { householdNumber } from '../../../ui/householdNumber.ts'
import { useCodes } from '../../api/codes.ts'
import type { OpenPerson } from '../../api/registration.ts'
import { useWords } from '../../words/words.ts'

export function SideBySide({ people }: { people: (OpenPerson | null)[] }) {
  const { t } = useWords()
  const sexes = useCodes('sex')
  const relations = useCodes('relation')
  const said: {
    key: 'given' | 'surname' | 'born' | 'sex' | 'phone' | 'document' | 'place' | 'relation' | 'number'
    of: (person: OpenPerson) => string | null
  }[] = [
    { key: 'given', of: ({ given }) => given },
    { key: 'surname', of: ({ surname }) => surname },
    { key: 'born', of: ({ birthDate, birthYear }) => birthDate ?? (birthYear === null ? null : String(birthYear)) },
    { key: 'sex', of: ({ sex }) => sexes.label(sex) },
    { key: 'phone', of: ({ phone }) => phone },
    { key: 'document', of: ({ document }) => document },
    { key: 'place', of: ({ place, placeName }) => placeName ?? place },
    { key: 'relation', of: ({ relation }) => relation && relations.label(relation) },
    { key: 'number', of: ({ number }) => householdNumber(number) },
  ]
  return (
    <table className="compared">
      <thead>
        <tr>
          <th />
          <th scope="col">{t('registration.first')}</th>
          <th scope="col">{t('registration.second')}</th>
        </tr>
      </thead>
      <tbody>
        {said.map(({ key, of }) => {
          const [one, other] = people.map((person) => (person ? of(person) : null))
          const differs = one && other && one.toLowerCase() !== other.toLowerCase()
          return (
            <tr key={key} className={differs ? 'differs' : undefined}>
              <th scope="row">{t(`registration.${key}`)}</th>
              <td>{one ?? '–'}</td>
              <td>{other ?? '–'}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
