/**
 * Moves by linear programming: the cheapest one that frees a given cell, one that frees many at once, and how far a cell can move at all (what an
 * attacker can compute). Needed where elimination cannot answer: in tables of three and more dimensions with many ones.
 * Solver: HiGHS (MIT), through npm `highs`. Source: Hundepool et al. 2012, section 4.4.
 */
import loadHighs, { type Highs, type Model } from 'highs'
import { type Move, wholeMove } from './moves.ts'
import type { Puzzle } from './puzzle.ts'

export type MoveSearch = {
  /** The move that changes `cell` by exactly `amount` and costs least; null when there is none. */
  cheapest(cell: number, amount: number, cost: (cell: number) => number): Move | null
  /** A move inside the allowed cells that changes as many of the wanted cells as it can, in the directions asked for. */
  widest(wanted: Map<number, 1 | -1>, allowed: (cell: number) => boolean): Move | null
  /** The least and the most that the cell can change when every movable cell may move. */
  reach(cell: number): { down: number; up: number }
  close(): void
}

let solver: Promise<Highs> | undefined

/** One model of all moves: per movable cell a column up and a column down, per sum a row; from question to question only bounds and costs change. */
export async function openSearch(puzzle: Puzzle, columnsOfCells: [number, number][][], movable: number[]): Promise<MoveSearch> {
  const kit = await (solver ??= loadHighs())
  const place = new Map(movable.map((cell, i) => [cell, i]))
  const room = movable.map((cell) => Math.max(0, puzzle.values[cell]! - puzzle.floor))
  const columns = movable.length * 2
  const model = movesModel(kit, columnsOfCells, movable)
  const all = { kind: 'range', from: 0, to: Math.max(0, columns - 1) } as const
  let isOpen = false
  const solve = (lower: Float64Array, upper: Float64Array, cost: Float64Array): Move | null => {
    model.changeColsBounds(all, lower, upper)
    model.changeColsCost(all, cost)
    isOpen = false
    return answer()
  }
  const answer = (): Move | null => {
    model.run()
    if (model.getModelStatus() !== kit.constants.modelStatus.optimal) return null
    const { colValue } = model.getSolution()
    const changes = movable.map((cell, i): [number, number] => [cell, colValue[2 * i]! - colValue[2 * i + 1]!])
    return new Map(changes.filter(([, change]) => Math.abs(change) > 1e-6))
  }
  const openBounds = () => {
    const lower = new Float64Array(columns)
    const upper = Float64Array.from({ length: columns }, (_, i) => (i % 2 ? room[i >> 1]! : Number.POSITIVE_INFINITY))
    return { lower, upper }
  }
  return {
    cheapest(cell, amount, cost) {
      const i = place.get(cell)!
      if (amount < 0 && room[i]! < -amount) return null
      const { lower, upper } = openBounds()
      lower[2 * i] = upper[2 * i] = Math.max(0, amount)
      lower[2 * i + 1] = upper[2 * i + 1] = Math.max(0, -amount)
      const costs = Float64Array.from({ length: columns }, (_, column) => cost(movable[column >> 1]!))
      const move = solve(lower, upper, costs)
      if (!move || !puzzle.whole || wholeMove(move, 1)) return move
      // People are whole: a move of halves proves nothing to somebody who counts heads.
      model.changeColsIntegrality(all, new Int32Array(columns).fill(kit.constants.variableType.integer))
      const whole = solve(lower, upper, costs)
      model.changeColsIntegrality(all, new Int32Array(columns))
      return whole
    },
    widest(wanted, allowed) {
      const lower = new Float64Array(columns)
      const upper = new Float64Array(columns)
      const costs = new Float64Array(columns)
      movable.forEach((cell, i) => {
        if (!allowed(cell)) return
        const goal = wanted.get(cell)
        upper[2 * i] = goal ? 1 : Number.POSITIVE_INFINITY
        upper[2 * i + 1] = goal ? Math.min(1, room[i]!) : room[i]!
        costs[2 * i] = goal ? -goal : 1e-4
        costs[2 * i + 1] = goal ?? 1e-4
      })
      return solve(lower, upper, costs)
    },
    reach(cell) {
      // Only the goal changes from cell to cell, so that each answer starts from the last one.
      if (!isOpen) {
        const { lower, upper } = openBounds()
        model.changeColsBounds(all, lower, upper)
        model.changeColsCost(all, new Float64Array(columns))
        model.options.set({ presolve: 'off', simplex_strategy: 4 })
        isOpen = true
      }
      const i = place.get(cell)!
      const farthest = (direction: 1 | -1) => {
        model.changeColCost(2 * i, -direction)
        model.changeColCost(2 * i + 1, direction)
        const move = answer()
        model.changeColCost(2 * i, 0)
        model.changeColCost(2 * i + 1, 0)
        // No optimum means no end: nothing printed bounds this cell on that side.
        return move ? (move.get(cell) ?? 0) : direction * Number.POSITIVE_INFINITY
      }
      return { down: Math.max(-room[i]!, farthest(-1)), up: farthest(1) }
    },
    close: () => model.dispose(),
  }
}

function movesModel(kit: Highs, columnsOfCells: [number, number][][], movable: number[]): Model {
  const rowOf = new Map<number, number>()
  const starts = [0]
  const indices: number[] = []
  const values: number[] = []
  const write = (entries: [number, number][], direction: 1 | -1) => {
    for (const [sum, sign] of entries) {
      if (!rowOf.has(sum)) rowOf.set(sum, rowOf.size)
      indices.push(rowOf.get(sum)!)
      values.push(sign * direction)
    }
    starts.push(indices.length)
  }
  for (const cell of movable) {
    write(columnsOfCells[cell]!, 1)
    write(columnsOfCells[cell]!, -1)
  }
  const columns = movable.length * 2
  const rows = rowOf.size
  const model = kit.createModel({
    numCols: columns,
    numRows: rows,
    colCost: new Float64Array(columns),
    colLower: new Float64Array(columns),
    colUpper: new Float64Array(columns),
    rowLower: new Float64Array(rows),
    rowUpper: new Float64Array(rows),
    matrix: { format: 'csc', numRows: rows, numCols: columns, starts, indices, values },
  })
  model.options.set({ output_flag: false })
  return model
}
