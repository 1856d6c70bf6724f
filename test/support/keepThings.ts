import { takePicture } from './browser.ts'
import { opensPapers } from './opensPapers.ts'
import { type ReliefStage, scan } from './reliefStage.ts'

/** Kits in versions, packed and broken; a lot treated; an item changed; a sheet that mixes pieces and bales. */
export async function keepThings({ desk, post, manager: page }: ReliefStage): Promise<void> {
  await post('paulo', 'warehouses/PEMBA/papers/receive', { source: 'donation', lines: [{ item: 'LONA', lot: 'L-1', quantity: 20, shelf: 'PEMBA/A1' }] })
  await page.goto(desk('/stock/things?warehouse=PEMBA'))
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
  const rows = ['Artigo,Lote,Prateleira,Quantidade,Unidade', 'LONA,L-1,A1,2,fardos', 'LONA,L-1,A1,4,', 'MANTA,,Z9,10,un']
  await sheet.locator('input[type=file]').setInputFiles({ name: 'folha.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) })
  await sheet.getByText('1 linha pronta, 2 à espera.').waitFor()
  await takePicture(page, 'stock-sheet-1280-pt')
  await page.setViewportSize({ width: 390, height: 844 })
  await takePicture(page, 'stock-sheet-390-pt')
  await page.setViewportSize({ width: 1280, height: 800 })
  await sheet.getByRole('button', { name: 'Guardar 1 linha' }).click()
  await sheet.getByText(/^0 linhas prontas/).waitFor()
  // The page is closed and opened again: what was put aside still waits.
  await page.reload()
  await open('Trazer uma folha de existências')
  await sheet.getByRole('button', { name: 'São × fardo (5): 20 unidades' }).click()
  await sheet.getByText('Postas de parte, à sua espera (1)').waitFor()
  await sheet.getByText('Corrigir, ou deixar').click()
  await takePicture(page, 'stock-aside-1280-pt')
  await sheet.getByLabel('Porque não se conta').fill('As mantas não são deste armazém')
  await sheet.getByRole('button', { name: 'Deixar sem contar' }).click()
  await sheet.getByText('folha.csv, linha 4:').waitFor({ state: 'detached' })

  await post('rita', 'warehouses/PEMBA/papers/pack', { kit: 'KIT-F', kits: 3, toShelf: 'PEMBA/A1' })
  await page.getByRole('link', { name: 'O dia', exact: true }).click()
  await opensPapers(page, 'PDF', 'Folha de contagem (PDF)', 'Relatório de existências (PDF)')
  await page.getByLabel('O que se faz').selectOption('break')
  await scan(page, 'KIT-F', '2')
  await scan(page, '')
  await scan(page, 'LONA', 'A1', '4')
  await page.getByLabel('Lote', { exact: true }).selectOption('L-1')
  await scan(page, '')
  await page.getByRole('button', { name: 'Desfazer', exact: true }).click()
  await page.getByRole('rowheader', { name: 'Montagem 2026/2' }).waitFor()
}
