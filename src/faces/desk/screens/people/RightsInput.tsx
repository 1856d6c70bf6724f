/** Roles as boxes to tick, areas by search or the whole country. */
import { Checkbox } from '@mantine/core'
import { Icon } from '../../../ui/Icon.tsx'
import { useBilingual } from '../../../ui/language.tsx'
import { PlacePicker } from '../../../ui/PlacePicker.tsx'
import { searchPlaces } from '../../api/places.ts'
import { useWords } from '../../words/words.ts'
import { type Rights, useRoles } from './people.ts'

type Given = { value: Rights; onChange: (rights: Rights) => void; only?: Rights }

/** `only`: nobody can hand on more than he holds himself. */
export function RightsInput({ value, onChange, only }: Given) {
  const { t } = useWords()
  const mine = useBilingual()
  const { data: roles } = useRoles()
  const { areas } = value
  const everywhere = areas.includes('*')
  const offered = (roles ?? []).filter(({ role }) => !only || only.roles.includes(role))
  return (
    <>
      <Checkbox.Group label={t('people.roles')} value={value.roles} onChange={(chosen) => onChange({ ...value, roles: chosen })}>
        <div className="choices">
          {offered.map(({ role, label }) => (
            <Checkbox key={role} value={role} label={mine(label)} />
          ))}
        </div>
      </Checkbox.Group>
      <fieldset className="areas">
        <legend>{t('people.areas')}</legend>
        {(!only || only.areas.includes('*')) && (
          <Checkbox
            label={t('people.wholeCountry')}
            checked={everywhere}
            onChange={(event) => onChange({ ...value, areas: event.currentTarget.checked ? ['*'] : [] })}
          />
        )}
        {!everywhere && (
          <>
            <ul className="area-list">
              {areas.map((area) => (
                <li key={area}>
                  <code>{area}</code>
                  <button type="button" className="plain" onClick={() => onChange({ ...value, areas: areas.filter((each) => each !== area) })}>
                    <Icon name="close" size={11} />
                    <span className="unseen">{t('people.removeArea', { area })}</span>
                  </button>
                </li>
              ))}
            </ul>
            {areas.length === 0 && <p className="small quiet">{t('people.noArea')}</p>}
            <PlacePicker
              search={searchPlaces}
              label={t('people.addArea')}
              onChoose={({ pcode }) => onChange({ ...value, areas: [...new Set([...areas, pcode])] })}
            />
          </>
        )}
      </fieldset>
    </>
  )
}
