/** The stage of the story of relief: organisations, a warehouse, what a partner needs, the four people at their desks, and the deeds that are told elsewhere. */
import { sql } from 'kysely'
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { entitlementHash, signedToken, tokenText } from '../../src/engines/handover/index.ts'
import { asOwner, signText } from '../../src/kernel/index.ts'
import { enterWithSession, openStage, type Stage, settled, takePicture } from './browser.ts'
import { fakeCamera } from './fakeCamera.ts'
import { enterPhone, prepareForField, takePhone } from './fieldPhone.ts'
import { assessmentOf, dayFromNow, joinCluster } from './pipelineGround.ts'
import { candidateList, minutes, peopleOf } from './selectionList.ts'
import type { Name } from './testHouse.ts'

const posting =
  ({ test }: Stage) =>
  async <Body = { id: string }>(who: Name, url: string, payload: object = {}): Promise<Body> => {
    const { status, body, text } = await test.ask(who, { method: 'POST', url: url.startsWith('/') ? url : `/api/relief/${url}`, payload })
    expect(status, `${url}: ${text}`).toBe(200)
    return body as Body
  }
const getting =
  ({ test }: Stage) =>
  async <Body>(who: Name, url: string) =>
    (await test.ask(who, { method: 'GET', url: `/api/relief/${url}` })).body as Body

export type ReliefStage = Awaited<ReturnType<typeof openReliefStage>>

export async function openReliefStage() {
  const camera = await fakeCamera()
  const stage = await openStage({}, camera.arguments)
  const [post, get] = [posting(stage), getting(stage)]
  const organisation = async (name: string, kind: string) => (await post('noemia', '/api/organisations/organisation', { name, kind })).id
  const [ours, oim, donor] = [await organisation('Abrigo Norte', 'ngo'), await organisation('OIM', 'un'), await organisation('Doador Um', 'donor')]
  await asOwner(stage.test.house.doors).run(sql`update kernel.person set works_for = ${ours} where name = 'david'`)
  await joinCluster(stage.test, { oxfam: ours, oim })
  await post('rita', 'warehouses', { code: 'PEMBA', name: 'Armazém de Pemba', place: 'MZ0109' })
  for (const name of ['A1', 'A2']) await post('paulo', 'warehouses/PEMBA/shelves', { name })
  const item = { baseUnit: 'C62', packs: [] }
  await post('rita', 'items', { ...item, code: 'LONA', name: { pt: 'Lona', en: 'Plastic sheet' }, packs: [{ name: 'fardo', units: 5 }], weightKg: 4.2 })
  await post('rita', 'items', { ...item, code: 'MANTA', name: { pt: 'Manta', en: 'Blanket' } })
  await post('paulo', 'lots', { item: 'LONA', code: 'L-1', origin: 'gift', donor })
  await post('david', 'assessments', { ...assessmentOf('MZ010902', dayFromNow(-20)), lacking: [{ code: 'LONA', percent: 80 }] })
  await post('rita', 'pipeline-lines', {
    ...{ item: 'LONA', quantity: 600, earliest: dayFromNow(15), likely: dayFromNow(22), latest: dayFromNow(40), stage: 'pledged', confidence: 50 },
  })
  const manager = await stage.enter('rita')
  const partner = await stage.enter('david')
  const keeper = await stage.enter('paulo')
  const cluster = await enterWithSession(stage, 'noemia')
  const close = () => stage.close().finally(() => camera.close())
  return { ...stage, close, camera, manager, partner, keeper, cluster, post, get, desk: (path = '') => `${stage.address}/desk/relief${path}` }
}

/** As a scanner does: the code, and Enter. */
export async function scan(keeper: Page, ...codes: string[]): Promise<void> {
  const field = keeper.getByRole('textbox', { name: 'Leia ou escreva um código' })
  for (const code of codes) {
    await field.fill(code)
    await field.press('Enter')
    if (/^[A-Z]+(-F)?$/.test(code)) await keeper.locator('.scan-item').getByText(code, { exact: true }).waitFor()
  }
}

