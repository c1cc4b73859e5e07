import { useI18n } from '../i18n/i18n.ts'
import { Segmented } from './Segmented.tsx'

type FactFieldProps = {
  readonly label: string
  readonly value: boolean | null
  readonly onChange: (value: boolean | null) => void
}

const facts = { yes: true, no: false, unknown: null } as const
type Answer = keyof typeof facts

/** Yes, no, or not known: an unknown fact is never taken for either. */
export function FactField(props: FactFieldProps) {
  const { t } = useI18n()
  const answer = (): Answer => (props.value === null ? 'unknown' : props.value ? 'yes' : 'no')
  const options = () =>
    (['yes', 'no', 'unknown'] as const).map(value => ({ value, label: t(`parts.${value}`) }))
  return (
    <Segmented
      label={props.label}
      value={answer()}
      options={options()}
      onChange={chosen => props.onChange(facts[chosen])}
    />
  )
}
