// A visitor reads: no account, and scripts or none.
import { words } from '#content/words/words.ts'
import { inLanguage, pathsIn } from '#web/paths.ts'
import { fill } from '#web/say.ts'
import { CARD, COURSE, CURRICULUM, LESSONS, languages, MODULE, UNIT } from './support/pages.ts'
import { site } from './support/settings.ts'
import { expect, test } from './support/test.ts'

const easi = site('easi')
const title = '//h1'

test.describe('a visitor who prefers Danish', () => {
  test.use({ locale: 'da-DK' })
  test('is met in Danish', async ({ page }) => {
    await page.goto(easi)
    await expect(page).toHaveURL(`${easi}/da/`)
    await expect(page.locator('html')).toHaveAttribute('lang', 'da')
  })
})

test('a visitor chooses a language, and reads a course lesson by lesson', async ({ page }) => {
  const paths = pathsIn('it')
  await page.goto(easi)
  await expect(page).toHaveURL(`${easi}/en/`)

  await page.locator('summary', { hasText: words.en.language.choose }).click()
  await page.getByRole('link', { name: words.it.language.name }).click()
  await expect(page).toHaveURL(easi + paths.home)

  await page.getByRole('link', { name: words.it.home.startCourse }).click()
  await expect(page.locator(title)).toHaveText(words.it.courses.title)
  await page.locator(`main a[href="${paths.course(COURSE)}"]`).click()
  await expect(page.getByRole('heading', { name: words.it.courses.forWhom })).toBeVisible()

  await page.getByRole('link', { name: words.it.courses.start }).click()
  await expect(page).toHaveURL(easi + paths.lesson(COURSE, LESSONS[0]))
  await page.getByRole('link', { name: words.it.lesson.next }).click()
  await expect(page).toHaveURL(easi + paths.lesson(COURSE, LESSONS[1]))
  await page.getByRole('link', { name: words.it.lesson.previous }).click()
  await expect(page).toHaveURL(easi + paths.lesson(COURSE, LESSONS[0]))
})

test('a visitor finds a tool card by what the person needs', async ({ page }) => {
  const { toolbox } = words.en
  const paths = pathsIn('en')
  await page.goto(easi + paths.home)
  await page.getByRole('navigation').getByRole('link', { name: words.en.shell.toolbox }).click()
  const cards = page.getByRole('main').getByRole('article')
  const all = await cards.count()

  await page.getByLabel(toolbox.phoneOnly).check()
  await page.getByLabel(toolbox.need).selectOption(toolbox.needs.contact)
  await page.getByRole('button', { name: toolbox.show }).click()
  await expect(page.getByLabel(toolbox.phoneOnly)).toBeChecked()
  await expect(cards).not.toHaveCount(all)

  await page.locator(`main a[href="${paths.tool(CARD)}"]`).click()
  await expect(page.getByRole('heading', { name: words.en.content.licence })).toBeVisible()
  await expect(page.getByText(toolbox.phoneYes)).toBeVisible()
})

test('a trainer goes from the curriculum to a unit and its plan', async ({ page }) => {
  const { curriculum, shell } = words.en
  const paths = pathsIn('en')
  await page.goto(easi + paths.home)
  await page.getByRole('navigation').getByRole('link', { name: shell.curriculum }).click()
  await page.locator(`main a[href="${paths.curriculum(CURRICULUM)}"]`).click()
  await page.locator(`main a[href="${paths.unit(CURRICULUM, MODULE)}"]`).click()
  await page.locator(`main a[href="${paths.unit(CURRICULUM, UNIT)}"]`).click()
  await expect(page.getByRole('heading', { name: curriculum.unitOutcomes })).toBeVisible()

  await page.getByRole('link', { name: curriculum.plan }).click()
  await expect(page).toHaveURL(easi + paths.plan(CURRICULUM, UNIT))
  await expect(page.getByRole('link', { name: curriculum.plan })).toHaveAttribute('aria-current', 'page')
})

test('a visitor searches, with or without accents', async ({ page }) => {
  const { search, shell } = words.en
  await page.goto(`${easi}/en/`)
  await page.getByRole('navigation').getByRole('link', { name: shell.search }).click()
  await page.getByLabel(search.label).fill('télephone')
  await page.getByRole('button', { name: search.button }).click()
  await expect(page.getByRole('status')).toContainText(/\d/)
  await expect(page.getByLabel(search.label)).toHaveValue('télephone')

  const first = page.getByRole('main').getByRole('heading', { level: 2 }).first()
  const found = await first.innerText()
  await first.getByRole('link').click()
  await expect(page.locator(title)).toHaveText(found)
})

test('a search without results says what to do next', async ({ page }) => {
  await page.goto(`${easi}/en/search?q=xylophone`)
  await expect(page.getByRole('status')).toHaveText(fill(words.en.search.none, { query: 'xylophone' }))
  await expect(page.getByText(words.en.search.noneHint)).toBeVisible()
})

test('the switch of the language keeps the page', async ({ page }) => {
  const lesson = pathsIn('en').lesson(COURSE, 'life-at-home')
  await page.goto(easi + lesson)
  let before: (typeof languages)[number] = 'en'
  for (const language of [...languages.slice(1), 'en' as const]) {
    await page.locator('summary', { hasText: words[before].language.choose }).click()
    await page.getByRole('link', { name: words[language].language.name, exact: true }).click()
    await expect(page).toHaveURL(easi + inLanguage(language, lesson))
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    before = language
  }
})

test('a note leads to its source', async ({ page }) => {
  for (const path of [pathsIn('en').course(COURSE), pathsIn('en').lesson(COURSE, 'life-at-home')]) {
    await page.goto(easi + path)
    const note = page.locator('main sup a').first()
    await expect(note).toHaveText('1')
    await note.click()
    await expect(page.locator('main :target')).toBeInViewport()
  }
})

test('what is not translated yet is shown in English and says so', async ({ page }) => {
  await page.goto(easi + pathsIn('ro').lesson(COURSE, 'life-at-home'))
  const note = fill(words.ro.content.notTranslated, { language: 'engleză' })
  await expect(page.getByText(note)).toBeVisible()
  await expect(page.locator(title)).toHaveAttribute('lang', 'en')
})

test.describe('on a telephone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })

  test('the menu opens at the thumb and leads on', async ({ page }) => {
    await page.goto(`${easi}/en/`)
    const link = page.getByRole('navigation').getByRole('link', { name: words.en.shell.toolbox })
    await expect(link).toBeHidden()
    await page.getByRole('button', { name: words.en.shell.menu }).tap()
    await expect(link).toBeVisible()
    const box = await link.boundingBox()
    expect(box?.y, 'in the lower half of the screen').toBeGreaterThan(740 / 3)
    await link.tap()
    await expect(page).toHaveURL(`${easi}/en/toolbox`)
  })
})
