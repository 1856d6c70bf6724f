/**
 * The wizard in the browser: cells are pasted, a column is corrected and comes back with the next file of the source; a large import is left while a job
 * writes it, at an address that stays. Pictures in both languages.
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Jobs, startJobs } from '../../src/kernel/index.ts'
import { openStage, type Stage, settled, takePicture } from '../support/browser.ts'
import { fileOfGroups } from '../support/groupsFile.ts'
import { fromText, wizardOf } from '../support/importing.ts'

let stage: Stage
let jobs: Jobs | null = null
let page: Page
beforeAll(async () => {
  stage = await openStage({ rowsInRequest: 200 })
  page = await stage.enter('bento')
}, 240_000)
afterAll(async () => {
  await jobs?.stop()
  await stage?.close()
})

const operation = 'Censo dos parceiros'
const cells = (round: number) =>
  `pcode\tronda\tdata de referencia\tfamilias\tgente\tmotivo\nMZ010901\t${round}\t2023-0${round}-20\t200\t1000\tconflito\nMZ011601\t${round}\t2023-0${round}-20\t100\t480\tconflito\n`

async function paste(round: number) {
  await page.goto(`${stage.address}/desk/import`)
  await settled(page)
  await page.getByText('Ou colar células de uma folha de cálculo').click()
  await page.getByRole('textbox', { name: 'Ou colar células' }).fill(cells(round))
  await page.getByText('Coladas: 3 linhas, 6 colunas').waitFor()
  await page.getByLabel('Operação').fill(operation)
}
const fieldOf = (column: string) => page.getByLabel(`Quer dizer: ${column}`)
const whyOf = (column: string) => page.getByRole('row', { name: column }).locator('td').last()

/** The language goes with the person, wherever he enters. */
const speak = (language: 'pt' | 'en') => stage.test.ask('bento', { method: 'POST', url: '/api/me/language', payload: { language } })

/** The same screen in English and at the width of a telephone. */
async function pictures(name: string) {
  await takePicture(page, `import-${name}-pt`)
  const address = page.url()
  for (const [lang, width] of [
    ['en', 1280],
    ['pt', 390],
    ['en', 390],
  ] as const) {
    await speak(lang)
    const other = await stage.enter('bento', { lang, width })
    await other.goto(address)
    await takePicture(other, `import-${name}-${lang}${width === 390 ? '-390' : ''}`)
    await other.context().close()
  }
  await speak('pt')
}

describe('the mapping of columns in the wizard', () => {
  it('is corrected on cells that were pasted, and seen in the preview at once', async () => {
    await paste(1)
    await takePicture(page, 'import-paste-pt')
    await page.getByRole('button', { name: 'Ler o ficheiro' }).click()
    await page.getByRole('heading', { level: 1, name: 'celulas-coladas.tsv' }).waitFor()
    await page.getByRole('link', { name: 'Colunas' }).click()
    expect(await fieldOf('gente').inputValue()).toBe('')
    await fieldOf('gente').selectOption({ label: 'Pessoas deslocadas' })
    await page.getByText('escolhido por si').waitFor()
    await page.getByRole('link', { name: 'Ver antes' }).click()
    await page
      .getByRole('cell', { name: '1480' })
      .or(page.getByRole('cell', { name: '1 480' }))
      .first()
      .waitFor()
    await page.getByRole('link', { name: 'Confirmar' }).click()
    await page.getByRole('button', { name: 'Gravar', exact: true }).click()
    await page.getByText(/Gravadas 2 linhas/).waitFor()
  })

  it('comes back with the next file of the same source, and says that it is that of last time', async () => {
    await paste(2)
    await page.getByRole('button', { name: 'Ler o ficheiro' }).click()
    await page.getByRole('link', { name: 'Colunas' }).click()
    await fieldOf('gente').waitFor()
    expect(await fieldOf('gente').inputValue()).toBe('individuals')
    expect(await whyOf('gente').textContent()).toContain('como da última vez')
    await pictures('columns')
  })
})

describe('columns of sex and age', () => {
  it('are shown in the mapping step with whom each of them counts', async () => {
    const bands = ['0-4', '5-11', '12-17', '18-59', '60+']
    const head = ['pcode', 'ronda', 'pessoas', ...bands.map((band) => `Mulheres ${band}`), ...bands.map((band) => `Homens ${band}`)].join(',')
    const { body } = await wizardOf(stage.test).handIn(fromText('idades.csv', `${head}\nMZ010901,8,100${',10'.repeat(10)}\n`), { operation: 'Idades' })
    await page.goto(`${stage.address}/desk/import/${body.import.id}/columns`)
    await page.getByText('10 colunas com pessoas por sexo e idade').waitFor()
    expect(await fieldOf('Homens 60+').locator('option:checked').textContent()).toBe('Homens e rapazes, idade 60+')
    expect(await whyOf('Homens 60+').textContent()).toContain('sexo e idade no nome')
    await pictures('ages')
  })
})

