/** Every answer is on the disk within a second; a dead battery costs at most that. Saves follow one another, never side by side. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Entry } from '../outbox/entry.ts'
import type { Phone } from '../phone.ts'
import { isFull } from '../store/database.ts'
import type { OpenedForm } from './engine.ts'
import { saveDraft, takeDown } from './saved.ts'

const pause = 400

type Given = { phone: Phone; entry: Entry; opened: OpenedForm; isMine: boolean; where: () => { page: number; language: string | null } }
export type Saving = {
  entry: () => Entry
  saveNow: () => Promise<void>
  stop: () => void
  elapsedMs: () => number
  state: 'saved' | 'saving' | 'full' | 'failed'
}

export function useDraftSaving({ phone, entry, opened, isMine, where }: Given): Saving {
  const current = useRef(entry)
  const openedAt = useRef(performance.now())
  const [state, setState] = useState<Saving['state']>('saved')
  const line = useRef<Promise<void>>(Promise.resolve())
  const isStopped = useRef(!isMine)
  const elapsedMs = useCallback(() => Math.round(entry.elapsedMs + performance.now() - openedAt.current), [entry.elapsedMs])
  const place = useRef(where)
  place.current = where

  const write = useCallback(async () => {
    if (isStopped.current) return
    try {
      const taken = await takeDown(opened.root, entry.instanceId)
      const at = { ...place.current(), elapsedMs: elapsedMs() }
      current.current = await saveDraft(phone, current.current, taken, at).catch((error: unknown) => {
        if (!isFull(error)) throw error
        setState('full')
        // Without the new photos; the answers find room.
        const kept = taken.files.filter(({ name }) => current.current.files.some((known) => known.name === name))
        return saveDraft(phone, current.current, { ...taken, files: kept }, at)
      })
      setState((before) => (before === 'full' ? before : 'saved'))
    } catch (error) {
      setState('failed')
      console.error(error)
    }
  }, [phone, opened, entry.instanceId, elapsedMs])

  const saveNow = useCallback(() => {
    opened.live.flush()
    line.current = line.current.then(write)
    return line.current
  }, [opened, write])

  useEffect(() => {
    if (!isMine) return
    let timer: ReturnType<typeof setTimeout> | null = null
    const soon = () => {
      setState((before) => (before === 'full' ? before : 'saving'))
      timer ??= setTimeout(() => {
        timer = null
        line.current = line.current.then(write)
      }, pause)
    }
    const forget = opened.live.subscribe(soon)
    // The phone is put into a pocket: perhaps for ever.
    const hidden = () => document.visibilityState === 'hidden' && void saveNow()
    document.addEventListener('visibilitychange', hidden)
    void saveNow()
    return () => {
      forget()
      if (timer) clearTimeout(timer)
      document.removeEventListener('visibilitychange', hidden)
      void saveNow().then(phone.refresh)
    }
  }, [isMine, opened, phone, saveNow, write])

  const stop = useCallback(() => {
    isStopped.current = true
  }, [])
  return { entry: () => current.current, saveNow, stop, elapsedMs, state }
}
