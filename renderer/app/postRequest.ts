import type { Failure, Result } from '../../core/contract/failure.ts'
import { type Said, say } from '../../core/words/say.ts'

type Answer<T> = { readonly result: Result<T>; readonly reached: 'yes' | 'no' | 'refused' }

/**
 * Asks the web host and tells how far the question came. Everything that the host says is a Result; whatever else answers
 * (nobody, a proxy) becomes a failure here.
 */
export async function postRequest<T>(url: string, payload: unknown): Promise<Answer<T>> {
  let response: Response
  try {
    response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(payload),
      credentials: 'same-origin',
    })
  } catch {
    return {
      result: failed('internal', say('Foreclick does not answer. It may have been stopped.')),
      reached: 'no',
    }
  }
  const reached = response.status === 401 ? 'refused' : 'yes'
  try {
    const result: Result<T> = await response.json()
    if (typeof result.ok === 'boolean') return { result, reached }
  } catch {
    // Not JSON: said below, with the status.
  }
  return {
    result: failed(
      'internal',
      say('Foreclick gave no answer (HTTP {{status}}).', { status: response.status }),
    ),
    reached,
  }
}

function failed(code: Failure['code'], message: Said): Result<never> {
  return { ok: false, failure: { code, message } }
}
