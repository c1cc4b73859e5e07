import type { Session } from 'electron'

import { denyPermissions } from './permissions.ts'
import { refuseForeignRequests } from './requestFilter.ts'

/** SECURITY: a storage partition, whichever it is, grants nothing and asks nothing of the network (X1, X5). */
export function hardenSession(session: Session, options: { readonly allowDevTools: boolean }): void {
  denyPermissions(session)
  refuseForeignRequests(session.webRequest, options)
  // Its dictionaries would be downloaded.
  session.setSpellCheckerEnabled(false)
}
