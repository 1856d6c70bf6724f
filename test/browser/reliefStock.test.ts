/** The day of a warehouse in the desk: received in packs, sent with a waybill, received short by the partner, explained by one and signed by another. */
import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { act, asOwner, insertRow, theSystem } from '../../src/kernel/index.ts'
import { Organisation } from '../../src/registry/organisations/organisation.ts'
import { seenBothWays } from '../support/bothWays.ts'
import { enterWithSession, openStage, type Stage, takePicture } from '../support/browser.ts'

let stage: Stage
let donor = ''
const post = async (who: 'rita' | 'paulo', url: string, payload: object) => {
  const { status, body } = await stage.test.ask(who, { method: 'POST', url: `/api/relief/${url}`, payload })
  expect(status, url).toBe(200)
  return body as { id: string }
}

beforeAll(async () => {
  stage = await openStage()
  await act(stage.test.house.doors, theSystem, async (db) => {
    const { id } = await insertRow(db, Organisation, { scope: 'MZ', name: 'Abrigo Norte', kind: 'ngo' })
    donor = (await insertRow(db, Organisation, { scope: 'MZ', name: 'Doador Um', kind: 'donor' })).id
    await asOwner(stage.test.house.doors).run(sql`update kernel.person set works_for = ${id} where name = 'david'`)
  })
  await post('rita', 'warehouses', { code: 'PEMBA', name: 'Armazém de Pemba', place: 'MZ0109' })
  for (const name of ['A1', 'A2']) await post('paulo', 'warehouses/PEMBA/shelves', { name })
  await post('rita', 'items', {
    ...{ code: 'LONA', name: { pt: 'Lona de plástico 4 × 6 m', en: 'Plastic sheet 4 × 6 m' }, baseUnit: 'C62', packs: [{ name: 'fardo', units: 5 }] },
    weightKg: 4.2,
  })
  await post('rita', 'items', { code: 'REDE', name: { pt: 'Rede mosquiteira', en: 'Mosquito net' }, baseUnit: 'C62', packs: [] })
  await post('paulo', 'lots', { item: 'LONA', code: 'L-1', origin: 'gift', donor })
}, 240_000)
afterAll(() => stage?.close())

/** As a scanner does: the code, and Enter. */
async function scan(page: Page, ...codes: string[]): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Leia ou escreva um código' })
  for (const code of codes) {
    await field.fill(code)
    await field.press('Enter')
    if (/^[A-Z]+(-F)?$/.test(code)) await page.locator('.scan-item').getByText(code, { exact: true }).waitFor()
  }
}

