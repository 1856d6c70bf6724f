/** Whether this phone promises to keep what is on it, and how much room is left; shown as a state, never assumed. */
export type Space = { isPersistent: boolean | null; used: number; quota: number; share: number }

export const warnFrom = 0.8
/** Above this no photo is taken on; answers always are. */
export const photosUntil = 0.95

export async function spaceOf(storage: StorageManager | undefined): Promise<Space> {
  if (!storage?.estimate) return { isPersistent: null, used: 0, quota: 0, share: 0 }
  const { usage = 0, quota = 0 } = await storage.estimate()
  const isPersistent = storage.persisted ? await storage.persisted() : null
  return { isPersistent, used: usage, quota, share: quota > 0 ? usage / quota : 0 }
}

/** Asked once the phone is being prepared; the browser decides, and its answer is what counts. */
export const askToKeep = async (storage: StorageManager | undefined): Promise<boolean> => (storage?.persist ? storage.persist() : false)
