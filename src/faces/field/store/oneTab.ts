/** One draft, one tab: the second one reads only, so that neither overwrites the other. Browsers without locks are old enough to have one window. */
export type Hold = { isMine: boolean; release: () => void }

export function holdDraft(instanceId: string, locks: LockManager | undefined): Promise<Hold> {
  if (!locks) return Promise.resolve({ isMine: true, release: () => undefined })
  return new Promise((answer) => {
    void locks.request(`draft:${instanceId}`, { ifAvailable: true }, (got) => {
      if (!got) {
        answer({ isMine: false, release: () => undefined })
        return undefined
      }
      return new Promise<void>((release) => answer({ isMine: true, release }))
    })
  })
}
