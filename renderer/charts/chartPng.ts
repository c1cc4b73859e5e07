import { chartColours } from './chartColours.ts'

/** Pixels of the picture for each pixel of the screen, so that it also prints. */
const scale = 2
const paddingPx = 20
const titlePx = 22
const lineHeightPx = 18
const sans = '"Geist Variable", system-ui, sans-serif'

type Words = { readonly title: string; readonly summary: string }

/** The chart as a picture that says what it shows; undefined where there is no drawing. */
export async function chartPng(place: HTMLElement, words: Words): Promise<Blob | undefined> {
  const drawing = place.querySelector<HTMLCanvasElement | SVGSVGElement>('canvas, svg')
  if (drawing === null) return undefined
  const { width, height } = drawing.getBoundingClientRect()
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d')
  if (context === null || width === 0) return undefined
  context.font = `13px ${sans}`
  const lines = wrapped(words.summary, width, text => context.measureText(text).width)
  const top = paddingPx + titlePx + lines.length * lineHeightPx + 10
  canvas.width = scale * (width + 2 * paddingPx)
  canvas.height = scale * (top + height + paddingPx)
  const colours = chartColours(place)
  context.scale(scale, scale)
  context.fillStyle = colours.panel
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.textBaseline = 'top'
  context.fillStyle = colours.ink
  context.font = `600 15px ${sans}`
  context.fillText(words.title, paddingPx, paddingPx)
  context.font = `13px ${sans}`
  context.fillStyle = colours.quietInk
  lines.forEach((line, i) => context.fillText(line, paddingPx, paddingPx + titlePx + i * lineHeightPx))
  context.translate(paddingPx, top)
  if (drawing instanceof HTMLCanvasElement) context.drawImage(drawing, 0, 0, width, height)
  else await drawSvg(context, drawing)
  return new Promise(resolve => canvas.toBlob(blob => resolve(blob ?? undefined), 'image/png'))
}

/** Words in lines no longer than `widthPx`. */
export function wrapped(text: string, widthPx: number, measure: (text: string) => number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const line = lines.at(-1)
    if (line === undefined || measure(`${line} ${word}`) > widthPx) lines.push(word)
    else lines[lines.length - 1] = `${line} ${word}`
  }
  return lines
}

const painted = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'opacity'] as const

/**
 * The lines of an SVG as an image of its own, which knows neither the page's styles nor its typeface: the styles are
 * written into it, and its texts are drawn by the page.
 */
async function drawSvg(context: CanvasRenderingContext2D, drawing: SVGSVGElement): Promise<void> {
  const copy = drawing.cloneNode(true)
  if (!(copy instanceof SVGSVGElement)) return
  const copies = copy.querySelectorAll('*')
  drawing.querySelectorAll('*').forEach((element, i) => {
    const style = getComputedStyle(element)
    for (const name of painted) copies[i]?.setAttribute(name, style.getPropertyValue(name))
  })
  for (const text of copy.querySelectorAll('text')) text.remove()
  const image = new Image()
  image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`
  await image.decode()
  const { width, height } = drawing.getBoundingClientRect()
  context.drawImage(image, 0, 0, width, height)
  context.textBaseline = 'alphabetic'
  for (const text of drawing.querySelectorAll('text')) {
    const style = getComputedStyle(text)
    context.font = `${style.fontWeight} ${style.fontSize} ${sans}`
    context.fillStyle = style.fill
    context.textAlign = aligns[style.textAnchor] ?? 'left'
    context.fillText(text.textContent ?? '', text.x.baseVal[0]?.value ?? 0, text.y.baseVal[0]?.value ?? 0)
  }
}

const aligns: Readonly<Record<string, CanvasTextAlign | undefined>> = {
  start: 'left',
  middle: 'center',
  end: 'right',
}
