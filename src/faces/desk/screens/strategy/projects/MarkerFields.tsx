/** The cross-cutting themes and approaches of the strategy; choosing one opens the sentence that says how. */
import { Checkbox, TextInput } from '@mantine/core'
import { useBilingual } from '../../../../ui/language.tsx'
import { useWords } from '../../../words/words.ts'
import type { Strategy } from '../strategy.ts'

type Given = { strategy: Strategy; markers: Record<string, string>; onChange: (markers: Record<string, string>) => void }

export function MarkerFields({ strategy, markers, onChange }: Given) {
  const { t } = useWords()
  const mine = useBilingual()
  const without = (code: string) => Object.fromEntries(Object.entries(markers).filter(([held]) => held !== code))
  return (
    <fieldset className="markers">
      <legend>{t('projects.markers')}</legend>
      <p className="small quiet">{t('projects.markersNote')}</p>
      {[...strategy.crosscuttingThemes, ...strategy.approaches].map(({ code, name }) => (
        <div key={code}>
          <Checkbox
            label={mine(name)}
            checked={code in markers}
            onChange={(event) => onChange(event.currentTarget.checked ? { ...markers, [code]: '' } : without(code))}
          />
          {code in markers && (
            <TextInput
              label={t('projects.how', { marker: mine(name) })}
              value={markers[code]}
              onChange={(event) => onChange({ ...markers, [code]: event.currentTarget.value })}
            />
          )}
        </div>
      ))}
    </fieldset>
  )
}
