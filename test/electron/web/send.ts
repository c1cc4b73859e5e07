import { request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http'

export type Reply = {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

/** Sends exactly these headers and this path, as a browser or an attacker could. */
export function send(
  port: number,
  sent: {
    readonly method?: string
    readonly path?: string
    readonly headers?: OutgoingHttpHeaders
    readonly body?: string
    readonly address?: string
  },
): Promise<Reply> {
  const { promise, resolve, reject } = Promise.withResolvers<Reply>()
  const outgoing = request(
    {
      host: sent.address ?? '127.0.0.1',
      port,
      method: sent.method ?? 'GET',
      path: sent.path ?? '/',
      headers: { Host: `127.0.0.1:${port}`, ...sent.headers },
      agent: false,
    },
    incoming => {
      let text = ''
      incoming.setEncoding('utf8')
      incoming.on('data', (chunk: string) => {
        text += chunk
      })
      incoming.on('end', () => resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, text }))
      incoming.on('error', reject)
    },
  )
  outgoing.on('error', reject)
  outgoing.end(sent.body)
  return promise
}

/** What a page of the console sends with each request. */
export function asPage(port: number, cookie: string): OutgoingHttpHeaders {
  return {
    Origin: `http://127.0.0.1:${port}`,
    'Sec-Fetch-Site': 'same-origin',
    'Content-Type': 'application/json',
    Cookie: cookie,
  }
}

/** Opens an address as a browser does that was given it by hand, and answers the cookie it was handed. */
export async function enter(address: string): Promise<{ readonly reply: Reply; readonly cookie: string }> {
  const { port, pathname, search } = new URL(address)
  const reply = await send(Number(port), {
    path: pathname + search,
    headers: { 'Sec-Fetch-Site': 'none', 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'document' },
  })
  return { reply, cookie: (reply.headers['set-cookie']?.[0] ?? '').split(';', 1)[0] ?? '' }
}

/** What `ask` gave for each case, by the case's name, so that a case that differs names itself. */
export async function byCase<T>(
  cases: readonly string[],
  ask: (name: string) => Promise<T>,
): Promise<Record<string, T>> {
  const answers: [string, T][] = []
  for (const name of cases) answers.push([name, await ask(name)])
  return Object.fromEntries(answers)
}

/** The same answer for every case, to compare with `byCase`. */
export function always<T>(cases: readonly string[], answer: T): Record<string, T> {
  return Object.fromEntries(cases.map(name => [name, answer]))
}
