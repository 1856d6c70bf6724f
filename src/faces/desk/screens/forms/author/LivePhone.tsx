/** The draft as the enumerator will meet it: the field app's own form in a frame, in the chosen language, at the chosen question; answers stay in the frame. */
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { FromPreview, PreviewFile, ToPreview, TrialResult } from '../../../../ui/previewTalk.ts'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { refusalsOf } from '../../../api/ask.ts'
import type { ShownVersion } from '../../../api/forms.ts'
import { useWords } from '../../../words/words.ts'

type Content = { xform: string; files: PreviewFile[] }

const fetched = async (address: string): Promise<Response> => {
  const answer = await fetch(address, { credentials: 'same-origin' })
  if (!answer.ok) throw new Error(String(answer.status))
  return answer
}

/** The XForm and what it shows; a file that is not there yet stays blank, as on a phone. */
async function contentOf(form: string, { id, attachments }: ShownVersion): Promise<Content> {
  const base = `/api/forms/author/${form}/versions/${id}`
  const files = attachments.map(async ({ fileName }): Promise<PreviewFile[]> => {
    const answer = await fetched(`${base}/files/${encodeURIComponent(fileName)}`).catch(() => null)
    return answer ? [{ fileName, content: await answer.arrayBuffer() }] : []
  })
  return { xform: await (await fetched(`${base}/xform`)).text(), files: (await Promise.all(files)).flat() }
}

export type Talk = {
  say: (told: ToPreview) => void
  frame: RefObject<HTMLIFrameElement | null>
  isReady: boolean
  isBroken: boolean
  result: TrialResult | null
}

/** One conversation with one frame; what the frame says is heard only when it comes from it. */
export function usePreviewTalk(): Talk {
  const frame = useRef<HTMLIFrameElement>(null)
  const [heard, hear] = useState<{ isReady: boolean; isBroken: boolean; result: TrialResult | null }>({ isReady: false, isBroken: false, result: null })
  useEffect(() => {
    const listen = ({ source, origin, data }: MessageEvent<FromPreview>) => {
      if (origin !== location.origin || source !== frame.current?.contentWindow) return
      if (data.kind === 'ready') hear({ isReady: true, isBroken: false, result: null })
      if (data.kind === 'cannotOpen') hear((before) => ({ ...before, isBroken: true }))
      if (data.kind === 'tried') hear((before) => ({ ...before, result: data.result }))
    }
    addEventListener('message', listen)
    return () => removeEventListener('message', listen)
  }, [])
  const say = useCallback((told: ToPreview) => {
    // What was found out about another workbook says nothing about this one.
    if (told.kind === 'show') hear((before) => ({ ...before, isBroken: false, result: null }))
    frame.current?.contentWindow?.postMessage(told, location.origin)
  }, [])
  return { say, frame, ...heard }
}

type Given = { form: string; version: ShownVersion; language: string; chosen: string | null; talk: Talk }

export function LivePhone({ form, version, language, chosen, talk }: Given) {
  const { t } = useWords()
  const { say, frame, isReady, isBroken } = talk
  const [error, fail] = useState<unknown>(null)
  const shown = useRef(language)
  // Another workbook is another version row or another reading of it: the frame begins anew.
  const state = `${version.id} ${version.understood} ${version.attachments.map(({ id }) => id).join(' ')}`
  // biome-ignore lint/correctness/useExhaustiveDependencies: `state` stands for the version; a refetch that changes nothing must not empty what the author is trying
  useEffect(() => {
    if (!isReady) return
    let isWanted = true
    contentOf(form, version).then((content) => isWanted && say({ kind: 'show', ...content, language: shown.current }), fail)
    return () => {
      isWanted = false
    }
  }, [isReady, form, state, say])
  useEffect(() => {
    shown.current = language
    if (isReady) say({ kind: 'language', language })
  }, [isReady, language, say])
  useEffect(() => {
    if (isReady && chosen) say({ kind: 'goTo', path: chosen })
  }, [isReady, chosen, say])
  return (
    <>
      {isBroken && (
        <p className="drift stops" role="alert">
          {t('author.phoneBroken')}
        </p>
      )}
      <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} />
      <div className="phone">
        <iframe ref={frame} src="/field/preview" title={t('author.phone')} />
      </div>
    </>
  )
}
