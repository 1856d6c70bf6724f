/** Registering people without network: who may already be registered is shown under the person, with why, from the office's list and from this very phone. */
import { sql } from 'kysely'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asOwner, type House } from '../../src/kernel/index.ts'
import { takePicture } from '../support/browser.ts'
import { publishForm } from '../support/fieldOffice.ts'
import { isSaved, joinPhone, next, openAgain, prepareForField, takePhone } from '../support/fieldPhone.ts'
import { type FieldStage, openFieldStage } from '../support/fieldStage.ts'
import { peopleForm } from '../support/peopleForm.ts'
import { type LaidPerson, layExercise, layPeople } from '../support/registeredPeople.ts'

const listed: LaidPerson[] = [
  { given: 'Mariamo', surname: 'Nkavadeka', sex: 'f', birthYear: 1988, number: '100000004' },
  { given: 'Abdul', surname: 'Saíde', sex: 'm', birthYear: 1971, number: '100000017' },
]

/** People on the list of the office, which only phones with a registration form are given. */
async function openRegistration(house: House): Promise<void> {
  const db = asOwner(house.doors)
  const { id: project } = (await db.one<{ id: string }>(sql`select id from forms.project`))!
  await publishForm(house, project, { code: 'people', titles: { pt: 'Registo', en: 'Registration' }, version: '1', compiled: peopleForm() })
  await db.run(sql`update forms.form set sealed = true, taker = 'displacement.registration' where code = 'people'`)
  await layPeople(house, await layExercise(house), listed)
}

describe('a person who may already be registered', () => {
  let stage: FieldStage
  let context: BrowserContext
  let page: Page
  const hints = () => page.locator('.hints')
  const begin = async () => {
    await page.goto(`${stage.address}/field/#/forms`)
    await page.locator('li', { hasText: 'Registo' }).getByRole('button', { name: 'Começar' }).click()
    await page.getByRole('radio', { name: 'Sim', exact: true }).check()
    await next(page)
    const isEmpty = (await page.locator('.instance').count()) === 0
    if (isEmpty) await page.getByRole('button', { name: /Acrescentar mais um/ }).click()
  }
  const tell = async (given: string, surname: string, sex: 'Feminino' | 'Masculino', age: string) => {
    await page.getByLabel('Nome próprio').fill(given)
    await page.getByLabel('Apelido').fill(surname)
    await page.getByRole('radio', { name: sex }).check()
    await page.getByLabel('Idade em anos').fill(age)
    await page.getByLabel('Idade em anos').blur()
  }
  const finish = async () => {
    await next(page)
    await page.getByRole('button', { name: 'Acabar' }).click()
    await page.getByRole('heading', { name: 'Neste telefone' }).waitFor()
  }
  const ageOf = (year: number) => String(new Date().getFullYear() - year)

  beforeAll(async () => {
    stage = await openFieldStage()
    await openRegistration(stage.office.house)
    context = await takePhone(stage.browser)
    page = await joinPhone(context, stage.link)
    await prepareForField(page)
    await context.setOffline(true)
  }, 300_000)
  afterAll(() => stage?.close())

  it('is shown with household and reasons, though the name is spelt by ear and the age is a year out', async () => {
    await begin()
    await tell('Mariamu', 'Ncavadeca', 'Feminino', ageOf(1989))
    await hints().getByText('Mariamo Nkavadeka').waitFor()
    expect(await hints().textContent()).toContain('agregado 100 000 004')
    expect(await hints().locator('.why li').allTextContents()).toEqual(['nome parecido', 'ano de nascimento próximo', 'mesmo sexo'])
    await takePicture(page, 'field-hint')
  })

  it('is kept as the answer of whoever asks her, and does not stop the registration', async () => {
    await hints().getByRole('button', { name: 'É a mesma pessoa' }).click()
    expect(await page.getByRole('radio', { name: 'Sim, é a mesma pessoa' }).isChecked()).toBe(true)
    await hints().getByRole('button', { name: 'É outra pessoa' }).click()
    expect(await page.getByRole('radio', { name: 'Não, é outra pessoa' }).isChecked()).toBe(true)
    await isSaved(page)
    await finish()
  })

  it('is not somebody else of the same family, nor anybody while nothing is typed', async () => {
    await begin()
    expect(await hints().count()).toBe(0)
    await tell('Celestino', 'Nkavadeka', 'Masculino', ageOf(2015))
    await isSaved(page)
    expect(await hints().count()).toBe(0)
    await tell('Zubeida', 'Mucavele', 'Feminino', ageOf(1995))
    await isSaved(page)
    expect(await hints().count()).toBe(0)
    await finish()
  })

  it('was registered on this phone before, and the phone was closed since', async () => {
    await page.close()
    page = await openAgain(context, stage.address)
    await begin()
    await tell('Mucavele', 'Zubeida', 'Feminino', ageOf(1995))
    await hints().getByText('Zubeida Mucavele').waitFor()
    expect(await hints().textContent()).toMatch(/registada neste telefone, \d\d:\d\d/)
    expect(await hints().locator('.why li').first().textContent()).toBe('mesmos nomes, outra ordem')
    await takePicture(page, 'field-hint-here')
    await isSaved(page)
  })

  it('is shown in English too', async () => {
    await page.evaluate(() => localStorage.setItem('capulana.language', 'en'))
    const draft = page.url()
    await page.close()
    page = await context.newPage()
    await page.goto(`${stage.address}/field/`)
    await page.getByLabel('PIN').fill('246810')
    await page.getByRole('button', { name: 'Open' }).click()
    await page.getByRole('heading', { name: 'Drafts' }).waitFor()
    await page.goto(draft)
    await hints().getByText('May already be registered').waitFor()
    await takePicture(page, 'field-hint-en')
  })

  it('is no place: nobody browses the list of people on the phone', async () => {
    await page.goto(`${stage.address}/field/#/places`)
    await page.getByRole('searchbox').fill('Mariamo')
    await page.getByRole('status').filter({ hasText: '0 places' }).waitFor()
  })
})
