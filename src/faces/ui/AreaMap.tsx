/**
 * A map of our own boundaries, without any outside tile: circles by area for counts, shades for shares, never shades for counts. Schematic boundaries say so.
 * The list of places beside it says the same to those who cannot use a map.
 */
import 'maplibre-gl/dist/maplibre-gl.css'
import type { FeatureCollection } from 'geojson'
import { type GeoJSONSource, Map as MapLibre, Marker, NavigationControl, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Count } from '../../engines/count.ts'
import { MapLegend } from './MapLegend.tsx'
import { circleFeatures, type MapArea, type MapAreas, type MapMark, type MapTone, markPoint, pointFeatures, shadedAreas } from './mapFeatures.ts'
import { scaleTop } from './mapScale.ts'
import { colours } from './tokens.ts'
import { useUiWords } from './words.ts'

setWorkerUrl(workerUrl)

type Given = {
  areas: MapAreas
  label: string
  /** Counts as circles by area. */
  circles?: readonly MapArea<Count>[]
  /** Shares from 0 to 1 as shades; null: no data. */
  shares?: readonly MapArea<number | null>[]
  /** Single positions, longitude before latitude; the same list from one drawing to the next. */
  points?: readonly [number, number][]
  /** Named places, each with its words on it; the list beside the map says the same, so they are for the eye alone. The same list from one drawing to the next. */
  marks?: readonly MapMark[]
  /** Areas that are grey or hatched for a reason that the legend says; the same list from one drawing to the next. */
  tones?: readonly MapTone[]
  legendTitle: string
  selected?: string | null
  onChoose?: (pcode: string) => void
  /** Where somebody pressed, for moving a point. */
  onPoint?: (lon: number, lat: number) => void
}

const source = (map: MapLibre, name: string, data: FeatureCollection) => (map.getSource(name) as GeoJSONSource | undefined)?.setData(data)

/** Hatching for areas without data, drawn once; no picture is fetched. */
function hatching() {
  const size = 8
  const pixels = new Uint8Array(size * size * 4)
  for (let y = 0; y < size; y++) for (let x = 0; x < size; x++) if ((x + y) % size < 1) pixels.set([0x9a, 0xa3, 0xad, 255], (y * size + x) * 4)
  return { width: size, height: size, data: pixels }
}

function drawMark({ words, tone, symbols }: MapMark, onPress: () => void) {
  const element = document.createElement('div')
  element.className = `map-mark ${tone}`
  if (!symbols) element.textContent = words
  for (const symbol of symbols ?? []) {
    const drawn = document.createElement('span')
    drawn.className = symbol.tone
    drawn.textContent = symbol.sign
    element.append(drawn)
  }
  element.title = words
  element.ariaHidden = 'true'
  element.addEventListener('click', onPress)
  return element
}

function addLayers(map: MapLibre) {
  const empty: FeatureCollection = { type: 'FeatureCollection', features: [] }
  map.addImage('hatching', hatching())
  map.addSource('areas', { type: 'geojson', data: empty })
  map.addSource('circles', { type: 'geojson', data: empty })
  map.addSource('points', { type: 'geojson', data: empty })
  map.addLayer({ id: 'fill', type: 'fill', source: 'areas', paint: { 'fill-color': ['get', 'shade'] } })
  map.addLayer({ id: 'nothing', type: 'fill', source: 'areas', filter: ['get', 'nothing'], paint: { 'fill-pattern': 'hatching' } })
  map.addLayer({ id: 'outline', type: 'line', source: 'areas', paint: { 'line-color': '#b9b29f', 'line-width': 0.7 } })
  map.addLayer({ id: 'chosen', type: 'line', source: 'areas', filter: ['==', ['get', 'pcode'], ''], paint: { 'line-color': colours.ink, 'line-width': 2.4 } })
  map.addLayer({
    id: 'circles',
    type: 'circle',
    source: 'circles',
    paint: {
      'circle-radius': ['get', 'radius'],
      'circle-color': ['get', 'colour'],
      'circle-opacity': 0.62,
      'circle-stroke-color': '#ffffff',
      'circle-stroke-width': 1.2,
    },
  })
  map.addLayer({
    id: 'points',
    type: 'circle',
    source: 'points',
    paint: { 'circle-radius': 6, 'circle-color': colours.errorLine, 'circle-stroke-color': '#ffffff', 'circle-stroke-width': 2 },
  })
}

