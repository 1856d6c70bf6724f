/** Criteria as they are typed, one a line: `flood losses; 3` or, where each one counts up to a most, `children under five; 1; 4`. Null: a line cannot be read. */
export type TypedCriterion = { kind: 'yes'; code: string; points: number } | { kind: 'each'; code: string; points: number; atMost: number }

const whole = (text: string | undefined) => (text !== undefined && /^-?\d+$/.test(text) ? Number(text) : null)

export function typedCriteria(typed: string): TypedCriterion[] | null {
  const lines = typed.split('\n').filter((line) => line.trim() !== '')
  const read = lines.map((line): TypedCriterion | null => {
    const [code, points, most, ...rest] = line.split(';').map((part) => part.trim())
    const value = whole(points)
    if (!code || value === null || rest.length > 0) return null
    if (most === undefined) return { kind: 'yes', code, points: value }
    const atMost = whole(most)
    return atMost === null || atMost < 1 ? null : { kind: 'each', code, points: value, atMost }
  })
  return read.length === 0 || read.includes(null) ? null : (read as TypedCriterion[])
}
