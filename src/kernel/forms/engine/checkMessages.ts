/** What goes to the thread of the form engine and comes back. */
export type CheckAsked = {
  id: number
  /** Names form and lists by content: the same name is the same form. */
  form: string
  xform: string
  attachments: Record<string, string>
  xml: string
}

export type CheckDone = {
  id: number
  /** `/data/af[2]/n`: positions where a repeat has turns. */
  violations?: { reference: string; condition: 'constraint' | 'required' }[]
  /** The document as the form itself would write it now. */
  recalculated?: string
  problem?: string
}