/** What the row of the only district says, column by column: present, reached, on the way, gap. */
export async function gapPage({ cluster, desk }: ReliefStage, lang: 'pt' | 'en' = 'pt'): Promise<string[]> {
  await cluster.evaluate((language) => localStorage.setItem('capulana.language', language), lang)
  await cluster.goto(desk('/gap'))
  await cluster.getByLabel(lang === 'pt' ? 'Artigo ou kit' : 'Item or kit').selectOption('LONA')
  await cluster.locator('table.data').waitFor()
  await settled(cluster)
  const cells = await cluster.locator('table.data tbody tr').first().getByRole('cell').allInnerTexts()
  return cells.map((text) => /^(?:desconhecido|unknown|\d+)/.exec(text.trim())?.[0] ?? text)
}

/** What is left of the selection happens elsewhere in the tests: here it is only taken to its end. */
export async function publishSelection({ post, get }: ReliefStage, run: string): Promise<string[]> {
  const steps = (name: string, who: Name = 'noemia', payload: object = {}) => post(who, `selection-run/${run}/steps/${name}`, payload)
  await steps('open_appeals', 'noemia', { appealsDue: '2021-03-20' })
  const { appeals } = await get<{ appeals: { id: string; decision: string | null }[] }>('noemia', `selections/${run}/appeals`)
  for (const { id } of appeals.filter(({ decision }) => !decision))
    await post('noemia', `selection-appeals/${id}/decide`, { decision: 'unchanged', reason: 'Visto na visita', language: 'vmw' })
  await steps('close_appeals')
  const { fairness } = await get<{ fairness: { field: string; rates: { group: string; ask: boolean }[] }[] }>('noemia', `selections/${run}`)
  for (const { field, rates } of fairness)
    for (const { group } of rates.filter(({ ask }) => ask))
      await post('noemia', `selections/${run}/fairness`, { field, group, answer: 'Acordado em assembleia.' })
  await steps('approve', 'celia')
  await steps('publish')
  const { lines } = await get<{ lines: { household: string; outcome: string }[] }>('noemia', `selections/${run}`)
  return lines.filter(({ outcome }) => outcome === 'selected').map(({ household }) => household)
}

/** By size, as the packages of the plan say. */
const blankets = (household: string) => (peopleOf(household) >= 5 ? 4 : 2)
/** One of five or more people, and two that are smaller. */
export function threeOf(chosen: readonly string[]): [string, string, string] {
  const small = chosen.filter((household) => peopleOf(household) < 5)
  return [chosen.find((household) => peopleOf(household) >= 5)!, small[0]!, small[1]!]
}
export const find = async (page: Page, text: string) => {
  await page.getByLabel(/Ou escreva o código curto/).fill(text)
  await page.getByRole('button', { name: 'Procurar' }).click()
}
export const block = (page: Page) => page.getByRole('alert')
export const tokenOf = async ({ test }: ReliefStage, distribution: string, household: string) => {
  const { keyring, pack } = test.house
  const lines = [
    { line: 1, item: 'LONA', quantity: 1 },
    { line: 2, item: 'MANTA', quantity: blankets(household) },
  ]
  const entitlement = await entitlementHash({ household, lines })
  const text = tokenText({ mission: pack.country.iso3, keyId: keyring.receiptKey.id, distribution, household, print: 1, entitlement })!
  return signedToken(text, signText(keyring, text))
}
/** Another letter of the same alphabet in the last place but one of the signature: bits of it differ, its form does not. */
export const altered = (token: string) => `${token.slice(0, -2)}${token.at(-2) === 'A' ? 'B' : 'A'}${token.at(-1)}`

/** A tablet of the team, joined by its link and standing at the distribution. */
export async function atTheTable({ browser }: ReliefStage, link: string, name: string) {
  const context = await takePhone(browser)
  const page = await enterPhone(context, link)
  // What reads codes with the camera must be on the tablet before it goes where no network is.
  await prepareForField(page)
  await page.getByRole('button', { name: 'Voltar', exact: true }).click()
  await page.getByRole('link', { name: /Distribuição/ }).click()
  await page.getByRole('link', { name }).click()
  await page.getByText('À espera').waitFor()
  return { context, page }
}

