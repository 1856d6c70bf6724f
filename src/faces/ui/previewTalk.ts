/** What the author's screen and the phone frame inside it say to each other: the draft goes in, what random answers showed comes out. Never leaves the browser. */
export type PreviewFile = { fileName: string; content: ArrayBuffer }

/** Of one question over all fills: in how many it was asked, in how many it could be answered, and what its own rule let through. */
export type TriedQuestion = {
  path: string
  reached: number
  answered: number
  /** Fills in which no value that was tried passed the rule. */
  stuck: number
  tries: number
  passed: number
  /** Fills in which a list had nothing to choose from. */
  withoutChoices: number
}
export type TrialResult = { seed: number; fills: number; finished: number; questions: TriedQuestion[] }

export type ToPreview =
  | { kind: 'show'; xform: string; files: PreviewFile[]; language: string }
  | { kind: 'language'; language: string }
  | { kind: 'goTo'; path: string }
  | { kind: 'try'; seed: number; fills: number }

export type FromPreview = { kind: 'ready' } | { kind: 'tried'; result: TrialResult } | { kind: 'cannotOpen' }
