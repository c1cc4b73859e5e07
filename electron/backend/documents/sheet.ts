export type Pdf = PDFKit.PDFDocument
export type Element = PDFKit.PDFStructureElement

export const page = { width: 595.28, height: 841.89, side: 56, top: 56, bottom: 64 } as const
export const width = page.width - 2 * page.side
export const ink = { first: '#14171c', second: '#565d6b', line: '#d5dae2', note: '#8a4b00' } as const

/** A document while it is drawn. */
export type Sheet = {
  readonly pdf: Pdf
  readonly root: Element
  readonly printable: (text: string) => string
}

/** What is drawn for the eye alone is no part of the text. */
export function asArtifact(pdf: Pdf, draw: () => void): void {
  pdf.markContent('Artifact', { type: 'Layout' })
  draw()
  pdf.endMarkedContent()
}

export function drawRule(pdf: Pdf): void {
  const { y } = pdf
  asArtifact(pdf, () => {
    pdf
      .moveTo(page.side, y)
      .lineTo(page.side + width, y)
      .lineWidth(0.75)
      .strokeColor(ink.line)
      .stroke()
  })
  pdf.y = y + 6
}
