/** A chart's colours, read from the theme's variables where the chart stands. */
export type ChartColours = {
  readonly band95: string
  readonly band80: string
  readonly band50: string
  readonly ink: string
  readonly quietInk: string
  readonly line: string
  readonly panel: string
  readonly accent: string
}

const variables: Readonly<Record<keyof ChartColours, string>> = {
  band95: '--band-95',
  band80: '--band-80',
  band50: '--band-50',
  ink: '--ink',
  quietInk: '--ink-third',
  line: '--line',
  panel: '--panel',
  accent: '--accent',
}

/** Canvas knows no CSS variables: they are read when a chart is drawn, and again when the theme changes. */
export function chartColours(element: Element): ChartColours {
  const style = getComputedStyle(element)
  const read = (name: keyof ChartColours) => style.getPropertyValue(variables[name]).trim()
  return {
    band95: read('band95'),
    band80: read('band80'),
    band50: read('band50'),
    ink: read('ink'),
    quietInk: read('quietInk'),
    line: read('line'),
    panel: read('panel'),
    accent: read('accent'),
  }
}

/** Calls back when the theme changes, by choice or with the system, and when the chart's typeface has come. */
export function onThemeChange(callback: () => void): () => void {
  const observer = new MutationObserver(callback)
  observer.observe(document.documentElement, { attributes: true })
  const system = matchMedia('(prefers-color-scheme: dark)')
  system.addEventListener('change', callback)
  document.fonts.addEventListener('loadingdone', callback)
  return () => {
    observer.disconnect()
    system.removeEventListener('change', callback)
    document.fonts.removeEventListener('loadingdone', callback)
  }
}
