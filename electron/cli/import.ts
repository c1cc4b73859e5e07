import { mappableFields } from '../../core/contract/exchange.ts'
import { command } from './command.ts'
import { jsonArgument } from './orderArguments.ts'
import { repeatedValues } from './repeatedValues.ts'

export const importFiles = command({
  meta: { name: 'import', description: 'Import export files of ads platforms, or take an import back' },
  args: {
    data: {
      type: 'string',
      required: true,
      valueHint: 'DIR',
      description: 'Data folder; must not be in use',
    },
    'dry-run': { type: 'boolean', description: 'Only tell what importing would do' },
    'on-conflict': {
      type: 'string',
      valueHint: 'keep|replace',
      description: 'Whether a file wins over days that a person typed otherwise (keep)',
    },
    map: {
      type: 'string',
      valueHint: 'FIELD=COLUMN',
      description: 'Which column is what, where the headers do not say; give it for each field',
    },
    undo: { type: 'string', valueHint: 'BATCH', description: 'Take this import back as a whole' },
    ...jsonArgument,
  },
  repeatable: ['map'],
  takesFiles: true,
  notes: () =>
    `FILES are named after the options: foreclick import --data DIR FILE …\nFields of --map: ${mappableFields.join(', ')}\n`,
  async run(args, words, files) {
    const { importOutcome } = await import('./importOutcome.ts')
    return importOutcome({ ...args, files, maps: repeatedValues(words, 'map') }, args.json === true)
  },
})
