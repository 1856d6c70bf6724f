/** What partners meet without a script: asking for restricted data, citing, the dictionary, a flow bulletin with its map; and the officers' bench for it. Every page is whole. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { currentRounds, publishFromPaper } from '../../src/domains/displacement/index.ts'
import { secretOf } from '../../src/domains/publications/subscriptions/subscribe.ts'
import { receive } from '../../src/kernel/forms/receive.ts'
import { asOwner, isRefused, nameWayOut, seedPackForms } from '../../src/kernel/index.ts'
import { authorOf } from '../support/authoring.ts'
import { seriousFaults, sideways } from '../support/axe.ts'
import { openStage, type Stage, takePicture } from '../support/browser.ts'
import { flowXml } from '../support/flowForm.ts'
import { fromText, wizardOf } from '../support/importing.ts'

let stage: Stage
let publication = ''
const bulletin = '/publications/moz-flows-week-2024-11-11'
const until = new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10)

beforeAll(async () => {
  stage = await openStage()
  const { test } = stage
  const rows = 'pcode,households,individuals,reason\nMZ010201,250,1001,Conflict\nMZ010202,1,3,Conflict\nMZ010902,40,180,Conflict\nMZ010901,60,260,Conflict\n'
  const target = { operation: 'Cabo Delgado', round: '1', from: '2023-01-10', to: '2023-01-20', assessmentType: 'BA', licence: 'CC BY 4.0', credit: 'OIM' }
  const { summary } = await wizardOf(test).takeIn(fromText('r1.csv', rows), target)
  const actor = { ...test.actor('celia'), userId: null, roles: ['dataOfficer' as const, 'governmentReviewer' as const, 'reportOfficer' as const] }
  const done = await publishFromPaper(test.house, actor, summary.rounds[0]!.id, { office: 'INGD', decidedOn: '2023-02-01', note: 'Confirmado' })
  if (isRefused(done)) throw new Error(JSON.stringify(done.refused))
  publication = `/publications/${(await currentRounds(test.house))[0]!.product.slug}/v1`
  // An address that takes no letter is enough here: the page must show its form, and the letter waits.
  const mail = { address: 'smtps://mail.example.org', inside: false, secret: null, from: 'novidades@missao.test', site: stage.address }
  expect(await nameWayOut(stage.test.house, stage.test.actor('filipa'), 'mail', mail)).toBeNull()
  await watchAWeek()
}, 240_000)
afterAll(() => stage?.close())

/** A week at one point: large flows, a small one that is withheld, an end that nobody knows, and eight who agreed to answer. */
async function watchAWeek() {
  const { test } = stage
  await seedPackForms(test.house)
  await authorOf(test).ask('POST', '/assignments', { project: 1, targetKind: 'role', target: 'enumerator' })
  const place = await asOwner(test.house.doors).one<{ id: string }>(sql`select id from places.place where pcode = 'MZ0116'`)
  await test.ask('bento', {
    method: 'POST',
    url: '/api/displacement/flow-point',
    payload: { name: 'Namoto', code: 'NAMOTO', place: place!.id, kind: 'border', openHours: 12 },
  })
  const groups = [
    ...[
      ['MZ01', 'TZA', 420],
      ['TZA', 'MZ01', 160],
      ['MZ02', 'MZ01', 220],
      ['MZ01', 'MWI', 3],
      ['MZ03', 'ZAF', 90],
      ['MWI', 'MZ07', 75],
    ].map(([origin, destination, individuals]) => ({ origin: origin as string, destination: destination as string, individuals: individuals as number })),
    { origin: 'TZA', individuals: 40 },
    { destination: 'MZ03', individuals: 60 },
  ]
  const sent = await receive(test.house, test.actor('ana'), {
    project: 1,
    xml: flowXml({ point: 'NAMOTO', day: '2024-11-12', groups, interviews: 8 }).xml,
    files: [],
    via: 'push',
  })
  if (isRefused(sent)) throw new Error(JSON.stringify(sent.refused))
  await test.ask('bento', { method: 'POST', url: `/api/forms/review/${sent.submission}/approve` })
  await test.ask('elsa', {
    method: 'POST',
    url: '/api/displacement/flows/bulletins',
    payload: { kind: 'week', periodFrom: '2024-11-11', licence: 'CC BY 4.0', credit: 'OIM DTM' },
  })
}

