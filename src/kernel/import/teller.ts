/** Progress goes over another connection than the work, so that it is seen before the end; what comes faster than it can be told is left out. */
export type Teller<Said extends unknown[]> = { told(...said: Said): void; last(): Promise<unknown> }

export function tellerOf<Said extends unknown[]>(tell: (...said: Said) => Promise<unknown>): Teller<Said> {
  let telling: Promise<unknown> | null = null
  return {
    told(...said) {
      telling ??= tell(...said).finally(() => {
        telling = null
      })
    },
    last: async () => telling,
  }
}
