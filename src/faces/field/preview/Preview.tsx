/** Takes the draft from the author's screen around it, shows it as the enumerator will see it, and tries it when asked. Nothing is kept and nothing is sent. */
import { useEffect, useRef, useState } from 'react'
import type { Language } from '../../../kernel/shared.ts'
import type { FromPreview, ToPreview } from '../../ui/previewTalk.ts'
import { type LoadedForm, loadXform, type OpenedForm } from '../form/engine.ts'
import { Broken } from '../shell/Broken.tsx'
import { type Spoken, SpokenContext } from '../usePhone.tsx'
import { PreviewForm } from './PreviewForm.tsx'
import { tryForm } from './tryForm.ts'

const words = { pt: async () => (await import('../words/pt.ts')).pt, en: async () => (await import('../words/en.ts')).en }

const tell = (told: FromPreview) => parent.postMessage(told, location.origin)

/** The app's own words follow the form's language, as far as it speaks it. */
const appLanguage = (ofForm: string): Language => (/\(en|^english|^default$/i.test(ofForm) && !/\(pt/.test(ofForm) ? 'en' : 'pt')

function useSpoken(ofForm: string): Spoken | null {
  const [spoken, speak] = useState<Spoken | null>(null)
  useEffect(() => {
    const language = appLanguage(ofForm)
    document.documentElement.lang = language === 'pt' ? 'pt-MZ' : 'en'
    void words[language]().then((loaded) => speak({ language, words: loaded, setLanguage: () => undefined }))
  }, [ofForm])
  return spoken
}

type Shown = { opened: OpenedForm; at: number }

export function Preview() {
  const [language, setLanguage] = useState('')
  const [shown, show] = useState<Shown | null>(null)
  const [wanted, want] = useState<{ path: string } | null>(null)
  const loaded = useRef<LoadedForm | null>(null)
  const spoken = useSpoken(language)
  useEffect(() => {
    let turn = 0
    const take = async (message: ToPreview) => {
      if (message.kind === 'language') return setLanguage(message.language)
      if (message.kind === 'goTo') return want({ path: message.path })
      if (message.kind === 'try') {
        if (loaded.current) tell({ kind: 'tried', result: await tryForm(loaded.current, message) })
        return
      }
      // Other things on the page talk to frames too.
      if (message.kind !== 'show') return
      const mine = ++turn
      setLanguage(message.language)
      const files = new Map(message.files.map(({ fileName, content }) => [fileName, content]))
      loaded.current = await loadXform({ xform: message.xform, content: async (fileName) => files.get(fileName) ?? null })
      const opened = await loaded.current.begin({ xml: '', files: [], person: null, deviceId: 'preview' })
      if (mine !== turn) return
      if (opened) show({ opened, at: mine })
      else tell({ kind: 'cannotOpen' })
    }
    const hear = ({ origin, source, data }: MessageEvent<ToPreview>) => {
      if (origin === location.origin && source === parent) take(data).catch(() => tell({ kind: 'cannotOpen' }))
    }
    addEventListener('message', hear)
    tell({ kind: 'ready' })
    return () => removeEventListener('message', hear)
  }, [])
  if (!shown || !spoken) return null
  return (
    <SpokenContext value={spoken}>
      <Broken words={spoken.words}>
        <PreviewForm key={shown.at} opened={shown.opened} language={language} wanted={wanted} />
      </Broken>
    </SpokenContext>
  )
}
