/** The pages of a form that is tried, not kept: the same pages, controls and errors as in the field; at the end it begins again. */
import type { AnyNode } from '@getodk/xforms-engine'
import { useEffect, useMemo, useState } from 'react'
import type { OpenedForm } from '../form/engine.ts'
import { FormPage } from '../form/FormPage.tsx'
import { guidanceIn } from '../form/guidance.ts'
import { languageToBegin } from '../form/LanguageOfForm.tsx'
import { pageOf, pagesOf, questionsOf, violationsOf } from '../form/pages.ts'
import { Review } from '../form/Review.tsx'
import { FormContext, useVersion } from '../form/useForm.tsx'
import { useWords } from '../usePhone.tsx'

type Given = { opened: OpenedForm; language: string; wanted: { path: string } | null }

export function PreviewForm({ opened: { root, live, media, xform }, language, wanted }: Given) {
  const { say, language: spoken } = useWords()
  useVersion(live)
  const [at, setAt] = useState(0)
  const [isAsked, setAsked] = useState(false)
  const guidance = useMemo(() => guidanceIn(xform), [xform])
  const pages = pagesOf(root)
  const page = pages[Math.min(at, pages.length - 1)]
  useEffect(() => languageToBegin(root, language, spoken), [root, language, spoken])
  useEffect(() => {
    const found = wanted && [...questionsOf(root as AnyNode)].find(({ definition }) => definition.nodeset === wanted.path)
    const to = found ? pageOf(pagesOf(root), found.nodeId) : -1
    if (to >= 0) setAt(to)
    // After the page is drawn.
    if (found) setTimeout(() => document.getElementById(found.nodeId)?.scrollIntoView({ block: 'center' }), 50)
  }, [root, wanted])
  const go = (to: number) => {
    live.flush()
    setAsked(false)
    setAt(to)
    scrollTo(0, 0)
  }
  const next = () => {
    live.flush()
    if (page && violationsOf(page.nodes as readonly AnyNode[]).length === 0) return go(at + 1)
    setAsked(true)
    scrollTo(0, 0)
  }
  const jump = (nodeId: string) => {
    const to = pageOf(pagesOf(root), nodeId)
    if (to >= 0) go(to)
    setAsked(true)
  }
  const hand = { root, live, media, guidance, hints: null, isReadOnly: false, isFull: false, isAsked, next }
  return (
    <FormContext value={hand}>
      <main className="filling">
        <div className="progress">
          <progress value={Math.min(at, pages.length)} max={pages.length} aria-label={say('form.progress')} />
          <span>{`${Math.min(at + 1, pages.length)} / ${pages.length}`}</span>
        </div>
        {at >= pages.length || !page ? (
          <Review pages={pages} jump={jump} finish={async () => go(0)} told={null} back={() => go(Math.max(0, pages.length - 1))} canFinish />
        ) : (
          <FormPage
            page={page}
            isFirst={at === 0}
            isLast={at + 1 >= pages.length}
            isMine
            isAsked={isAsked}
            jump={jump}
            next={next}
            go={(step) => go(at + step)}
          />
        )}
      </main>
    </FormContext>
  )
}
