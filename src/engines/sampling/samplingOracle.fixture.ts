/**
 * Compares sample sizes, chances by size, a systematic draw and quantiles with published answers (Cochran's formulas over a grid; Belgian municipalities
 * as drawn by the R package sampling 2.9; quantiles of R 4.2). Numbers only.
 */
import { type Compared, columnsIn, compareFigures, type Figure, numbers, type Read } from './csv.fixture.ts'
import { betaQuantile, chiSquareQuantile, inclusionProbabilities, normalQuantile, sampleSize, systematicPps, tQuantile } from './index.ts'

const exact = 1e-10

function compareGrid(read: Read): Compared {
  const { p, d, conf, N, deff, rr, z, n0, n_deff, n_fpc, n_final } = columnsIn(read('sample_size_grid.csv'))
  const figures = numbers(p!).flatMap((share, i): Figure[] => {
    const population = N![i] === 'Inf' ? null : Number(N![i])
    const plan = { population, margin: Number(d![i]), share, confidence: Number(conf![i]), designEffect: Number(deff![i]), responseRate: Number(rr![i]) }
    const ours = sampleSize(plan)
    const [size, row] = ['code' in ours ? null : ours, `row ${i + 1}`]
    const theirs = { z, simple: n0, withDesign: n_deff, withPopulation: n_fpc, n: n_final } as const
    return Object.entries(theirs).map(([part, column]) => ({
      row: `${row} ${part}`,
      ours: size?.[part as keyof typeof theirs],
      theirs: Number(column![i]),
      allowed: exact,
    }))
  })
  return compareFigures('sample_size_grid.csv', p!.length, figures)
}

function compareChances(read: Read, n: number): Compared {
  const file = `belgian_pik_n${n}.csv`
  const { Commune, size, pik } = columnsIn(read(file))
  const ours = inclusionProbabilities(numbers(size!), n)
  const figures = numbers(pik!).map((theirs, i): Figure => ({ row: String(Commune![i]), ours: 'code' in ours ? null : ours[i], theirs, allowed: exact }))
  return compareFigures(file, figures.length, figures)
}

/** The start was printed with fourteen digits. */
function compareDraw(read: Read): Compared {
  const { u, idx } = columnsIn(read('belgian_systematic_n50.csv'))
  const chances = inclusionProbabilities(numbers(columnsIn(read('belgian_pik_n50.csv')).size!), 50)
  const drawn = 'code' in chances ? chances : systematicPps(chances, Number(u![0]))
  const ours = 'code' in drawn ? [] : drawn
  const figures = numbers(idx!).map((theirs, i): Figure => ({ row: `unit ${i + 1}`, ours: ours[i] === undefined ? null : ours[i] + 1, theirs, allowed: 0 }))
  return compareFigures('belgian_systematic_n50.csv', figures.length, [...figures, { row: 'how many', ours: ours.length, theirs: idx!.length, allowed: 0 }])
}

function compareQuantiles(read: Read): Compared {
  const { df, p, t, chisq, norm } = columnsIn(read('quantiles.csv'))
  const figures = numbers(p!).flatMap((share, i): Figure[] => {
    const free = Number(df![i])
    const ours = { t: tQuantile(share, free), chisq: chiSquareQuantile(share, free), norm: normalQuantile(share) }
    const theirs = { t, chisq, norm }
    return Object.entries(theirs).map(([name, column]) => ({
      row: `${name} df ${free} p ${share}`,
      ours: ours[name as keyof typeof ours],
      theirs: Number(column![i]),
      allowed: exact,
    }))
  })
  return compareFigures('quantiles.csv', p!.length, figures)
}

function compareBeta(read: Read): Compared {
  const { p, a, b, q } = columnsIn(read('qbeta.csv'))
  const figures = numbers(p!).map((share, i): Figure => {
    const [first, second] = [Number(a![i]), Number(b![i])]
    return { row: `beta ${first} ${second} p ${share}`, ours: betaQuantile(share, first, second), theirs: Number(q![i]), allowed: exact }
  })
  return compareFigures('qbeta.csv', figures.length, figures)
}

export const compareSampling = (read: Read): Compared[] => [
  compareGrid(read),
  ...[20, 50, 100].map((n) => compareChances(read, n)),
  compareDraw(read),
  compareQuantiles(read),
  compareBeta(read),
]
