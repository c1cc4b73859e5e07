import { say } from '../words/say.ts'
import type { Problem } from './failure.ts'

type ParsedJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: Problem }

/** The value of a JSON text, or where it stops being one: by line and column, or by the words around the fault. */
export function parseJson(text: string): ParsedJson {
  if (text.trim() === '') return fault(say('an empty text'))
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return fault(oneLine(message.endsWith('end of JSON input') ? `${message} ${endOf(text)}` : message))
  }
}

function fault(received: string): ParsedJson {
  return { ok: false, problem: { path: '', expected: say('a JSON document'), received } }
}

function endOf(text: string): string {
  const lines = text.trimEnd().split('\n')
  return `(line ${lines.length} column ${(lines.at(-1) ?? '').length + 1})`
}

/** The engine quotes the text around the fault, line breaks and control characters included. */
function oneLine(message: string): string {
  return message.replaceAll(/[\s\p{Cc}]+/gu, ' ')
}
