/**
 * Between the engine and the screen: every value that the engine changes makes one new version of the form, told once per moment. Answers still being typed
 * are handed over before a page is left or anything is saved.
 */
export type LiveForm = ReturnType<typeof liveForm>

export function liveForm() {
  let version = 0
  let isTold = true
  const listeners = new Set<() => void>()
  const typing = new Set<() => void>()
  const changed = () => {
    version += 1
    if (!isTold) return
    isTold = false
    queueMicrotask(() => {
      isTold = true
      for (const heard of listeners) heard()
    })
  }
  return {
    stateFactory: <State extends object>(state: State): State =>
      new Proxy(state, {
        set(target, key, value) {
          const before = Reflect.get(target, key)
          const isSet = Reflect.set(target, key, value)
          if (before !== value) changed()
          return isSet
        },
      }),
    subscribe(heard: () => void) {
      listeners.add(heard)
      return () => listeners.delete(heard)
    },
    version: () => version,
    /** What a field still holds back while somebody types in it. */
    onFlush(give: () => void) {
      typing.add(give)
      return () => typing.delete(give)
    },
    flush() {
      for (const give of typing) give()
    },
  }
}
