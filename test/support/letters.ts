/** Letters of a record for who reads, who creates and who changes; three tables for the access tests are made of them. */
export type Letters = Record<string, readonly [reads: string, creates: string, changes: string]>

export const tablesOf = (lines: Letters) => {
  const table = (at: 0 | 1 | 2) => Object.fromEntries(Object.entries(lines).map(([name, letters]) => [name, letters[at]]))
  return { reads: table(0), creates: table(1), changes: table(2) }
}
