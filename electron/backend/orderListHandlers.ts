import { isMoving } from '../../core/order/orderState.ts'
import { archiveRecords } from '../../db/archive.ts'
import { editBulk, previewBulk, undoBulk } from '../../db/bulkEdit.ts'
import type { OrderIndex } from '../../db/orderIndex.ts'
import { findOrderRows } from '../../db/orders.ts'
import { deleteView, listViews, saveView } from '../../db/savedViews.ts'
import { type Context, done, writing } from './context.ts'
import type { Handlers } from './dispatch.ts'
import { tellChanged } from './tellChanged.ts'

type ListMethods =
  | 'listOrders'
  | 'previewBulk'
  | 'editBulk'
  | 'undoBulk'
  | 'archiveOrders'
  | 'listViews'
  | 'saveView'
  | 'deleteView'

/** The table of orders: its views, and changes of many orders at once. */
export function orderListHandlers(context: Context, index: OrderIndex): Pick<Handlers, ListMethods> {
  const { reader } = context.db
  return {
    listOrders: page => done(index.list(page)),
    previewBulk: ({ selection, change }) => previewBulk(reader, index.select(selection), change),
    editBulk: ({ commandId, selection, change }) =>
      writing(context, writer => {
        const edited = editBulk(writer, { commandId, ids: index.select(selection), change })
        if (edited.ok) tellChanged(context, 'orders')
        return edited
      }),
    undoBulk: ({ commandId }) =>
      writing(context, writer => {
        const undone = undoBulk(writer, commandId)
        if (undone.ok) tellChanged(context, 'orders')
        return undone
      }),
    archiveOrders: ({ selection, archived }) =>
      writing(context, writer => {
        const chosen = index.select(selection)
        const rows = findOrderRows(writer, chosen)
        const ids = rows
          .filter(row => (row.archivedAt !== null) !== archived && !(archived && isMoving(row.state)))
          .map(({ id }) => id)
        const refused = rows.filter(row => archived && isMoving(row.state)).length
        if (ids.length === 0) return done({ ids, refused })
        const put = archiveRecords(writer, { kind: 'order', ids, archived })
        if (!put.ok) return put
        tellChanged(context, 'orders')
        return done({ ids, refused })
      }),
    listViews: () => done(listViews(reader)),
    saveView: request =>
      writing(context, writer => {
        const saved = saveView(writer, request)
        if (saved.ok) tellChanged(context, 'settings')
        return saved
      }),
    deleteView: ({ id }) =>
      writing(context, writer => {
        const deleted = deleteView(writer, id)
        if (deleted.ok) tellChanged(context, 'settings')
        return deleted
      }),
  }
}
