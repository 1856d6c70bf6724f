/**
 * The model of an index, where somebody declares one: its version, which criteria count and how much, how far below the hosts still passes, and what an unknown criterion
 * does. Without a model every criterion stands alone.
 */
import { Checkbox, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { useWords } from '../../words/words.ts'
import { type DeclaredModel, missingRules } from './declaredModel.ts'

type Given = { criteria: readonly string[]; model: DeclaredModel | null; setModel: (model: DeclaredModel | null) => void }

export function IndexModel({ criteria, model, setModel }: Given) {
  const { t, named } = useWords()
  return (
    <fieldset className="criterion">
      <legend>{t('model.title')}</legend>
      <p className="small quiet">{t('model.note')}</p>
      <Checkbox
        label={t('model.declare')}
        checked={model !== null}
        onChange={({ currentTarget }) => setModel(currentTarget.checked ? { version: '', marginPoints: 0, missing: missingRules[0], weights: {} } : null)}
      />
      {model && (
        <>
          <div className="side-by-side">
            <TextInput
              label={t('model.version')}
              description={t('model.versionNote')}
              value={model.version}
              onChange={({ currentTarget }) => setModel({ ...model, version: currentTarget.value })}
            />
            <NumberInput
              label={t('model.margin')}
              description={t('model.marginNote')}
              min={0}
              max={100}
              value={model.marginPoints}
              onChange={(marginPoints) => setModel({ ...model, marginPoints })}
            />
            <NativeSelect
              label={t('model.missing')}
              description={t('model.missingNote')}
              value={model.missing}
              onChange={({ currentTarget }) => setModel({ ...model, missing: currentTarget.value as DeclaredModel['missing'] })}
              data={missingRules.map((each) => ({ value: each, label: named('modelMissing', each) }))}
            />
          </div>
          <p className="small quiet">{t('model.weightsNote')}</p>
          <div className="side-by-side">
            {criteria.map((criterion) => (
              <NumberInput
                key={criterion}
                min={0}
                max={100}
                label={t('model.weight', { criterion: named('criterion', criterion) })}
                value={model.weights[criterion] ?? ''}
                onChange={(value) => setModel({ ...model, weights: { ...model.weights, [criterion]: value } })}
              />
            ))}
          </div>
        </>
      )}
    </fieldset>
  )
}
