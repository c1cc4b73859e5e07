import type { JSX } from 'solid-js'

import { createPlotState, SharedPlotState } from './plotState.ts'

/** Charts of the same days or budgets: pointing at one, or zooming into it, does so in all. */
export function SharedPlots(props: { readonly children: JSX.Element }) {
  return <SharedPlotState.Provider value={createPlotState()}>{props.children}</SharedPlotState.Provider>
}
