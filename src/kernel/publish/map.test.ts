import type { Polygon } from 'geojson'
import { describe, expect, it } from 'vitest'
import { areaMap, classOf, type MapSettings, niceBelow } from './map.ts'
import { type MapSymbol, symbolMap } from './symbolMap.ts'

const square = (west: number, clockwise = true): Polygon => {
  const ring = [
    [west, -13],
    [west, -12],
    [west + 1, -12],
    [west + 1, -13],
    [west, -13],
  ]
  return { type: 'Polygon', coordinates: [clockwise ? ring : ring.toReversed()] }
}

const settings: MapSettings = {
  kind: 'circles',
  areas: [
    { pcode: 'A', name: 'Ancuabe', geometry: square(38), value: 400 },
    { pcode: 'B', name: 'Balama & Ilha', geometry: square(39), value: 100 },
    { pcode: 'C', name: 'Chiúre', geometry: square(40), value: 'unknown' },
    { pcode: 'D', name: 'Mecúfi', geometry: square(41), value: 'withheld' },
    { pcode: 'E', name: 'Ibo', geometry: square(42), value: 0 },
  ],
  schematic: true,
  words: {
    legend: 'Pessoas',
    unknown: 'desconhecido',
    withheld: 'reservado',
    none: 'nenhuma',
    schematic: 'Mapa esquemático',
    north: 'N',
    credit: 'Natural Earth',
  },
  print: String,
}

const radii = (svg: string) => [...svg.matchAll(/<circle cx="[\d.]+" cy="[\d.]+" r="([\d.]+)" fill="#1f5582"/g)].map((match) => Number(match[1]))

describe('a map of areas', () => {
  it('draws counts as circles whose area, not radius, is in proportion', () => {
    const [large, small] = radii(areaMap(settings))
    expect(large! / small!).toBeCloseTo(2, 1)
  })

  it('draws no circle for zero, unknown and withheld, and hatches only the last two', () => {
    const svg = areaMap(settings)
    expect(radii(svg)).toHaveLength(2)
    expect(svg.match(/<path [^>]*url\(#no-data\)/g)).toHaveLength(1)
    expect(svg.match(/<path [^>]*url\(#held-back\)/g)).toHaveLength(1)
  })

  it('prints legend, words for gaps, credit, north, and that it is schematic', () => {
    const svg = areaMap(settings)
    for (const word of ['Pessoas', 'desconhecido', 'reservado', 'nenhuma', 'Mapa esquemático · Natural Earth', '>N<']) expect(svg).toContain(word)
    expect(areaMap({ ...settings, schematic: false })).not.toContain('Mapa esquemático')
  })

  it('escapes names', () => {
    expect(areaMap(settings)).toContain('Balama &#38; Ilha')
  })

  it('puts circles in the same places whichever way the rings of a file run', () => {
    const reversed = settings.areas.map((area, index) => ({ ...area, geometry: square(38 + index, false) }))
    const places = (svg: string) => [...svg.matchAll(/<circle [^>]*>/g)].map(([circle]) => circle)
    expect(places(areaMap({ ...settings, areas: reversed }))).toEqual(places(areaMap(settings)))
  })

  it('keeps a square of the Earth square enough, north up', () => {
    const [corner] = /<path d="([^"]*)"/.exec(areaMap({ ...settings, areas: [settings.areas[0]!] }))!.slice(1)
    const points = corner!
      .split(/[MLZ]/)
      .filter(Boolean)
      .map((pair) => pair.split(',').map(Number))
    const [southWest, northWest, northEast] = points as [number, number][]
    expect(northWest![1]).toBeLessThan(southWest![1])
    expect((southWest![1] - northWest![1]) / (northEast![0] - northWest![0])).toBeCloseTo(1 / Math.cos((12.5 * Math.PI) / 180), 2)
  })

  it('shades rates in classes whose breaks are printed', () => {
    const svg = areaMap({ ...settings, kind: 'shades', breaks: [50, 200] })
    for (const range of ['&#60; 50', '50 – &#60; 200', '≥ 200']) expect(svg).toContain(range)
    expect([classOf(49, [50, 200]), classOf(50, [50, 200]), classOf(200, [50, 200])]).toEqual([0, 1, 2])
  })

  it('rounds legend circles to numbers that people read easily', () => {
    expect([136478, 34119, 6823, 7, 0.4].map(niceBelow)).toEqual([100000, 20000, 5000, 5, 0])
  })
})

describe('things at their points', () => {
  const square = (x: number, y: number): Polygon => ({
    type: 'Polygon',
    coordinates: [
      [
        [x, y],
        [x + 1, y],
        [x + 1, y + 1],
        [x, y + 1],
        [x, y],
      ],
    ],
  })
  const words = { legend: 'Service', filled: 'filled', hollow: 'hollow', schematic: 'schematic', north: 'N', credit: 'Credit' }
  const look = (sign: '●' | '■', tone: number) => ({ sign, tone })
  const drawing = (symbols: MapSymbol[]) =>
    symbolMap({
      areas: [square(39, -13), square(40, -13)],
      around: [],
      kinds: [{ name: 'Health <post>', look: look('●', 0) }],
      symbols,
      schematic: true,
      words,
    })

  it('are told by sign, colour and number, each kind once in the legend', () => {
    const svg = drawing([
      { number: 1, at: [39.5, -12.5], look: look('●', 0), filled: true, place: 'Metuge' },
      { number: 2, at: [39.5, -12.5], look: look('■', 1), filled: false, place: 'Metuge' },
      { number: 3, at: square(40, -13), look: look('●', 0), filled: true, place: 'Pemba' },
    ])
    expect(svg.match(/>Metuge</g)?.length).toBe(1)
    expect([...svg.matchAll(/font-size="12">(\d+)</g)].map(([, n]) => n)).toEqual(['1', '2', '3'])
    expect(svg).toContain('fill="#fff" stroke="#b4441b"')
    expect(svg).toContain('Health &#60;post&#62;')
  })

  it('that would cover each other move aside and keep a line to their point', () => {
    const near = Array.from(
      { length: 4 },
      (_, at): MapSymbol => ({ number: at + 1, at: [39.5 + at * 0.005, -12.5], look: look('●', 0), filled: true, place: `Place ${at}` }),
    )
    expect(drawing(near).match(/<line /g)?.length).toBe(3)
    expect(drawing(near.slice(0, 1))).not.toContain('<line ')
  })
})
