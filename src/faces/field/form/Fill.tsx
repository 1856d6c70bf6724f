/** Opens a draft: takes hold of it (one tab only), loads the engine and the form's own version, and hands both to the screen. */
import { useEffect, useState } from 'react'
import type { Entry } from '../outbox/entry.ts'
import type { Phone } from '../phone.ts'
import { Head, Waiting } from '../shell/Frame.tsx'
import { goTo } from '../shell/route.ts'
import { setFormOpen } from '../shell/worker.ts'
import { holdDraft } from '../store/oneTab.ts'
import type { Draft, DraftFile } from '../store/outboxStore.ts'
import { type FieldForm, formOf } from '../sync/formsOfOffice.ts'
import { type Key, usePhone, useWords } from '../usePhone.tsx'
import { type OpenedForm, openForm } from './engine.ts'
import { FormScreen } from './FormScreen.tsx'
import { choosePlace } from './startFrom.ts'

type Ready = { entry: Entry; draft: Draft; form: FieldForm; opened: OpenedForm; isMine: boolean }

async function filesOf(phone: Phone, entry: Entry): Promise<DraftFile[]> {
  const read = async ({ name }: { name: string }) => ({ name, type: '', bytes: await phone.outbox.file(entry.instanceId, name) })
  const files = await Promise.all(entry.files.map(read))
  return files.flatMap(({ bytes, ...file }) => (bytes ? [{ ...file, bytes }] : []))
}

async function openDraft(phone: Phone, instanceId: string): Promise<Omit<Ready, 'isMine'> | { problem: Key }> {
  const [entry, draft] = await Promise.all([phone.outbox.entry(instanceId), phone.outbox.draft(instanceId)])
  if (!entry || !draft || entry.phase !== 'draft') return { problem: 'form.noDraft' }
  const form = await formOf(phone.cache, entry.form.id)
  if (!form) return { problem: 'form.notHere' }
  const { profile } = phone.picture()
  const opened = await openForm({
    cache: phone.cache,
    form,
    xml: draft.xml,
    files: await filesOf(phone, entry),
    person: profile.person,
    deviceId: profile.deviceName,
  })
  if ('problem' in opened) return opened
  if (draft.xml === '' && draft.chosen) choosePlace(opened.root, form, draft.chosen)
  return { entry, draft, form, opened }
}

export function Fill({ instanceId }: { instanceId: string }) {
  const { say } = useWords()
  const phone = usePhone()
  const [ready, setReady] = useState<Ready | { problem: Key } | null>(null)
  useEffect(() => {
    let isHere = true
    let release: () => void = () => undefined
    setFormOpen(true)
    holdDraft(instanceId, navigator.locks).then(async (hold) => {
      release = hold.release
      const opened = await openDraft(phone, instanceId)
      if (isHere) setReady('problem' in opened ? opened : { ...opened, isMine: hold.isMine })
      else hold.release()
    })
    return () => {
      isHere = false
      setFormOpen(false)
      release()
    }
  }, [phone, instanceId])
  if (!ready) return <Waiting />
  if ('problem' in ready)
    return (
      <>
        <Head title={say('form.problem')} back={() => goTo('')} />
        <p className="told" role="alert">
          {say(ready.problem)}
        </p>
      </>
    )
  return <FormScreen {...ready} />
}
