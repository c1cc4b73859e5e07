import { html } from 'hono/html'

export const hostStylesheet = `:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
body { max-width: 34rem; margin: 18vh auto; padding: 0 1.5rem }
h1 { font-size: 1.25rem }
`

/** Where `hostPage` finds its style; the policy of X39 allows none inside the page. */
export const hostStylesheetPath = '/host-page.css'

/**
 * The few pages that the host itself shows, when there is no console to show yet. `again` is a path of this host to try
 * once more at once.
 */
export function hostPage(text: {
  readonly title: string
  readonly lines: readonly string[]
  readonly again?: string
}) {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        ${text.again === undefined ? '' : html`<meta http-equiv="refresh" content="0;url=${text.again}" />`}
        <title>${text.title} - Foreclick</title>
        <link rel="stylesheet" href="${hostStylesheetPath}" />
      </head>
      <body>
        <h1>${text.title}</h1>
        ${text.lines.map(line => html`<p>${line}</p>`)}
        <p><a href="/">Go to the console</a></p>
      </body>
    </html>`
}
