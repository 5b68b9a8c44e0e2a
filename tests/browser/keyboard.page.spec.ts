// For who has no pointer, and for who wants no motion.
import { words } from '#content/words/words.ts'
import { pagesIn } from './support/pages.ts'
import { site } from './support/settings.ts'
import { expect, test } from './support/test.ts'

const easi = site('easi')
const pages = pagesIn('en')

test('the first link skips to the content', async ({ page }) => {
  await page.goto(easi + pages['a lesson'])
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: words.en.shell.skip })
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport({ ratio: 1 })
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.locator('main :focus')).toHaveCount(1)
})

/** How the focus shows where it is now: the ring's width and contrast, and whether it stands in the window. */
function focusHere() {
  const element = document.activeElement
  if (!element || element === document.body) return undefined
  const lightness = (colour: string) => {
    const context = document.createElement('canvas').getContext('2d')
    if (!context) return 0
    context.fillStyle = colour
    context.fillRect(0, 0, 1, 1)
    const [r = 0, g = 0, b = 0] = [...context.getImageData(0, 0, 1, 1).data].map((value) => {
      const part = value / 255
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const groundOf = (from: Element | null): string => {
    const colour = from ? getComputedStyle(from).backgroundColor : 'white'
    return !from || !/^rgba\(.*, 0\)$|^transparent$/.test(colour) ? colour : groundOf(from.parentElement)
  }
  // A card or an answer wears the ring around the whole of it.
  const around = [element, element.parentElement, element.closest('.option'), element.closest('article')]
  const ringed =
    around.find((one) => {
      const { outlineStyle, outlineWidth } = one
        ? getComputedStyle(one)
        : { outlineStyle: 'none', outlineWidth: '0' }
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
    }) ?? element
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(ringed)
  const [ring, ground] = [lightness(outlineColor), lightness(groundOf(ringed.parentElement))]
  const box = element.getBoundingClientRect()
  return {
    what: element.outerHTML.slice(0, 90),
    ring: outlineStyle === 'none' ? 0 : Number.parseFloat(outlineWidth),
    contrast: (Math.max(ring, ground) + 0.05) / (Math.min(ring, ground) + 0.05),
    seen: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    last: element.closest('.colophon') !== null,
  }
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const name of ['the home page', 'a lesson', 'the tool-box', 'the form to sign up'] as const) {
    test(`${name} shows where the focus is, everywhere (${colorScheme})`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.goto(easi + pages[name])
      const stops: NonNullable<ReturnType<typeof focusHere>>[] = []
      for (let pressed = 0; pressed < 150 && !stops.at(-1)?.last; pressed++) {
        await page.keyboard.press('Tab')
        const stop = await page.evaluate(focusHere)
        if (stop) stops.push(stop)
      }
      expect(stops.at(-1)?.last, 'the way leads to the foot of the page').toBe(true)
      const pale = stops.filter(({ ring, contrast, seen }) => ring < 2 || contrast < 3 || !seen)
      expect(pale).toEqual([])
    })
  }
}

test('nothing moves for who asked for none', async ({ page }) => {
  for (const name of ['the home page', 'a self-check', 'a tool card'] as const) {
    await page.goto(easi + pages[name])
    const moving = await page.evaluate(() => {
      const still = (times: string) => times.split(', ').every((time) => Number.parseFloat(time) === 0)
      const styled = [...document.querySelectorAll('*')].filter((element) => {
        const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element)
        return !still(transitionDuration) || animationName !== 'none' || scrollBehavior === 'smooth'
      })
      return [
        ...styled.map((element) => element.outerHTML.slice(0, 80)),
        ...document.getAnimations().map(({ id }) => `animation ${id}`),
      ]
    })
    expect.soft(moving, name).toEqual([])
  }
})
