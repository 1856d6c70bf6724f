/** All keys: those that work everywhere and those of the screen that is open. */
import { Modal } from '@mantine/core'
import { Link } from 'wouter'
import { useWords } from '../words/words.ts'
import { type ScreenKey, useScreenKeys } from './keyboard.ts'

export function HelpSheet({ open, onClose, everywhere }: { open: boolean; onClose: () => void; everywhere: readonly ScreenKey[] }) {
  const { t } = useWords()
  const here = useScreenKeys()
  const always = [
    ...everywhere,
    { keys: 'j k', words: t('keyNext') },
    { keys: 'Enter', words: t('keyOpen') },
    { keys: 'Ctrl+Enter', words: t('keySave') },
    { keys: 'Esc', words: t('keyEscape') },
  ]
  return (
    <Modal opened={open} onClose={onClose} title={t('keys')} closeButtonProps={{ 'aria-label': t('close') }} size="md">
      {here.length > 0 && <KeyList title={t('keysHere')} keys={here} />}
      <KeyList title={t('keysEverywhere')} keys={always} />
      <p>
        <Link href="/guide" onClick={onClose}>
          {t('guide.open')}
        </Link>
      </p>
    </Modal>
  )
}

function KeyList({ title, keys }: { title: string; keys: readonly { keys: string; words: string }[] }) {
  return (
    <section>
      <h3>{title}</h3>
      <dl className="keys">
        {keys.map(({ keys: strokes, words }) => (
          <div key={strokes}>
            <dt>
              {strokes.split(' ').map((stroke) => (
                <kbd key={stroke}>{stroke}</kbd>
              ))}
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
