/** Options of every command that reads order files. */
export const orderArguments = {
  order: { type: 'string', required: true, valueHint: 'FILE', description: 'The order, as JSON' },
  profile: {
    type: 'string',
    valueHint: 'FILE',
    description: 'Market profile with edits, or a calibration, as JSON; the shipped one when left out',
  },
} as const

/** The last option of every command. */
export const jsonArgument = {
  json: { type: 'boolean', description: 'Print the result as one JSON document' },
} as const
