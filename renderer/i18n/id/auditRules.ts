import { auditRuleWords } from '../../../core/audit/auditWords.ts'
import { auditRuleWordsId } from '../../../core/audit/auditWordsId.ts'
import type { Dictionary } from '../dictionary.ts'

type Rules = Dictionary['audit']['rules']

const own = 'Penalaran sendiri'

/** Rules of an audit in Indonesian. Sources are named as they are. */
export const auditRules = withSources()

function withSources(): Rules {
  const sourceOf = (source: string) => source.replace('Own inference', own).replace(' to ', ' sampai ')
  const rules = Object.entries(auditRuleWordsId).map(([rule, text]) => {
    const known = Object.entries(auditRuleWords).find(([id]) => id === rule)?.[1]
    return [rule, { ...text, source: sourceOf(known?.source ?? '') }] as const
  })
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys are those of the words
  return Object.fromEntries(rules) as unknown as Rules
}
