/**
 * An attacker who knows only what was printed: each unknown figure is a variable, each printed sum an equation, people are not negative. He asks a solver for the
 * least and the most of each hidden figure. Written apart from the engine, which it is to test.
 */
import loadHighs from 'highs'

/** `sum`: variable to how often it counts; `is`: what was printed. */
export type Equation = { sum: ReadonlyMap<string, number>; is: number }

/** The wanted ones whose value is certain, with it. `atLeast`: the least that a variable can be, 0 where nothing is said. */
export async function certainValues(
  equations: readonly Equation[],
  wanted: readonly ReadonlyMap<string, number>[],
  atLeast: ReadonlyMap<string, number> = new Map(),
): Promise<(number | null)[]> {
  const kit = await loadHighs()
  const names = [...new Set([...equations.flatMap(({ sum }) => [...sum.keys()]), ...wanted.flatMap((sum) => [...sum.keys()])])]
  const column = new Map(names.map((name, at) => [name, `v${at}`]))
  const term = (sum: ReadonlyMap<string, number>) =>
    [...sum].map(([name, times]) => `${times < 0 ? '-' : '+'} ${Math.abs(times)} ${column.get(name)}`).join(' ') || '0 v0'
  const constraints = equations.map(({ sum, is }, at) => `e${at}: ${term(sum)} = ${is}`).join('\n')
  const bounds = names.map((name) => `${column.get(name)} >= ${atLeast.get(name) ?? 0}`).join('\n')
  const ask = (goal: 'Minimize' | 'Maximize', sum: ReadonlyMap<string, number>) => {
    const answer = kit.solve(`${goal}\n obj: ${term(sum)}\nSubject To\n${constraints}\nBounds\n${bounds}\nEnd\n`)
    if (answer.Status === 'Unbounded') return goal === 'Minimize' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
    if (answer.Status !== 'Optimal') throw new Error(`the printed figures contradict each other: ${answer.Status}`)
    return answer.ObjectiveValue
  }
  return wanted.map((sum) => {
    const low = Math.ceil(ask('Minimize', sum) - 1e-6)
    const high = Math.floor(ask('Maximize', sum) + 1e-6)
    return low === high ? low : null
  })
}
