/** The mission in facts: its name, its country, the demonstration. */
import { useBilingual } from '../../../ui/language.tsx'
import { useHolds, useSession } from '../../api/session.ts'
import { useWords } from '../../words/words.ts'
import { Demonstration } from './Demonstration.tsx'
import { FactList } from './FactList.tsx'

export function Mission() {
  const { t } = useWords()
  const mine = useBilingual()
  const isAdmin = useHolds('admin')
  const { data: session } = useSession()
  if (!session) return null
  const { mission, country } = session
  return (
    <div className="settings-stack">
      <FactList
        facts={[
          [t('settings.missionName'), mission],
          [t('settings.country'), mine(country.names)],
          [t('settings.countryCodes'), [country.iso2, country.iso3, country.pcode].join(' · ')],
        ]}
      />
      <Demonstration mayRemove={isAdmin} />
    </div>
  )
}