const noTones: readonly MapTone[] = []

export function AreaMap({ areas, label, circles, shares, points, marks, tones = noTones, legendTitle, selected = null, onChoose, onPoint }: Given) {
  const { say } = useUiWords()
  const frame = useRef<HTMLDivElement>(null)
  const [map, setMap] = useState<MapLibre | null>(null)
  const [unavailable, setUnavailable] = useState(false)
  const chosen = useRef(onChoose)
  chosen.current = onChoose
  const pressed = useRef(onPoint)
  pressed.current = onPoint
  const top = useMemo(() => scaleTop((circles ?? []).flatMap(({ value }) => (typeof value === 'number' ? [value] : []))), [circles])
  const { features, box } = useMemo(() => shadedAreas(areas, shares, circles, tones), [areas, shares, circles, tones])

  useEffect(() => {
    if (!frame.current) return
    let made: MapLibre
    try {
      made = new MapLibre({
        container: frame.current,
        style: { version: 8, sources: {}, layers: [{ id: 'ground', type: 'background', paint: { 'background-color': '#e9f0f4' } }] },
        attributionControl: false,
        dragRotate: false,
        pitchWithRotate: false,
        cooperativeGestures: false,
        fadeDuration: 0,
      })
    } catch {
      // No WebGL on this computer.
      setUnavailable(true)
      return
    }
    made.touchZoomRotate.disableRotation()
    made.scrollZoom.disable()
    made.addControl(new NavigationControl({ showCompass: false }), 'top-right')
    made.on('load', () => {
      addLayers(made)
      setMap(made)
    })
    made.on('click', ({ lngLat }) => pressed.current?.(lngLat.lng, lngLat.lat))
    made.on('click', 'fill', (event) => {
      const pcode = event.features?.[0]?.properties?.pcode
      if (typeof pcode === 'string') chosen.current?.(pcode)
    })
    return () => {
      setMap(null)
      made.remove()
    }
  }, [])

  // The view is set before its content: a map that is filled first stays blank until somebody moves it.
  useEffect(() => {
    if (map && box) map.fitBounds(box, { padding: 24, animate: false })
  }, [map, box])

  useEffect(() => {
    if (!map) return
    source(map, 'areas', features)
    source(map, 'circles', circleFeatures(areas, circles ?? [], top, tones))
    source(map, 'points', pointFeatures(points ?? []))
  }, [map, areas, circles, features, points, tones, top])

  useEffect(() => {
    if (!map || !marks) return
    const drawn = marks.flatMap((mark) => {
      const at = markPoint(areas, mark)
      return at ? [new Marker({ element: drawMark(mark, () => chosen.current?.(mark.pcode)) }).setLngLat(at).addTo(map)] : []
    })
    return () => {
      for (const each of drawn) each.remove()
    }
  }, [map, areas, marks])

  useEffect(() => {
    map?.setFilter('chosen', ['==', ['get', 'pcode'], selected ?? ''])
  }, [map, selected])

  const schematic = areas.boundaries?.kind === 'schematic'
  return (
    <figure className="map">
      {unavailable ? (
        <p className="empty">{say('mapUnavailable')}</p>
      ) : (
        <div className="map-canvas">
          <section ref={frame} className="map-frame" aria-label={label} />
          <MapLegend
            title={legendTitle}
            top={circles?.some(({ value }) => typeof value === 'number') ? top : null}
            shares={shares !== undefined}
            tones={tones}
          />
        </div>
      )}
      <figcaption className="small quiet">
        {schematic && <b className="tag">{say('schematic')}</b>} {areas.boundaries?.credit}
      </figcaption>
    </figure>
  )
}
