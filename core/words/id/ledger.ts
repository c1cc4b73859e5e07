/** What the ledger refuses, and what is wrong with one. Amounts are in minor units: pence, rupiah. */
export const ledger = {
  'The spend of {{day}} stands at {{minor}} minor units already.':
    'Belanja {{day}} sudah tercatat {{minor:number}} satuan terkecil.',
  'less than {{minor}} minor units': 'kurang dari {{minor:number}} satuan terkecil',
  'at most {{minor}} minor units': 'paling banyak {{minor:number}} satuan terkecil',
  'at least one minor unit': 'sedikitnya satu satuan terkecil',
  'an amount that came back': 'jumlah yang kembali',
  'whole minor units from 0 to 2^50': 'satuan terkecil yang bulat dari 0 sampai 2^50',
  'a whole number of minor units': 'jumlah satuan terkecil yang bulat',
  'an amount other than zero': 'jumlah selain nol',
  'an amount in {{currency}}': 'jumlah dalam {{currency}}',
  'one in {{currency}}': 'satu dalam {{currency}}',
  'Nothing is left of the prepaid budget to write off.':
    'Tidak ada lagi anggaran dibayar di muka yang bisa dihapuskan.',
  'Expected a transfer with id {{id}}, got none.': 'Tidak ada transfer dengan ID {{id}}.',
  'Expected a transfer of kind {{kind}} with id {{id}}, got none.':
    'Tidak ada transfer jenis {{kind}} dengan ID {{id}}.',
  'Command {{command}} has posted something else ({{kind}} {{id}}): expected a new command id.':
    'Perintah {{command}} sudah membukukan yang lain ({{kind}} {{id}}): seharusnya ID perintah baru.',
  // Limits of an order
  'The order has a payment already, held or captured: an order is paid once.':
    'Order ini sudah punya pembayaran, ditahan atau diambil: order dibayar satu kali.',
  'Without a captured payment nothing is delivered, refunded or written off.':
    'Tanpa pembayaran yang diambil, tidak ada yang ditayangkan, dikembalikan, atau dihapuskan.',
  'Refunds would be {{minor}} minor units above the money that was captured.':
    'Pengembalian akan melebihi uang yang diambil sebesar {{minor:number}} satuan terkecil.',
  'Refunds of tax would be {{minor}} minor units above the tax that was paid.':
    'Pengembalian pajak akan melebihi pajak yang dibayar sebesar {{minor:number}} satuan terkecil.',
  'Refunds of budget would be {{minor}} minor units above the budget that was paid.':
    'Pengembalian anggaran akan melebihi anggaran yang dibayar sebesar {{minor:number}} satuan terkecil.',
  'The spend of the day would be {{minor}} minor units below zero.':
    'Belanja hari itu akan di bawah nol sebesar {{minor:number}} satuan terkecil.',
  // One transfer
  'a text that is not blank': 'teks yang tidak kosong',
  'a text that is not blank, or null': 'teks yang tidak kosong, atau null',
  'whole epoch milliseconds': 'milidetik epoch yang bulat',
  'the id of what it ends': 'ID yang diakhirinya',
  'the id of what it corrects': 'ID yang dikoreksinya',
  'the day that it books': 'hari yang dibukukannya',
  'nothing for the kind {{kind}}': 'kosong untuk jenis {{kind}}',
  'lines that sum to zero': 'baris yang berjumlah nol',
  'no lines': 'tanpa baris',
  'a sum of {{sum}} minor units': 'jumlah {{sum:number}} satuan terkecil',
  'each account once': 'setiap akun satu kali',
  // Rules, for an auditor
  'Command {{command}} posted {{transfer}} before.': 'Perintah {{command}} sudah membukukan {{transfer}}.',
  'Expected an id of its own, got {{id}} again.': 'ID {{id}} dipakai dua kali.',
  'Expected lines that sum to zero, got no lines.':
    'Seharusnya ada baris yang berjumlah nol; tidak ada baris.',
  'Expected whole minor units, got {{minor}} on {{account}}.':
    'Seharusnya satuan terkecil yang bulat; di {{account}} ada {{minor}}.',
  'Expected lines that sum to zero, got a sum of {{sum}} minor units.':
    'Seharusnya baris berjumlah nol; jumlahnya {{sum:number}} satuan terkecil.',
  'Expected each account once, got {{account}} again.': 'Akun {{account}} disebut dua kali.',
  'Expected a transfer in {{currency}} like those before it, got one in {{other}}.':
    'Seharusnya transfer dalam {{currency}} seperti sebelumnya, ini dalam {{other}}.',
  'A transfer of kind {{kind}} cannot correct {{id}}.':
    'Transfer jenis {{kind}} tidak bisa mengoreksi {{id}}.',
  'Expected an earlier transfer to correct, got {{id}}.':
    'Seharusnya transfer sebelumnya yang dikoreksi, ini {{id}}.',
  'Transfer {{id}} is a correction itself: post it anew.':
    'Transfer {{id}} sendiri sebuah koreksi: bukukan yang baru.',
  'Transfer {{id}} was corrected before.': 'Transfer {{id}} sudah dikoreksi.',
  'Expected the lines of {{id}} with the opposite signs.':
    'Seharusnya baris {{id}} dengan tanda yang berlawanan.',
  'Transfer {{id}} was ended by {{end}} ({{kind}}): correct that first.':
    'Transfer {{id}} diakhiri {{end}} ({{kind}}): koreksi itu dulu.',
  'A transfer of kind {{kind}} cannot end {{id}}.': 'Transfer jenis {{kind}} tidak bisa mengakhiri {{id}}.',
  'Expected an earlier transfer of kind {{expected}} to end, got {{id}}.':
    'Seharusnya transfer sebelumnya jenis {{expected}} yang diakhiri, ini {{id}}.',
  'Transfer {{id}} was ended before, by {{end}} ({{kind}}).':
    'Transfer {{id}} sudah diakhiri, oleh {{end}} ({{kind}}).',
  'Transfer {{id}} was corrected and waits no more.':
    'Transfer {{id}} sudah dikoreksi dan tidak menunggu lagi.',
  'Expected {{put}} minor units taken out of clearing, got {{taken}}.':
    'Seharusnya {{put:number}} satuan terkecil diambil dari akun antara, ini {{taken:number}}.',
} as const
