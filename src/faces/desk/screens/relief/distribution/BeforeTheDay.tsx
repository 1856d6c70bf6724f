/** What is done before the first household is called: hearing the community, the list, the tokens, and seeing that the place is safe. */
import { Button, Checkbox, FileInput, NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { shortDate } from '../../../../portal/numbers.ts'
import { KeyedForm } from '../../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { post, postForFile, refusalsOf } from '../../../api/ask.ts'
import { type Distribution, distributionsAt, safetyPoints, useReliefDeed, useSelectionsFor } from '../../../api/distributions.ts'
import { useWords } from '../../../words/words.ts'

type Given = { distribution: Distribution }
const heard = ['women', 'men', 'girls', 'boys', 'leaders'] as const
const nobodyYet = { heldOn: '', women: 0, men: 0, girls: 0, boys: 0, leaders: 0, agreed: '' }

function Consultation({ distribution: { id, consultation } }: Given) {
  const { t } = useWords()
  const [value, setValue] = useState(consultation ?? nobodyYet)
  const keeping = useReliefDeed(() => post(`${distributionsAt}/${id}/consultation`, value))
  const ready = value.heldOn !== '' && value.agreed.trim() !== ''
  return (
    <section className="card after-table">
      <h3>{t('distribution.consultation')}</h3>
      <Refusals refusals={refusalsOf(keeping.error)} focus />
      <KeyedForm onSave={() => ready && keeping.mutate(undefined)} label={t('distribution.consultation')}>
        <div className="side-by-side">
          <TextInput
            type="date"
            label={t('distribution.heldOn')}
            value={value.heldOn}
            onChange={(event) => setValue({ ...value, heldOn: event.currentTarget.value })}
          />
          {heard.map((who) => (
            <NumberInput
              key={who}
              min={0}
              allowDecimal={false}
              label={t(`distribution.${who}`)}
              value={value[who]}
              onChange={(typed) => setValue({ ...value, [who]: Number(typed) || 0 })}
            />
          ))}
        </div>
        <Textarea label={t('distribution.agreed')} value={value.agreed} onChange={(event) => setValue({ ...value, agreed: event.currentTarget.value })} />
        <div className="form-deeds">
          <Button type="submit" disabled={!ready} loading={keeping.isPending}>
            {t('distribution.keep')}
          </Button>
        </div>
      </KeyedForm>
    </section>
  )
}

/** The published selections of the place; for a distribution to everybody nobody is chosen. */
function FromSelection({ distribution: { id, selection } }: Given) {
  const { t, language } = useWords()
  const { data } = useSelectionsFor(id)
  const [run, setRun] = useState(selection ?? '')
  const taking = useReliefDeed(() => post<{ households: number }>(`${distributionsAt}/${id}/list-from-selection`, { run }))
  if (!data) return null
  if (data.selections.length === 0) return <p className="quiet">{t('distribution.noSelection')}</p>
  return (
    <>
      <Refusals refusals={refusalsOf(taking.error)} focus />
      <div className="filters">
        <NativeSelect
          label={t('distribution.selection')}
          value={run}
          onChange={({ currentTarget }) => setRun(currentTarget.value)}
          data={[
            { value: '', label: t('reconcile.choose') },
            ...data.selections.map(({ id: each, programme, number, selected, publishedAt }) => ({
              value: each,
              label: t('distribution.selectionLine', { programme, number, selected, day: shortDate(publishedAt.slice(0, 10), language) }),
            })),
          ]}
        />
        <Button disabled={run === ''} loading={taking.isPending} onClick={() => taking.mutate(undefined)}>
          {t('distribution.takeSelection')}
        </Button>
      </div>
      {taking.data && <p role="status">{t('distribution.listTaken', { n: taking.data.households })}</p>}
    </>
  )
}

function List({ distribution }: Given) {
  const { id, state, blanket } = distribution
  const { t } = useWords()
  const [file, setFile] = useState<File | null>(null)
  const sending = useReliefDeed((sent: File) => {
    const body = new FormData()
    body.append('file', sent)
    return post<{ households: number }>(`${distributionsAt}/${id}/list-file`, body)
  })
  const verifying = useReliefDeed(() => post<{ verified: number }>(`${distributionsAt}/${id}/verify`))
  return (
    <section className="card after-table">
      <h3>{t('distribution.list')}</h3>
      {!blanket && <FromSelection distribution={distribution} />}
      <p className="quiet">{t('distribution.listNote')}</p>
      <Refusals refusals={refusalsOf(sending.error ?? verifying.error)} focus />
      <div className="filters">
        <FileInput label={t('distribution.listFile')} accept=".csv,.xlsx" value={file} onChange={setFile} clearable />
        <Button variant="default" disabled={!file} loading={sending.isPending} onClick={() => file && sending.mutate(file)}>
          {t('distribution.sendList')}
        </Button>
        {state === 'listed' && (
          <Button variant="default" loading={verifying.isPending} onClick={() => verifying.mutate(undefined)}>
            {t('distribution.verifyAll')}
          </Button>
        )}
      </div>
      {sending.data && <p role="status">{t('distribution.listTaken', { n: sending.data.households })}</p>}
    </section>
  )
}

function Tokens({ distribution: { id, code } }: Given) {
  const { t } = useWords()
  const [household, setHousehold] = useState('')
  const printing = useReliefDeed((paper: 'a4' | 'strip') => postForFile(`${distributionsAt}/${id}/tokens`, { paper }, `tokens-${code}.pdf`))
  const revoking = useReliefDeed(() => post<{ revoked: number }>(`${distributionsAt}/${id}/revoke-tokens`, { households: [household.trim().toUpperCase()] }))
  return (
    <section className="card after-table">
      <h3>{t('distribution.tokens')}</h3>
      <Refusals refusals={refusalsOf(printing.error ?? revoking.error)} focus />
      <div className="form-deeds">
        <Button loading={printing.isPending} onClick={() => printing.mutate('a4')}>
          {t('distribution.printA4')}
        </Button>
        <Button variant="default" loading={printing.isPending} onClick={() => printing.mutate('strip')}>
          {t('distribution.printStrip')}
        </Button>
      </div>
      <div className="filters">
        <TextInput label={t('distribution.lostToken')} value={household} onChange={(event) => setHousehold(event.currentTarget.value)} />
        <Button variant="default" disabled={household.trim() === ''} loading={revoking.isPending} onClick={() => revoking.mutate(undefined)}>
          {t('distribution.revoke')}
        </Button>
      </div>
      {revoking.data && <p role="status">{t('distribution.revoked', { n: revoking.data.revoked })}</p>}
    </section>
  )
}

function Safety({ distribution: { id, safety } }: Given) {
  const { t } = useWords()
  const keeping = useReliefDeed((points: string[]) => post(`${distributionsAt}/${id}/safety`, { points }))
  return (
    <section className="card after-table">
      <h3>{t('distribution.safety')}</h3>
      <Refusals refusals={refusalsOf(keeping.error)} focus />
      {safetyPoints.map((point) => (
        <Checkbox
          key={point}
          label={t(`distribution.point.${point}`)}
          checked={safety.includes(point)}
          disabled={keeping.isPending}
          onChange={({ currentTarget }) => keeping.mutate(currentTarget.checked ? [...safety, point] : safety.filter((each) => each !== point))}
        />
      ))}
    </section>
  )
}

export function BeforeTheDay({ distribution }: Given) {
  const { state } = distribution
  return (
    <>
      {state === 'planned' && <Consultation distribution={distribution} />}
      {(state === 'community_informed' || state === 'listed') && <List distribution={distribution} />}
      {(state === 'list_frozen' || state === 'open') && <Tokens distribution={distribution} />}
      {state === 'list_frozen' && <Safety distribution={distribution} />}
    </>
  )
}
