import { expect, type Locator, type Page } from '@playwright/test'

/** Presses the tabulator until this is reached, as somebody does who has no pointer. */
export async function tabTo(page: Page, target: Locator, most = 200) {
  for (let pressed = 0; pressed < most; pressed++) {
    await page.keyboard.press('Tab')
    if (await target.evaluate((element) => element === document.activeElement)) return
  }
  await expect(target, `reached by at most ${most} presses of the tabulator`).toBeFocused()
}