/** Kits in versions, packed and broken; a lot treated; an item changed; a sheet that mixes pieces and bales. */
async function keepsTheThings(page: Page): Promise<void> {
  await post('paulo', 'warehouses/PEMBA/papers/receive', { source: 'donation', lines: [{ item: 'LONA', lot: 'L-1', quantity: 20, shelf: 'PEMBA/A1' }] })
  await page.goto(`${stage.address}/desk/relief/stock/things?warehouse=PEMBA`)
  const open = async (name: string) => {
    await page.locator('summary', { hasText: name }).click()
    return page.locator('details', { hasText: name })
  }
  const kit = await open('Criar kit, ou nova versão')
  await kit.getByLabel('Código', { exact: true }).fill('KIT-F')
  await kit.getByLabel('Nome em português').fill('Kit familiar')
  await kit.getByLabel('Nome em inglês').fill('Family kit')
  await kit.getByLabel('Válida desde').fill('2026-01-01')
  await kit.getByLabel('Código do artigo').fill('LONA')
  await kit.getByLabel('Unidades por kit').fill('2')
  await kit.getByRole('button', { name: 'Guardar a versão' }).click()
  await kit.getByText('Guardada a versão 1.').waitFor()

  const change = await open('Alterar um artigo')
  await change.getByLabel('Código do artigo').fill('lona')
  await change.getByRole('button', { name: 'Abrir o artigo' }).click()
  await change.getByLabel('Volume de uma unidade (m³)').fill('0,0112')
  await change.getByRole('button', { name: 'Guardar o artigo' }).click()
  await change.getByText('O código e a unidade base não mudam.').waitFor({ state: 'detached' })

  const treatment = await open('Registar tratamento de bambu ou estacas')
  await treatment.getByLabel('Artigo ou lote').fill('L-1')
  await treatment.getByRole('button', { name: 'Juntar o lote' }).click()
  await treatment.getByText('LONA · L-1').waitFor()
  await treatment.getByLabel('Método').fill('Imersão')
  await treatment.getByLabel('Dia do tratamento').fill('2026-11-01')
  await treatment.getByLabel('Tratado até').fill('2027-11-01')
  await treatment.getByRole('button', { name: 'Guardar o tratamento' }).click()
  await treatment.getByText('LONA · L-1').waitFor({ state: 'detached' })

  const sheet = await open('Trazer uma folha de existências')
  const rows = ['Artigo,Lote,Prateleira,Quantidade,Unidade', 'LONA,L-1,A1,2,fardos', 'LONA,L-1,A1,4,', 'REDE,,Z9,10,un']
  await sheet.locator('input[type=file]').setInputFiles({ name: 'folha.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) })
  await sheet.getByText('1 linha pronta, 2 postas de parte.').waitFor()
  await takePicture(page, 'stock-sheet-1280-pt')
  await page.setViewportSize({ width: 390, height: 844 })
  await takePicture(page, 'stock-sheet-390-pt')
  await page.setViewportSize({ width: 1280, height: 800 })
  await sheet.getByRole('button', { name: 'São × fardo (5): 20 unidades' }).click()
  await sheet.getByRole('button', { name: 'Guardar 2 linhas' }).click()
  await sheet.getByText(/^0 linhas prontas, 1 posta de parte/).waitFor()

  await post('rita', 'warehouses/PEMBA/papers/pack', { kit: 'KIT-F', kits: 3, toShelf: 'PEMBA/A1' })
  await page.getByRole('link', { name: 'O dia', exact: true }).click()
  await page.getByLabel('O que se faz').selectOption('break')
  await scan(page, 'KIT-F', '2')
  await scan(page, '')
  await scan(page, 'LONA', 'A1', '4')
  await page.getByLabel('Lote', { exact: true }).selectOption('L-1')
  await scan(page, '')
  await page.getByRole('button', { name: 'Desfazer', exact: true }).click()
  await page.getByRole('rowheader', { name: 'Montagem 2026/2' }).waitFor()
}

it('is led by scanner and keyboard, and what came short is explained by one and signed by another', async () => {
  const page = await enterWithSession(stage, 'paulo')
  await page.goto(`${stage.address}/desk/relief`)
  await page.getByText('Nenhuma libertação em aberto.').waitFor()
  await scan(page, 'LONA', 'A1')
  await page.getByLabel('Prateleira', { exact: true }).and(page.locator('select')).waitFor()
  await scan(page, '60 fardo')
  await page.getByText('60 × fardo = 300 unidades').waitFor()
  await takePicture(page, 'stock-scan-1280-pt')
  await expect.poll(() => page.getByLabel('Prateleira', { exact: true }).inputValue()).toBe('PEMBA/A1')
  await scan(page, '')
  await page.getByRole('button', { name: 'Guardar a recepção' }).click()
  await page.getByRole('cell', { name: '300' }).last().waitFor()

  await page.getByLabel('O que se faz').selectOption('waybill')
  await scan(page, 'LONA', '240')
  await page.getByText('240 unidades').waitFor()
  await scan(page, '')
  const form = page.getByRole('form', { name: 'Enviar com guia' })
  await form.getByLabel('Parceiro').selectOption({ label: 'Abrigo Norte' })
  await form.getByRole('combobox', { name: 'Lugar' }).fill('Metuge')
  await form.getByRole('listbox').getByRole('option').first().click()
  await form.getByLabel('Transportador').fill('Transportes Lúrio')
  await form.getByLabel('Matrícula').fill('ABC 123 CD')
  await form.getByRole('button', { name: 'Passar a guia' }).click()
  await page.getByRole('link', { name: /Abrigo Norte/ }).waitFor()

  const partner = await enterWithSession(stage, 'david')
  await partner.goto(`${stage.address}/desk/relief`)
  await partner.getByRole('link', { name: /^PEMBA/ }).click()
  await partner.getByLabel('Recebido', { exact: true }).fill('226')
  await partner.getByLabel('Danificados, de entre os recebidos').fill('0')
  await takePicture(partner, 'stock-receive-1280-pt')
  await partner.getByRole('button', { name: 'Assinar a recepção' }).click()
  await partner.getByText('Faltam 14').waitFor()

  await page.reload()
  await page.getByRole('link', { name: /Abrigo Norte/ }).click()
  await page.getByLabel('O que foi feito deles').selectOption('lost')
  await page.getByLabel('O que aconteceu').fill('Roubo na estrada, auto da polícia 12')
  await page.getByRole('button', { name: 'Explicar' }).click()
  await page.getByText('Espera por outra pessoa.').waitFor()
  const rita = await enterWithSession(stage, 'rita')
  await rita.goto(page.url())
  await rita.getByRole('button', { name: 'Conferi e assino' }).click()
  await rita.getByText('Assinado por rita.').waitFor()

  await post('paulo', 'warehouses/PEMBA/papers/receive', { source: 'donation', lines: [{ item: 'REDE', quantity: 700, shelf: 'PEMBA/A2' }] })
  await post('paulo', 'warehouses/PEMBA/papers/move/loss', { words: 'Ratos', lines: [{ item: 'REDE', quantity: 30, shelf: 'PEMBA/A2' }] })
  await keepsTheThings(rita)
  for (const [path, name, words] of [
    ['/desk/relief/stock', 'stock-day', 'Ratos'],
    ['/desk/relief/stock/list', 'stock-list', 'LONA'],
    ['/desk/relief/stock/things?warehouse=PEMBA', 'stock-things', 'PEMBA/A1'],
    [new URL(page.url()).pathname, 'waybill', 'Transportes Lúrio'],
  ] as const)
    await seenBothWays(rita, { address: `${stage.address}${path}`, name, words })
}, 180_000)
