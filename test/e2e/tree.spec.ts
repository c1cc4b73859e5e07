import { expect, test } from './console.ts'
import { ask, enter } from './everyRoom.ts'

/**
 * What a screen reader finds in the main rooms (U41): landmarks, headings, names and roles, in their order. Figures and
 * records may change; a control that loses its name, or a heading that goes, may not.
 */
test('U41: the accessibility trees of the main rooms keep their landmarks, headings and names', async ({
  demo: page,
}) => {
  test.setTimeout(90_000)
  const { rows } = await ask<{ rows: readonly { id: string; state: string }[] }>(page, 'listOrders')
  const done = rows.find(({ state }) => state === 'completed')?.id
  const draft = rows.find(({ state }) => state === 'draft')?.id
  const main = page.locator('#content')

  await enter(page, '/')
  await expect(page.getByRole('navigation').first()).toMatchAriaSnapshot(`
    - link /Overview/
    - link /Creators/
    - link /Videos/
    - link /Orders/
    - link /Planner/
    - link /Accuracy/
    - link /Assumptions/
    - link /Audit/
    - link /Import/
    - link /Settings/
  `)
  await expect(main).toMatchAriaSnapshot(`
    - heading "Needs a decision" [level=2]
    - heading "Did the forecasts hold?" [level=2]
    - heading "Orders by state" [level=2]
    - heading "Money" [level=2]
  `)

  await enter(page, '/orders')
  await expect(main).toMatchAriaSnapshot(`
    - radiogroup "Orders"
    - searchbox "Find an order"
    - combobox "Market"
    - button "Filters"
    - button "Columns"
    - button "Views"
    - link "New order"
    - grid:
      - row:
        - columnheader "Choose all orders"
        - columnheader /Video/
        - columnheader /State/
        - columnheader /Budget/
  `)

  await enter(page, `/orders/${draft}/edit`)
  await expect(main).toMatchAriaSnapshot(`
    - region "Video":
      - heading "Video" [level=2]
      - radiogroup "Entrance"
    - region "Goal":
      - radiogroup "Goal"
      - textbox "Your target"
    - region "Audience":
      - radiogroup "Chosen by"
    - region "Budget and duration":
      - slider "A day"
      - textbox "A day"
      - slider "Days"
      - textbox "Days"
    - button "Confirm and pay"
  `)

  await enter(page, `/orders/${done}`)
  await expect(main).toMatchAriaSnapshot(`
    - tablist "Parts of the order":
      - tab "Delivery" [selected]
      - tab "Forecast"
      - tab "Money"
      - tab "History"
    - tabpanel "Delivery":
      - heading "Delivery" [level=2]
      - figure "Link clicks a day":
        - button /Numbers and copies/
        - slider /Link clicks a day/
  `)

  await enter(page, '/planner')
  await expect(main).toMatchAriaSnapshot(`
    - radiogroup "Question"
    - region "Orders":
      - searchbox "Find an order"
      - group "Orders":
        - checkbox /days/
    - heading "How much is it worth?" [level=2]
  `)

  await enter(page, '/settings')
  await expect(main).toMatchAriaSnapshot(`
    - heading "Look" [level=2]
    - radiogroup "Language"
    - radiogroup "Theme"
    - radiogroup "Table rows"
    - heading "Backups" [level=2]
  `)
})
