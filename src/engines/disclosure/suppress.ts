/**
 * Secondary suppression: which further cells must be withheld so that no sensitive cell can be worked out from the totals that stay printed.
 * Smallest cells are given up first; then every cell that proves unnecessary is printed again, largest first.
 * Sources: Langsrud 2024 (Gaussian elimination view); Hundepool et al. 2012, chapter 4.
 */
import { columnsOf, type Move, moveFinder, wholeMove, widthsOf } from './moves.ts'
import { neighbourhood } from './neighbourhood.ts'
import type { DisclosureRefusal, Puzzle } from './puzzle.ts'
import { type MoveSearch, openSearch } from './search.ts'
import { type Hierarchies, relationsOf, type Table } from './table.ts'

export type Suppressed = { primary: Set<number>; secondary: Set<number>; puzzle: Puzzle }
export type SuppressOptions = {
  /** Each sensitive cell keeps an interval wider than this; 0 means "not exactly computable". */
  protection?: number
  /** Protect also against somebody who knows that zeros are always printed; costs a few cells more. */
  zerosAreKnown?: boolean
}

export async function suppress(
  table: Table,
  hierarchies: Hierarchies,
  sensitive: Set<number>,
  options: SuppressOptions = {},
): Promise<Suppressed | DisclosureRefusal> {
  const values = table.cells.map((cell) => (typeof cell.value === 'number' ? cell.value : 0))
  const hidesZero = [...sensitive].some((cell) => values[cell] === 0)
  const whole = values.every(Number.isInteger)
  const floor = options.zerosAreKnown && whole && !hidesZero ? 1 : 0
  const puzzle: Puzzle = { values, relations: relationsOf(table, hierarchies), floor, whole, hidden: new Set() }
  const printable = (cell: number) => typeof table.cells[cell]!.value === 'number'
  const secondary = await secondaries(puzzle, sensitive, printable, options.protection ?? 0)
  return secondary instanceof Set ? { primary: sensitive, secondary, puzzle } : secondary
}

/** The cells to withhold beside the sensitive ones. Zeros are never chosen: a withheld zero would tell that withheld cells may be empty. */
export async function secondaries(
  puzzle: Puzzle,
  sensitive: Set<number>,
  printable: (cell: number) => boolean,
  protection: number,
): Promise<Set<number> | DisclosureRefusal> {
  const columns = columnsOf(puzzle.relations, puzzle.values.length)
  const bySize = (a: number, b: number) => puzzle.values[a]! - puzzle.values[b]! || columns[a]!.length - columns[b]!.length || a - b
  const free = [...new Set([...sensitive, ...puzzle.hidden])].sort(bySize)
  const isFree = new Set(free)
  const candidates = [...puzzle.values.keys()].filter((cell) => puzzle.values[cell]! > 0 && printable(cell) && !isFree.has(cell)).sort(bySize)
  const isCandidate = new Set(candidates)
  const guarded = (move: Move) => ({ move, guards: guardedBy(move, puzzle, protection).filter((cell) => sensitive.has(cell)) })

  // Cycles first, without looking at floors: cheap, and nearly always the right cells.
  const cycles = cyclesThrough([...free, ...candidates], sensitive, columns, (move) => [...move.keys()])
  const chosen = new Set(cycles.flatMap((move) => [...move.keys()]).filter((cell) => !isFree.has(cell)))
  const open = new Set(sensitive)
  const proofs = cycles.map(guarded)
  for (const proof of proofs) for (const cell of proof.guards) open.delete(cell)

  const price = (cell: number) => (isFree.has(cell) || chosen.has(cell) ? 0 : isCandidate.has(cell) ? 1 + puzzle.values[cell]! / 1000 : null)
  for (const cell of [...open].sort(bySize)) {
    if (open.has(cell)) await freeNearby(cell)
  }

  /** The cheapest move near an open cell, in wider and wider surroundings; whatever it withholds may free other open cells there too. */
  async function freeNearby(cell: number) {
    const amount = puzzle.whole ? Math.floor(protection) + 1 : protection + 1
    for (let limit = 300; open.has(cell); limit *= 8) {
      const near = neighbourhood(puzzle, columns, [cell], price, limit)
      const search = await openSearch(puzzle, columns, near)
      const isNear = new Set(near)
      const openHere = () => new Set([...open].filter((one) => isNear.has(one)))
      const withheld = (one: number) => isFree.has(one) || chosen.has(one)
      for (const proof of coverTogether(search, openHere(), withheld, guarded)) keep(proof)
      const cost = (one: number) => price(one) || 0.001
      const move = open.has(cell) ? cheaper(search.cheapest(cell, amount, cost), search.cheapest(cell, -amount, cost), cost) : null
      if (move) {
        for (const touched of move.keys()) if (!isFree.has(touched)) chosen.add(touched)
        keep(guarded(move))
        for (const proof of coverTogether(search, openHere(), withheld, guarded)) keep(proof)
      }
      search.close()
      if (limit > puzzle.values.length) return
    }
  }

  function keep(proof: Proof) {
    for (const guarded of proof.guards) open.delete(guarded)
    proofs.push(proof)
  }

  if (open.size > 0) return { code: 'disclosure.cannot-protect', facts: { cells: [...open] } }
  printAgain({ puzzle, columns, chosen, isFree, sensitive, proofs, guarded, bySize })
  return chosen
}

