/** The lines of a request: which item or kit, how many. A kit is asked for in its newest edition. */
import { Button, NativeSelect, NumberInput } from '@mantine/core'
import { useBilingual } from '../../../../ui/language.tsx'
import type { RequestLine, Thing } from '../../../api/reliefRequests.ts'
import { useWords } from '../../../words/words.ts'

/** `thing`: code and edition, as the list holds them. */
export type LineTyped = { thing: string; asked: string | number }

export const typedLine = ({ code, edition, asked }: RequestLine): LineTyped => ({ thing: `${code} ${edition}`, asked })

type Given = { lines: readonly LineTyped[]; things: readonly Thing[]; onChange: (lines: LineTyped[]) => void }

export function AskedLines({ lines, things, onChange }: Given) {
  const { t } = useWords()
  const mine = useBilingual()
  const change = (at: number, changed: Partial<LineTyped>) => onChange(lines.map((line, n) => (n === at ? { ...line, ...changed } : line)))
  const data = [
    { value: '', label: t('reconcile.choose') },
    ...things.map(({ code, edition, name }) => ({ value: `${code} ${edition}`, label: `${code} · ${mine(name)}${edition === null ? '' : ` (v${edition})`}` })),
  ]
  return (
    <>
      {lines.map(({ thing, asked }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name while they are typed
        <div key={at} className="side-by-side">
          <NativeSelect label={t('ask.thing')} value={thing} onChange={({ currentTarget }) => change(at, { thing: currentTarget.value })} data={data} />
          <NumberInput label={t('ask.quantity')} min={1} allowDecimal={false} value={asked} onChange={(value) => change(at, { asked: value })} />
        </div>
      ))}
      <div>
        <Button size="compact-sm" variant="default" onClick={() => onChange([...lines, { thing: '', asked: '' }])}>
          {t('ask.addLine')}
        </Button>
      </div>
    </>
  )
}
