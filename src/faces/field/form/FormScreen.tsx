/** A form being filled: page by page, with its language, what is wrong on this page, the way back and forth, and the review at the end. */
import type { AnyNode } from '@getodk/xforms-engine'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { peopleIn } from '../hints/binding.ts'
import { type PeopleHints, peopleHints } from '../hints/peopleHints.ts'
import { keepRegistered } from '../hints/registeredHere.ts'
import type { Entry } from '../outbox/entry.ts'
import { Head } from '../shell/Frame.tsx'
import { goInstead, goTo } from '../shell/route.ts'
import type { Draft } from '../store/outboxStore.ts'
import { photosUntil } from '../store/space.ts'
import type { FieldForm } from '../sync/formsOfOffice.ts'
import { inLanguage, usePhone, usePicture, useWords } from '../usePhone.tsx'
import type { OpenedForm } from './engine.ts'
import { FormPage } from './FormPage.tsx'
import { guidanceIn } from './guidance.ts'
import { LanguageOfForm, languageToBegin } from './LanguageOfForm.tsx'
import { pageOf, pagesOf, violationsOf } from './pages.ts'
import { Review } from './Review.tsx'
import { finishEntry, takeDown } from './saved.ts'
import { useDraftSaving } from './useDraftSaving.ts'
import { FormContext, useVersion } from './useForm.tsx'

type Given = { entry: Entry; draft: Draft; form: FieldForm; opened: OpenedForm; isMine: boolean }

const jumpTo = (nodeId: string) => {
  // After the page is drawn.
  setTimeout(() => {
    const place = document.getElementById(nodeId)
    place?.scrollIntoView({ block: 'center' })
    place?.querySelector<HTMLElement>('input,select,textarea,button')?.focus()
  }, 50)
}

export function FormScreen({ entry, draft, form, opened, isMine }: Given) {
  const { say, language } = useWords()
  const phone = usePhone()
  const { space } = usePicture()
  const { root, live, xform, media } = opened
  useVersion(live)
  const pages = pagesOf(root)
  const [at, setAt] = useState(draft.page)
  const [isAsked, setAsked] = useState(false)
  const [told, setTold] = useState<string | null>(null)
  const isReview = at >= pages.length
  const page = pages[Math.min(at, pages.length - 1)]
  const top = useRef<HTMLDivElement>(null)
  const guidance = useMemo(() => guidanceIn(xform), [xform])
  const saving = useDraftSaving({ phone, entry, opened, isMine, where: () => ({ page: at, language: root.currentState.activeLanguage.language || null }) })

  const [hints, setHints] = useState<PeopleHints | null>(null)
  useEffect(() => {
    let isHere = true
    void peopleHints(phone, xform).then((ready) => isHere && setHints(ready))
    return () => {
      isHere = false
    }
  }, [phone, xform])

  useEffect(() => languageToBegin(root, draft.language, language), [root, draft.language, language])

  const go = useCallback(
    (to: number) => {
      live.flush()
      setAsked(false)
      setAt(to)
      scrollTo(0, 0)
      top.current?.focus()
      void saving.saveNow()
    },
    [live, saving.saveNow],
  )
  const next = useCallback(() => {
    live.flush()
    const now = pagesOf(root)[at]
    const stops = now ? violationsOf(now.nodes as readonly AnyNode[]) : []
    if (stops.length === 0 || !isMine) return go(at + 1)
    setAsked(true)
    scrollTo(0, 0)
  }, [live, root, at, go, isMine])
  const jump = (nodeId: string) => {
    const to = pageOf(pagesOf(root), nodeId)
    if (to >= 0 && to !== at) go(to)
    setAsked(true)
    jumpTo(nodeId)
  }
  const finish = async () => {
    await saving.saveNow()
    const taken = await takeDown(root, entry.instanceId)
    if (!taken.isReady) return setTold(say('form.notReady'))
    saving.stop()
    const registered = hints ? peopleIn(root as AnyNode, hints.binding, new Date().getFullYear()) : []
    const finished = await finishEntry(phone, saving.entry(), taken, saving.elapsedMs())
    if (finished !== 'finished') return setTold(say(finished === 'no-seal' ? 'form.noSeal' : 'form.unreadable'))
    await keepRegistered(phone.cache, entry.instanceId, registered, new Date().toISOString())
    goInstead('outbox')
    void phone.meet()
  }
  const hand = { root, live, media, guidance, hints, isReadOnly: !isMine, isFull: space.share >= photosUntil, isAsked, next }
  const title = inLanguage(form.title, language) || form.code
  return (
    <FormContext value={hand}>
      <Head title={title} back={() => goTo('')}>
        <LanguageOfForm root={root} />
      </Head>
      <div className="progress" ref={top} tabIndex={-1}>
        <progress value={Math.min(at, pages.length)} max={pages.length} aria-label={say('form.progress')} />
        <span className={`saved ${saving.state}`} role="status">
          {isMine ? say(`form.${saving.state}`) : say('form.otherTab')}
        </span>
      </div>
      {isReview || !page ? (
        <Review pages={pages} jump={jump} finish={finish} told={told} back={() => go(Math.max(0, pages.length - 1))} canFinish={isMine} />
      ) : (
        <FormPage
          page={page}
          isFirst={at === 0}
          isLast={at + 1 >= pages.length}
          isMine={isMine}
          isAsked={isAsked}
          jump={jump}
          next={next}
          go={(step) => go(at + step)}
        />
      )}
    </FormContext>
  )
}
