/** The papers that maps are printed on, and how large letters and lines are on each: A0 is read from across a room. Millimetres. */
export const papers = ['a4', 'a3', 'a0'] as const
export type Paper = (typeof papers)[number]

type Sheet = { width: number; height: number; margin: number; letters: number; mostColumns: number }
const upright: Record<Paper, Sheet> = {
  a4: { width: 210, height: 297, margin: 10, letters: 1, mostColumns: 8 },
  a3: { width: 297, height: 420, margin: 12, letters: 1.25, mostColumns: 10 },
  a0: { width: 841, height: 1189, margin: 25, letters: 2.8, mostColumns: 14 },
}

/** Lying when the place is wider than high. */
export const sheetOf = (paper: Paper, lies: boolean): Sheet => {
  const sheet = upright[paper]
  return lies ? { ...sheet, width: sheet.height, height: sheet.width } : sheet
}