/** A move and the sensitive cells that it keeps safe by itself. */
type Proof = { move: Move; guards: number[] }

function guardedBy(move: Move, puzzle: Puzzle, protection: number): number[] {
  const usable = puzzle.whole ? wholeMove(move) : move
  return usable ? [...widthsOf(usable, puzzle)].filter(([, width]) => width > protection).map(([cell]) => cell) : []
}

/** The moves that elimination closes, cell by cell in the given order, as long as they free a cell that was still open. */
function cyclesThrough(order: number[], sensitive: Set<number>, columns: [number, number][][], frees: (move: Move) => Iterable<number>): Move[] {
  const close = moveFinder(columns)
  const open = new Set(sensitive)
  const moves: Move[] = []
  for (const cell of order) {
    if (open.size === 0) break
    const move = close(cell)
    if (!move || ![...move.keys()].some((one) => open.has(one))) continue
    const freed = [...frees(move)].filter((one) => open.delete(one))
    if (freed.length > 0) moves.push(move)
  }
  return moves
}

/** Moves inside what is withheld already, each freeing as many open cells as it can; stops when four in a row free none. */
function coverTogether(search: MoveSearch, open: Set<number>, withheld: (cell: number) => boolean, guarded: (move: Move) => Proof): Proof[] {
  const proofs: Proof[] = []
  for (let attempt = 0, idle = 0; open.size > 0 && idle < 4; attempt++) {
    const wanted = new Map([...open].map((cell, i): [number, 1 | -1] => [cell, (i & attempt) % 2 === (attempt >> 1) % 2 ? 1 : -1]))
    const move = search.widest(wanted, withheld)
    const proof = move && guarded(move)
    const freed = proof?.guards.filter((cell) => open.delete(cell)) ?? []
    if (proof && freed.length > 0) proofs.push(proof)
    idle = freed.length > 0 ? 0 : idle + 1
  }
  return proofs
}

type Pattern = {
  puzzle: Puzzle
  columns: [number, number][][]
  chosen: Set<number>
  isFree: Set<number>
  sensitive: Set<number>
  proofs: Proof[]
  guarded: (move: Move) => Proof
  bySize: (a: number, b: number) => number
}

/** Prints a chosen cell again, largest first, when every sensitive cell stays safe without it: by a proof that does not need it, or by a new one nearby. */
function printAgain({ puzzle, columns, chosen, isFree, sensitive, proofs, guarded, bySize }: Pattern) {
  const standing = new Set(proofs)
  const guards = new Map([...sensitive].map((cell): [number, number] => [cell, 0]))
  const proofsWith = new Map<number, Set<Proof>>()
  const count = (proof: Proof, by: 1 | -1) => {
    for (const cell of proof.guards) guards.set(cell, guards.get(cell)! + by)
  }
  const add = (proof: Proof) => {
    standing.add(proof)
    count(proof, 1)
    for (const cell of proof.move.keys()) if (chosen.has(cell)) proofsWith.set(cell, (proofsWith.get(cell) ?? new Set()).add(proof))
  }
  for (const proof of proofs) add(proof)
  for (const cell of [...chosen].sort((a, b) => bySize(b, a))) {
    const lost = [...(proofsWith.get(cell) ?? [])].filter((proof) => standing.has(proof))
    for (const proof of lost) count(proof, -1)
    const open = new Set(lost.flatMap((proof) => proof.guards).filter((one) => guards.get(one) === 0))
    const price = (one: number) => (one !== cell && (isFree.has(one) || chosen.has(one)) ? 0 : null)
    const near = open.size > 0 ? neighbourhood(puzzle, columns, open, price, 120 + open.size) : []
    const order = near.sort((a, b) => Number(isFree.has(b)) - Number(isFree.has(a)) || bySize(a, b))
    const found = cyclesThrough(order, open, columns, (move) => guarded(move).guards).map(guarded)
    for (const proof of found) for (const one of proof.guards) open.delete(one)
    if (open.size > 0) {
      for (const proof of lost) count(proof, 1)
      continue
    }
    chosen.delete(cell)
    for (const proof of lost) standing.delete(proof)
    for (const proof of found) add(proof)
  }
}

const cheaper = (a: Move | null, b: Move | null, price: (cell: number) => number) => {
  const cost = (move: Move | null) => (move ? [...move.keys()].reduce((sum, cell) => sum + price(cell), 0) : Number.POSITIVE_INFINITY)
  return cost(a) <= cost(b) ? a : b
}