/** The minutes are signed, a selection begins, and its list of candidates is brought. */
export async function signAndBegin(page: Page, set: string): Promise<void> {
  await page.getByText('Assinar com a comunidade e o cluster').click()
  await page.getByLabel('Data da acta').fill(minutes.minutesOn)
  for (const [label, n] of Object.entries({ 'Mulheres presentes': 34, 'Homens presentes': 21, 'Deslocados entre os presentes': 40 }))
    await page.getByLabel(label).fill(String(n))
  await page.getByLabel('Acordo do cluster em').fill(minutes.clusterAgreedOn)
  await page.getByRole('button', { name: 'Assinar', exact: true }).click()
  await page.getByText('34 mulheres e 21 homens').waitFor()

  await page.getByText('Começar uma selecção').click()
  await page.getByLabel('Programa').fill('Kits de abrigo')
  await page.getByLabel('Critérios', { exact: true }).selectOption(set)
  await page.getByLabel('Agregados da quota').fill('30')
  await page.getByRole('button', { name: 'Começar', exact: true }).click()
  await page.getByText('Carregar a lista').waitFor()
  await page.locator('input[type=file]').setInputFiles({ name: 'lista.csv', mimeType: 'text/csv', buffer: Buffer.from(candidateList()) })
  await page.getByText('Agregados lidos: 80. Com respostas em falta: 1.').waitFor()
}

/** The lines of a signed paper list, typed in afterwards. */
export async function serveOnPaper({ post }: ReliefStage, distribution: string, households: readonly string[]): Promise<void> {
  const signed = { receivedBy: 'head', acknowledgement: 'thumb_mark', at: new Date().toISOString() }
  const lines = households.flatMap((household, at) => [
    { ...signed, household, line: 1, quantity: 1, sheetLine: 2 * at + 1 },
    { ...signed, household, line: 2, quantity: blankets(household), sheetLine: 2 * at + 2 },
  ])
  await post('noemia', `distributions/${distribution}/paper`, { lines })
}

/** Everything that the others still hold comes back to where it came from. */
export async function countWhatIsLeft({ get, post }: ReliefStage, distribution: string): Promise<void> {
  type Held = { tablets: { device: string; state: string; held: { item: string; lot: string; quantity: number }[] }[] }
  const { tablets } = await get<Held>('noemia', `distributions/${distribution}`)
  for (const { device, held } of tablets.filter(({ state }) => state === 'open'))
    await post('noemia', `distributions/${distribution}/count`, {
      device,
      lines: held.map(({ item, lot, quantity }) => ({ item, lot, returned: quantity, damaged: 0, counted: 0 })),
    })
}

export async function fillRequest(partner: Page): Promise<Locator> {
  const ask = partner.getByRole('form', { name: 'Escrever um pedido' })
  await ask.getByRole('combobox', { name: 'Lugar', exact: true }).fill('Mieze')
  await ask.getByRole('listbox').getByRole('option').first().click()
  await ask.getByLabel('Agregados a servir').fill('170')
  await ask.getByLabel('Preciso até').fill(dayFromNow(0))
  await ask.getByLabel('Artigo ou kit').selectOption('LONA null')
  await ask.getByLabel('Quantidade').fill('340')
  await ask.getByLabel('Avaliação de necessidades').selectOption({ index: 1 })
  await ask.getByLabel('stock próprio').fill('nada')
  await ask.getByLabel('outros doadores').fill('nenhum')
  return ask
}

