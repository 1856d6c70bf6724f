/** Draws of other designs than the story's own, by the same doors: within strata, and whole clusters from a list, each drawn again by a second person. */
import { expect } from 'vitest'
import type { Name } from './testHouse.ts'

export type Unit = {
  id: string
  code: string
  stratum: string
  cluster: string
  asked: boolean
  role: string
  turn: number
  weight: number
  status: string
  replaces: string | null
}
export type Answer<T> = { status: number; body: T & { refusals?: { code: string; facts: Record<string, unknown> }[] } }

type Doors = {
  ask<T = Record<string, never>>(who: Name, method: 'GET' | 'POST' | 'PATCH', path: string, payload?: object): Promise<Answer<T>>
  step(who: Name, name: string, payload: object, id: string): Promise<Answer<{ state: string }>>
  about(code: string): object
}

export async function drawsOtherDesigns({ ask, step, about }: Doors): Promise<void> {
  // Three blocks of different size in each of two sites: 12 + 18 + 30 households, and 10 + 10 + 20.
  const blocks = [12, 18, 30, 10, 10, 20].map((n, i) => ({ stratum: i < 3 ? 'Metuge' : 'Pemba', cluster: `B${i + 1}`, n }))
  const list = blocks.flatMap(({ stratum, cluster, n }) =>
    Array.from({ length: n }, (_, i) => ({ code: `${cluster}-${String(i + 1).padStart(2, '0')}`, stratum, cluster })),
  )
  const drawn = async (code: string, plan: object) => {
    const { id } = (await ask<{ id: string }>('bento', 'POST', '', about(code))).body
    expect((await ask('bento', 'POST', `/${id}/frame`, { kind: 'list', source: 'Lista de blocos, Novembro', units: list })).status).toBe(200)
    const whole = { n: 0, clusters: 0, perCluster: 0, reserve: 0, reserveClusters: 0, allocation: 'proportional', ...plan }
    expect((await ask('bento', 'POST', `/${id}/design`, whole)).body.refusals).toBeUndefined()
    expect((await step('bento', 'draw', { seed: `${code} 2024` }, id)).body.refusals).toBeUndefined()
    expect((await ask('celia', 'GET', `/${id}/verify`)).body, code).toMatchObject({ same: true, frameUntouched: true })
    return (await ask<{ units: Unit[] }>('bento', 'GET', `/${id}/progress`)).body.units.filter(({ asked, role }) => asked && role === 'drawn')
  }
  const sum = (of: readonly Unit[]) => of.reduce((total, { weight }) => total + weight, 0)
  const inStratum = (of: readonly Unit[], stratum: string) => of.filter((unit) => unit.stratum === stratum)
  const stratified = await drawn('STR1', { kind: 'stratified', n: 20 })
  // 60 of 100 households are in Metuge.
  expect([inStratum(stratified, 'Metuge').length, inStratum(stratified, 'Pemba').length]).toEqual([12, 8])
  expect([sum(inStratum(stratified, 'Metuge')), sum(inStratum(stratified, 'Pemba'))].map(Math.round)).toEqual([60, 40])
  const clusters = await drawn('CLU1', { kind: 'cluster', clusters: 4 })
  for (const cluster of new Set(clusters.map((unit) => unit.cluster)))
    expect(clusters.filter((unit) => unit.cluster === cluster)).toHaveLength(blocks.find((block) => block.cluster === cluster)!.n)
  expect(new Set(clusters.map(({ cluster }) => cluster)).size).toBe(4)
  // Two of three blocks in each site: every household of them stands for one and a half.
  for (const { weight } of clusters) expect(weight).toBeCloseTo(1.5, 9)
}
