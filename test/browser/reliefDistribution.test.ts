/** Two tablets without network serve one family; the office merges them and the leader is told. The way of the people at the table, in Portuguese. */
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { entitlementHash, packageFor, signedToken, tokenText } from '../../src/engines/handover/index.ts'
import { signText } from '../../src/kernel/index.ts'
import { seenBothWays } from '../support/bothWays.ts'
import { enterWithSession, openStage, type Stage, takePicture } from '../support/browser.ts'
import { frozen, giveGoods, householdsUpTo, joinedPhone, layGoods, layProject, numberOf, opened, plan } from '../support/distributionDay.ts'
import { chooseLanguage, enterPhone, takePhone } from '../support/fieldPhone.ts'

describe('a distribution day on two tablets without network', () => {
  let stage: Stage
  let distribution: { id: string; code: string }
  const contexts: BrowserContext[] = []
  const pages: Page[] = []

  const tokenOf = async (n: number) => {
    const { keyring, pack } = stage.test.house
    const { household, people } = householdsUpTo(n).at(-1)!
    const entitlement = await entitlementHash({ household, lines: packageFor(plan.packages, people)! })
    const text = tokenText({ mission: pack.country.iso3, keyId: keyring.receiptKey.id, distribution: distribution.code, household, print: 1, entitlement })!
    return signedToken(text, signText(keyring, text))
  }

  async function joined(label: string, project: number): Promise<void> {
    const { id, link } = await joinedPhone(stage.test, project, label, stage.address)
    await giveGoods(stage.test, distribution.id, id, 40)
    const context = await takePhone(stage.browser)
    const page = await enterPhone(context, link)
    await page.getByRole('link', { name: /Distribuição/ }).click()
    await page.getByRole('link', { name: /Abrigos de Mieze/ }).click()
    await page.getByText('À espera').waitFor()
    contexts.push(context)
    pages.push(page)
  }
  const find = async (page: Page, text: string) => {
    await page.getByLabel(/Ou escreva o código curto/).fill(text)
    await page.getByRole('button', { name: 'Procurar' }).click()
  }
  const block = (page: Page) => page.getByRole('alert')

  beforeAll(async () => {
    stage = await openStage()
    await layGoods(stage.test)
    distribution = await frozen(stage.test, 12)
    const project = await layProject(stage.test)
    await joined('Tablet Norte', project)
    await joined('Tablet Sul', project)
    await opened(stage.test, distribution.id)
    for (const context of contexts) await context.setOffline(true)
  }, 300_000)
  afterAll(() => stage?.close())

  it('believes a token by its signature alone, and refuses one that was altered', async () => {
    const [north] = pages as [Page]
    const token = await tokenOf(5)
    await find(north, token.replace(numberOf(5), numberOf(6)))
    await block(north).getByRole('heading', { name: 'Senha estragada ou alterada' }).waitFor()
    await find(north, token)
    await block(north).getByRole('heading', { name: 'Por entregar' }).waitFor()
    expect(await block(north).textContent()).toMatch(/MZ01-000005-5[\s\S]*5 pessoas · senha válida[\s\S]*Manta[\s\S]*Lona/)
    await takePicture(north, 'relief-day-owed')
  })

  it('hands over line by line; less stays owed, and the whole turns green', async () => {
    const [north] = pages as [Page]
    await north.getByRole('button', { name: 'Menos Manta' }).click()
    await north.getByRole('button', { name: 'Entregar 3 × Manta' }).click()
    await block(north)
      .getByText(/fica em falta: 1 × Manta, 1 × Lona/)
      .waitFor()
    await north.getByRole('button', { name: 'Entregar 1 × Manta' }).click()
    await north.getByRole('button', { name: 'Entregar 1 × Lona' }).click()
    await block(north).getByRole('heading', { name: 'Recebeu tudo' }).waitFor()
    await takePicture(north, 'relief-day-served')
    await find(north, numberOf(5))
    await block(north).getByRole('heading', { name: 'Já foi servido' }).waitFor()
    await takePicture(north, 'relief-day-again')
  })

  it('serves the same family on the other tablet, one that did not want, and one outside the list', async () => {
    const [north, south] = pages as [Page, Page]
    await find(south, await tokenOf(5))
    await south.getByRole('button', { name: 'Entregar 4 × Manta' }).click()
    await south.getByRole('button', { name: 'Entregar 1 × Lona' }).click()
    await block(south).getByRole('heading', { name: 'Recebeu tudo' }).waitFor()
    await find(south, numberOf(7))
    await south.getByRole('button', { name: 'Não quer' }).click()
    await block(south).getByText('Tinha sido marcado: não quis.').waitFor()
    await find(north, 'MZ01-009999-9')
    await block(north).getByRole('heading', { name: 'Não está na lista de hoje' }).waitFor()
    await takePicture(north, 'relief-day-outside')
    await north.getByRole('button', { name: 'Servir como excepção' }).click()
    await north.getByRole('button', { name: 'Entregar como excepção' }).click()
    await block(north).waitFor({ state: 'detached' })
    await north.getByText(/4 neste telefone/).waitFor()
  })

  it('merges when the network is back: both facts are kept, and the leader sees who was served twice', async () => {
    for (const [at, context] of contexts.entries()) {
      await context.setOffline(false)
      await pages[at]!.getByText(/^0 neste telefone/).waitFor()
    }
    const desk = await enterWithSession(stage, 'noemia')
    await desk.goto(`${stage.address}/desk/relief/distribution/${distribution.id}`)
    await desk.getByText(/servido duas vezes: 8 de BLANKET para um direito de 4/).waitFor()
    expect(await desk.getByText(/Tablet Norte, Tablet Sul/).count()).toBeGreaterThan(0)
    await desk.getByRole('button', { name: 'Aprovar' }).click()
    await desk.getByText('aprovada', { exact: true }).waitFor()
    const page = `${stage.address}/desk/relief/distribution`
    await seenBothWays(desk, { address: page, name: 'relief-distributions', words: distribution.code })
    await seenBothWays(desk, { address: `${page}/${distribution.id}`, name: 'relief-distribution', words: 'BLANKET' })
  })

  it('says the same in English', async () => {
    const [north] = pages as [Page]
    await north.goto(`${stage.address}/field/#/phone`)
    await chooseLanguage(north, 'English')
    await north.goto(`${stage.address}/field/#/distribution/${distribution.id}`)
    await north.getByLabel(/Or type the short code/).fill(numberOf(8))
    await north.getByRole('button', { name: 'Find' }).click()
    await block(north).getByRole('heading', { name: 'To be handed over' }).waitFor()
    await takePicture(north, 'relief-day-en')
  })
})
