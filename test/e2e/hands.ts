import type { Locator, Page } from '@playwright/test'

import { expect, paletteField } from './console.ts'

/** How someone works the console. A journey is written once and walked by each hand. */
export type Hand = {
  /** A button, link, tab or row. */
  readonly press: (target: Locator) => Promise<void>
  /** A form's own button; from the field that was typed in last, Enter does the same. */
  readonly submit: (button: Locator) => Promise<void>
  /** A button or tab anywhere in the room: with its own keys, or by its name in the palette. */
  readonly call: (target: Locator, name: string, keys?: string) => Promise<void>
  readonly type: (field: Locator, text: string) => Promise<void>
  /** A day, as 1994-03-03. */
  readonly date: (field: Locator, day: string) => Promise<void>
  /** One of a group of radio buttons, by its name. */
  readonly pick: (group: Locator, name: string) => Promise<void>
  /** An option of a combobox, by any of its words. */
  readonly choose: (combobox: Locator, text: string) => Promise<void>
  /** Another room: by its link, or by its keys. */
  readonly go: (room: Room) => Promise<void>
}

export type Room = 'Creators' | 'Videos' | 'Orders'

const keysOf: Readonly<Record<Room, string>> = { Creators: 'c', Videos: 'v', Orders: 'o' }

export function mouseHand(page: Page): Hand {
  return {
    press: target => target.click(),
    submit: button => button.click(),
    call: target => target.click(),
    type: (field, text) => field.fill(text),
    date: (field, day) => field.fill(day),
    pick: (group, name) => group.getByText(name, { exact: true }).click(),
    async choose(combobox, text) {
      await combobox.click()
      await page.getByRole('option', { name: text }).click()
    },
    async go(room) {
      const link = page.getByRole('link', { name: new RegExp(`^${room}`) }).first()
      await link.click()
      await expect(page.getByRole('heading', { name: room, exact: true })).toBeVisible()
    },
  }
}

/** More steps with Tab than this, and nobody would go there by keyboard. */
const mostTabs = 60

/** Only keys: Tab finds what is wanted, as far as it can be found so. */
export function keyboardHand(page: Page): Hand {
  const { keyboard } = page
  const isFocused = (target: Locator) => target.evaluate(element => element === document.activeElement)
  /** Forward with Tab until the focus is there; where it stands at each step must be seen (2.4.7, 2.4.11). */
  async function reach(target: Locator): Promise<void> {
    await expect(target).toBeVisible()
    for (let tabs = 0; !(await isFocused(target)); tabs++) {
      if (tabs === mostTabs) throw new Error(`${mostTabs} times Tab did not lead to ${String(target)}`)
      await keyboard.press('Tab')
    }
    expect(await isInView(target), String(target)).toBe(true)
  }
  return {
    async press(target) {
      await reach(target)
      await keyboard.press('Enter')
    },
    async submit(button) {
      await expect(button).toBeEnabled()
      await keyboard.press('Enter')
    },
    async call(target, name, keys) {
      await expect(target).toBeEnabled()
      if (keys !== undefined) return keyboard.press(keys)
      await keyboard.press('Control+k')
      await expect(paletteField(page)).toBeFocused()
      await keyboard.type(name)
      await expect(page.getByRole('listbox').getByRole('option', { selected: true })).toContainText(name)
      await keyboard.press('Enter')
    },
    async type(field, text) {
      await reach(field)
      await keyboard.press('Control+a')
      await keyboard.type(text)
    },
    async date(field, day) {
      await reach(field)
      // The browser's own field takes day and month in the order of its own language, not the page's.
      await keyboard.type(day.split('-').toReversed().join(''))
      await expect(field).toHaveValue(day)
    },
    async pick(group, name) {
      const wanted = group.getByRole('radio', { name, exact: true })
      const radios = group.getByRole('radio')
      const count = await radios.count()
      // A group is one stop: its chosen button, or its first.
      const checked = group.getByRole('radio', { checked: true })
      await reach((await checked.count()) > 0 ? checked : radios.first())
      for (let steps = 0; !(await wanted.isChecked()); steps++) {
        if (steps === count) throw new Error(`arrows do not lead to ${name}`)
        await keyboard.press('ArrowRight')
      }
    },
    async choose(combobox, text) {
      await reach(combobox)
      await keyboard.type(text)
      await expect(combobox).toHaveAttribute('aria-expanded', 'true')
      await keyboard.press('Enter')
    },
    async go(room) {
      await keyboard.press('g')
      await keyboard.press(keysOf[room])
      await expect(page.getByRole('heading', { name: room, exact: true })).toBeVisible()
    },
  }
}

/** Whether what has the focus can be seen, and nothing lies over its middle. */
function isInView(target: Locator): Promise<boolean> {
  return target.evaluate(element => {
    // A radio button is drawn by the place around it.
    const seen = element.matches('[type=radio]') ? (element.parentElement ?? element) : element
    const { left, top, width, height } = seen.getBoundingClientRect()
    const at = document.elementFromPoint(left + width / 2, top + height / 2)
    return at !== null && (seen.contains(at) || at.contains(seen))
  })
}