it('takes a request without a script, and says at once what is missing', async () => {
  const context = await stage.browser.newContext({ javaScriptEnabled: false, locale: 'pt' })
  const page = await context.newPage()
  await page.goto(`${stage.address}/pt${publication}`)
  await page.getByRole('link', { name: 'Pedir os dados por lugar' }).click()
  await page.getByLabel('O seu nome').fill('Teresa Planta')
  await page.getByLabel('Organização').fill('Cluster de Abrigo')
  await page.getByLabel('E-mail para a resposta').fill('teresa@abrigo')
  await page.getByLabel(/Para que servem/).fill('Planear tendas em Metuge antes das chuvas.')
  await page.getByLabel('Usar até').fill(until)
  await page.getByLabel(/Não publico o ficheiro/).check()
  await page.getByRole('button', { name: 'Enviar o pedido' }).click()
  await page.getByText('O e-mail não parece completo').waitFor()
  await page.getByLabel('E-mail para a resposta').fill('teresa@abrigo.test')
  await page.getByLabel(/Não publico o ficheiro/).check()
  await page.getByRole('button', { name: 'Enviar o pedido' }).click()
  await page.getByRole('heading', { name: 'Pedido recebido: PD-0001' }).waitFor()
  await context.close()
})

it('goes over the bench from one officer to the other, who hands over a link that opens the file', async () => {
  const first = await stage.enter('bento')
  await first.goto(`${stage.address}/desk/requests`)
  await first.getByRole('link', { name: 'PD-0001' }).click()
  await first.getByRole('button', { name: 'Abrir o pedido' }).click()
  await first.getByText('teresa@abrigo.test').waitFor()
  expect(await seriousFaults(first)).toEqual([])
  await first.getByLabel(/fica selado com o pedido/).fill('Organização conhecida.')
  await first.getByRole('button', { name: 'Preparar para decisão' }).click()
  await first.getByText('Foi você que preparou').waitFor()
  const second = await stage.enter('carla')
  await second.goto(first.url())
  await second.getByRole('button', { name: 'Abrir o pedido' }).click()
  await second.getByLabel(/fica selado com o pedido/).fill('De acordo.')
  await second.getByRole('button', { name: 'Conceder até esse dia' }).click()
  const link = await second.getByLabel(/A ligação, mostrada só agora/).inputValue()
  await takePicture(second, 'request-granted')
  const context = await stage.browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(link)
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /abrir o ficheiro/ }).click()])
  expect(download.suggestedFilename()).toContain('PD-0001')
  await context.close()
})

it('is whole on a phone in Portuguese and on a wide screen in English', async () => {
  const page = await stage.browser.newPage()
  for (const [lang, width] of [
    ['pt', 390],
    ['en', 1280],
  ] as const) {
    await page.setViewportSize({ width, height: 900 })
    for (const [name, address] of [
      ['request', `${publication}/request`],
      ['publication-cite', publication],
      ['dictionary', `${publication}/dictionary`],
      ['flow-bulletin', bulletin],
      ['explore', '/explore'],
      ['subscribe', '/subscribe?area=15&place=MZ0109'],
    ] as const) {
      await page.goto(`${stage.address}/${lang}${address}`)
      for (const fold of await page.locator('#cite summary').all()) await fold.click()
      await takePicture(page, `${name}-${lang}-${width}`)
      expect([name, lang, width, await sideways(page), await seriousFaults(page)]).toEqual([name, lang, width, 0, []])
    }
  }
})

it('takes a subscription without a script, and the link of the letter confirms it and leads out again', async () => {
  const context = await stage.browser.newContext({ javaScriptEnabled: false })
  context.setDefaultTimeout(20_000)
  const page = await context.newPage()
  await page.setViewportSize({ width: 390, height: 900 })
  await page.goto(`${stage.address}/pt/subscribe`)
  await page.getByLabel('O seu e-mail').fill('rosa@jornal.test')
  await page.locator('form[method=post]').getByLabel('Lugar').selectOption('MZ0109')
  await page.getByRole('button', { name: 'Subscrever' }).click()
  await page.getByRole('heading', { name: 'Veja o seu correio' }).waitFor()
  expect(page.url()).not.toContain('rosa')
  const { id } = (await asOwner(stage.test.house.doors).one<{ id: string }>(sql`select id from publications.subscription`))!
  await page.goto(`${stage.address}/pt/subscribe/${secretOf(stage.test.house, id)}`)
  await page.getByRole('button', { name: 'Confirmar a subscrição' }).click()
  await page.getByText('Está confirmada.').waitFor()
  await page.getByRole('button', { name: 'Deixar de receber' }).click()
  await page.getByText('O seu endereço foi destruído.').waitFor()
  await context.close()
})

it('shows the officer the flows on a map, the season and the interviews', async () => {
  const page = await stage.enter('bento')
  await page.goto(`${stage.address}/desk/events/flows?from=2024-11-11`)
  await page.getByRole('img', { name: 'Mapa dos fluxos' }).waitFor()
  await page.getByText('n = 8.').waitFor()
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 })
    await takePicture(page, `flows-desk-${width}`)
  }
  expect(await seriousFaults(page)).toEqual([])
})