describe('a large import', () => {
  it('is left while a job writes it, and its address tells the end', async () => {
    const bytes = await fileOfGroups(stage.test, 3, 300)
    await page.goto(`${stage.address}/desk/import`)
    await page.locator('input[type=file]').setInputFiles({ name: 'grande.csv', mimeType: 'text/csv', buffer: Buffer.from(bytes) })
    await page.getByLabel('Operação').fill('Grande')
    await page.getByRole('button', { name: 'Ler o ficheiro' }).click()
    await page.getByRole('link', { name: 'Confirmar' }).click()
    await page.getByRole('button', { name: 'Gravar', exact: true }).click()
    await page.getByText('À espera da sua vez.').waitFor()
    await pictures('waiting')
    const address = page.url()
    await page.goto(`${stage.address}/desk/import`)
    await page.getByText('a gravar').first().waitFor()
    jobs = await startJobs(stage.test.house)
    await page.goto(address)
    await page.getByText(/Gravadas 300 linhas/).waitFor({ timeout: 60_000 })
  })

  it('says in words why nothing was written, and opens the preview again', async () => {
    const bytes = await fileOfGroups(stage.test, 4, 300)
    await page.goto(`${stage.address}/desk/import`)
    await page.locator('input[type=file]').setInputFiles({ name: 'sem-operacao.csv', mimeType: 'text/csv', buffer: Buffer.from(bytes) })
    // The form remembers what was typed for the file before.
    await page.getByLabel('Operação').fill('')
    await page.getByRole('button', { name: 'Ler o ficheiro' }).click()
    await page.getByRole('link', { name: 'Confirmar' }).click()
    await page.getByRole('button', { name: 'Gravar', exact: true }).click()
    await page.getByText('Nada ficou gravado').waitFor({ timeout: 60_000 })
    await pictures('failed')
    await page.getByRole('button', { name: 'Ver de novo antes de gravar' }).click()
    await page.getByRole('link', { name: 'Confirmar' }).waitFor()
  })
})

describe('a file too large to be read in a request', () => {
  it('shows how far the reading is, is left, and is found read at its address', async () => {
    await jobs?.stop()
    jobs = null
    stage.test.house.settings.bytesInRequest = 2_000
    const bytes = await fileOfGroups(stage.test, 5, 300)
    await page.goto(`${stage.address}/desk/import`)
    await page.locator('input[type=file]').setInputFiles({ name: 'muito-grande.csv', mimeType: 'text/csv', buffer: Buffer.from(bytes) })
    await page.getByLabel('Operação').fill('Muito grande')
    await page.getByRole('button', { name: 'Ler o ficheiro' }).click()
    await page.getByRole('heading', { name: 'A ler o ficheiro' }).waitFor()
    await pictures('reading')
    const address = page.url()
    await page.goto(`${stage.address}/desk/import`)
    jobs = await startJobs(stage.test.house)
    await page.goto(address)
    await page.getByRole('link', { name: 'Confirmar' }).click()
    await page.getByRole('button', { name: 'Gravar', exact: true }).click()
    await page.getByText(/Gravadas 300 linhas/).waitFor({ timeout: 60_000 })
    stage.test.house.settings.bytesInRequest = 4_000_000
  })
})

describe('a spelling that no list knows', () => {
  it('waits below the wizard until somebody says what it means', async () => {
    await wizardOf(stage.test).takeIn(
      fromText('grafias.csv', 'pcode,round,reporting date,households,individuals,reason\nMZ010901,7,2023-07-20,10,50,Conflitto\n'),
      {
        operation: 'Grafias',
      },
    )
    await page.goto(`${stage.address}/desk/import`)
    await page.getByRole('heading', { name: 'Grafias à espera' }).waitFor()
    await pictures('spellings')
    const narrow = await stage.enter('bento', { width: 390 })
    await narrow.goto(`${stage.address}/desk/import`)
    const frame = narrow.getByRole('region', { name: 'Grafias à espera' })
    await frame.waitFor()
    expect(await frame.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0)
    await narrow.context().close()
    await page.getByLabel('Quer dizer: Conflitto').selectOption({ label: 'Sugestão: Conflito' })
    await page.getByRole('button', { name: 'Aceitar' }).click()
    await page.getByRole('heading', { name: 'Grafias à espera' }).waitFor({ state: 'detached' })
  })
})
