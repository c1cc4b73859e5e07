import type { Dictionary } from '../dictionary.ts'

export const overview: Dictionary['overview'] = {
  byState: 'Pesanan menurut status',
  decide: 'Perlu keputusan',
  nothingToDecide: 'Tidak ada yang menunggu Anda.',
  payDue: 'Menunggu pembayaran',
  outside: 'Di luar prakiraan',
  rejected: 'Ditolak: minta pengembalian atau perbaiki',
  committed: 'Terikat',
  spent: 'Terpakai',
  money: 'Uang',
  start: 'Prakirakan pesanan baru',
}
