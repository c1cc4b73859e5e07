import type { Page } from '@playwright/test'
import axe from 'axe-core'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

const contrast = 'color-contrast'

type Rules = 'all' | 'contrast' | 'others'

const runs: Record<Rules, axe.RunOptions> = {
  all: { runOnly: tags },
  contrast: { runOnly: { type: 'rule', values: [contrast] } },
  others: { runOnly: tags, rules: { [contrast]: { enabled: false } } },
}

/** What breaks an accessibility rule, as `rule: place`. The checker stays in the page: bringing it takes longer than a look. */
export async function violations(page: Page, rules: Rules = 'all', within = 'html'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const asked: axe.RunOptions = { ...runs[rules], resultTypes: ['violations'] }
  return page.evaluate(
    async ([place, options]) => {
      const checker = (window as unknown as { readonly axe: typeof axe }).axe
      const { violations: found } = await checker.run(place, options)
      return found.flatMap(each => each.nodes.map(node => `${each.id}: ${node.target.join(' ')}`))
    },
    [within, asked] as const,
  )
}