/** A partner hands out what it received, by the size of each household. */
export async function fillPlan(page: Page): Promise<Locator> {
  const form = page.getByRole('form', { name: 'Planear uma distribuição' })
  await form.getByLabel('Nome').fill('Abrigos de Mieze')
  await form.getByRole('combobox', { name: 'Lugar' }).fill('Mieze')
  await form.getByRole('listbox').getByRole('option').first().click()
  await form.getByLabel('Quem distribui').selectOption({ label: 'Abrigo Norte' })
  await form.getByLabel('Ponto de entrega').fill('Escola de Mieze')
  await form.getByLabel('Dia', { exact: true }).fill(dayFromNow(0))
  await form.getByLabel('Pacotes por tamanho do agregado').fill('1-4: LONA 1, MANTA 2\n5+: LONA 1, MANTA 4')
  await form.getByLabel('Conta como assistido com').fill('LONA 1')
  await form.getByLabel('Quem definiu o padrão').fill('Cluster de abrigo')
  return form
}

export async function askTheField(cluster: Page): Promise<void> {
  await cluster.getByRole('button', { name: 'Pedir parecer do campo' }).click()
  await cluster.getByRole('textbox', { name: 'Parecer do campo' }).fill('As famílias estão lá')
  await cluster.getByRole('button', { name: 'Levar à decisão do cluster' }).click()
}

/** Digits that were read aloud, and who heard them. */
export async function typeSeed(page: Page): Promise<void> {
  await page.getByLabel('Algarismos (4 a 20)').fill('408217')
  await page.getByLabel('Líder comunitário').click()
  await page.getByLabel('Grupo de mulheres').click()
}

/** An appeal is decided, with the reason as it is told to the household. */
export async function takeIn(page: Page, household: string): Promise<void> {
  await page.getByText(`Decidir sobre ${household}`).click()
  await page.getByLabel('Decisão').first().selectOption('include')
  await page.getByLabel('Razão, como se diz ao agregado').first().fill('A casa ardeu; confirmado na visita.')
  await page.getByRole('button', { name: 'Guardar a decisão' }).first().click()
  await page.getByText('entra: A casa ardeu; confirmado na visita.').waitFor()
}

/** All who were served and not yet visited answer; not all of them the same. */
export async function answerVisits({ get, post }: ReliefStage, round: string): Promise<void> {
  const { units } = await get<{ units: { id: string; kind: string; visited: string }[] }>('noemia', `monitoring/${round}/visits`)
  for (const [at, unit] of units.filter(({ kind, visited }) => kind === 'served' && visited === 'waiting').entries())
    await post('noemia', `monitoring-visits/${unit.id}`, {
      outcome: 'answered',
      visitedOn: dayFromNow(2),
      answers: { in_use: at % 4 !== 0, complete: at % 3 !== 0 },
    })
}

/** First all that was approved, which the shelf does not hold; then what it holds. */
export async function releaseWhatIsThere(manager: Page): Promise<void> {
  const release = manager.getByRole('form', { name: 'Libertar' })
  await release.getByLabel('Armazém').selectOption({ index: 1 })
  await release.getByRole('button', { name: 'Libertar' }).click()
  await manager.getByText(/Pediu 320 de LONA; Armazém de Pemba tem 300 livres/).waitFor()
  await release.getByLabel('Sai de LONA').fill('240')
  await release.getByRole('button', { name: 'Libertar' }).click()
}

/** The seed draws from those whom the distribution served, missed and left out, and the first household that was served is visited. */
export async function drawAndVisit(page: Page): Promise<void> {
  await page.getByLabel('Semente do sorteio').fill('METUGE-2021')
  await takePicture(page, 'monitoring-draw-1280-pt')
  await page.getByRole('button', { name: 'Sortear da própria distribuição' }).click()
  await page.getByText('Sorteados: 81.').waitFor()
  await page.locator('summary', { hasText: 'Servidos' }).first().click()
  await page.getByLabel('Data da visita').first().fill(dayFromNow(1))
  await page.getByRole('radiogroup', { name: 'O kit está em uso?' }).first().getByText('Sim', { exact: true }).click()
  await page.getByRole('button', { name: 'Guardar a visita' }).first().click()
  await page.getByText('Responderam: 1.').waitFor()
}
