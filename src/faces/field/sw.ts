/**
 * Keeps the app on the phone: the shell from the first visit, the form engine and the rest when the phone is prepared for the field. It never answers
 * for /sync or any other address of the server: what the office says comes from the office alone.
 *
 * A new version waits until no form is open (the page says when). Parts of older versions stay for ninety days, because a page that was opened before
 * the update may still ask for them in the middle of a form. No imports: a service worker must be one file.
 */
/** What a service worker has beside a page's own world; the page's types do not know it. */
type Extended = { waitUntil(work: Promise<unknown>): void }
type Events = {
  install: Extended
  activate: Extended
  fetch: { request: Request; respondWith(answer: Promise<Response>): void }
  message: Extended & { data: unknown; ports: readonly MessagePort[] }
}
type ServiceWorkerGlobal = {
  location: Location
  clients: { claim(): Promise<void> }
  skipWaiting(): Promise<void>
  addEventListener<Name extends keyof Events>(name: Name, heard: (event: Events[Name]) => void): void
}
const worker = globalThis as unknown as ServiceWorkerGlobal

type Part = { name: string; bytes: number; isShell: boolean }
const built = JSON.parse('__BUILT__') as { version: string; parts: Part[] }

const pageCache = `capulana-page-${built.version}`
const partsCache = 'capulana-parts'
const keptDays = 90
const base = '/field/'
const datesKey = `${base}kept-since`

const addressOf = ({ name }: Part) => base + name

/** When each part was last named by an installed version. */
async function lastNamed(): Promise<Record<string, number>> {
  const known = await (await caches.open(partsCache)).match(datesKey)
  return known ? known.json() : {}
}

async function rememberDates(dates: Record<string, number>): Promise<void> {
  await (await caches.open(partsCache)).put(datesKey, new Response(JSON.stringify(dates), { headers: { 'content-type': 'application/json' } }))
}

async function fetchParts(parts: readonly Part[]): Promise<void> {
  const cache = await caches.open(partsCache)
  for (const part of parts) {
    if (await cache.match(addressOf(part))) continue
    const answer = await fetch(addressOf(part), { cache: 'no-cache' })
    // A captive portal answers everything with a page of its own; kept as a script it would break the app for good.
    if (!answer.ok || answer.headers.get('content-type')?.includes('text/html')) throw new Error('part not received')
    await cache.put(addressOf(part), answer)
  }
}

async function install(): Promise<void> {
  const page = await fetch(base, { cache: 'no-cache' })
  if (!page.ok || !(await page.clone().text()).includes('id="root"')) throw new Error('page not received')
  await (await caches.open(pageCache)).put(base, page)
  for (const name of ['manifest.webmanifest', 'mark.svg', 'mark-192.png']) await (await caches.open(pageCache)).add(base + name)
  await fetchParts(built.parts.filter(({ isShell }) => isShell))
  // Once prepared for the field, an update must not make the phone unprepared.
  const had = await lastNamed()
  if (had[`${base}prepared`]) await fetchParts(built.parts)
}

async function activate(): Promise<void> {
  const now = Date.now()
  const dates = await lastNamed()
  for (const part of built.parts) dates[addressOf(part)] = now
  const cache = await caches.open(partsCache)
  for (const { url } of await cache.keys()) {
    const { pathname } = new URL(url)
    if (pathname === datesKey) continue
    dates[pathname] ??= now
    if (dates[pathname] > now - keptDays * 86_400_000) continue
    await cache.delete(url)
    delete dates[pathname]
  }
  await rememberDates(dates)
  for (const name of await caches.keys()) if (name.startsWith('capulana-page-') && name !== pageCache) await caches.delete(name)
  await worker.clients.claim()
}

async function answer(request: Request, pathname: string): Promise<Response> {
  if (pathname.startsWith(`${base}assets/`)) {
    const cache = await caches.open(partsCache)
    const kept = await cache.match(pathname)
    if (kept) return kept
    const fetched = await fetch(request)
    if (fetched.ok && !fetched.headers.get('content-type')?.includes('text/html')) await cache.put(pathname, fetched.clone())
    return fetched
  }
  const page = await caches.open(pageCache)
  const wanted = request.mode === 'navigate' ? base : pathname
  return (await page.match(wanted)) ?? fetch(request)
}

async function readiness(): Promise<{ version: string; bytesToCome: number; isReady: boolean }> {
  const cache = await caches.open(partsCache)
  let bytesToCome = 0
  for (const part of built.parts) if (!(await cache.match(addressOf(part)))) bytesToCome += part.bytes
  return { version: built.version, bytesToCome, isReady: bytesToCome === 0 }
}

async function prepare() {
  await fetchParts(built.parts)
  await rememberDates({ ...(await lastNamed()), [`${base}prepared`]: Date.now() + keptDays * 86_400_000 })
  return readiness()
}

worker.addEventListener('install', (event) => event.waitUntil(install()))
worker.addEventListener('activate', (event) => event.waitUntil(activate()))
worker.addEventListener('fetch', (event) => {
  const { origin, pathname } = new URL(event.request.url)
  if (event.request.method !== 'GET' || origin !== worker.location.origin || !(pathname.startsWith(base) || pathname === '/field')) return
  // The author's preview belongs to the office, not to this phone.
  if (pathname === `${base}sw.js` || pathname === `${base}preview`) return
  event.respondWith(answer(event.request, pathname))
})
worker.addEventListener('message', (event) => {
  const [port] = event.ports
  const reply = (work: Promise<unknown>) =>
    event.waitUntil(
      work.then(
        (done) => port?.postMessage({ done }),
        () => port?.postMessage({ failed: true }),
      ),
    )
  if (event.data === 'readiness') reply(readiness())
  if (event.data === 'prepare') reply(prepare())
  if (event.data === 'take-over') reply(worker.skipWaiting())
})
