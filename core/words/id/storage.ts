/** What is said of the data folder, the database and its copies. */
export const storage = {
  file: 'berkas',
  folder: 'folder',
  '{{folder}} is open for reading only: nothing is saved.':
    '{{folder}} dibuka hanya untuk dibaca: tidak ada yang disimpan.',
  // Opening
  '{{folder}}: expected a data folder that nobody uses, but {{holder}} has it open. Close that Foreclick first, or open the folder for reading only.':
    '{{folder}}: folder data ini sedang dibuka oleh {{holder:said}}. Tutup dulu Foreclick itu, atau buka folder ini hanya untuk dibaca.',
  'process {{pid}}, running since {{time}}': 'proses {{pid}}, berjalan sejak {{time}}',
  'another process': 'proses lain',
  '{{file}}: expected a folder for the data, got a file in its place.':
    '{{file}}: seharusnya folder untuk data, ini berkas.',
  '{{file}}: expected a database file, got something else.':
    '{{file}}: seharusnya berkas basis data, ini yang lain.',
  '{{path}}: expected a {{kind}} that may be written, got a read-only one. Open it for reading only, or allow writing.':
    '{{path}}: {{kind:said}} ini hanya bisa dibaca. Buka hanya untuk dibaca, atau izinkan penulisan.',
  '{{file}}: expected a Foreclick database, got none.': '{{file}}: tidak ada basis data Foreclick di sini.',
  '{{file}}: expected a Foreclick database, got a database of another program (id {{id}}).':
    '{{file}}: ini basis data program lain (ID {{id}}), bukan Foreclick.',
  '{{file}}: expected the database that {{other}} belongs to, got no such file.':
    '{{file}}: basis data pemilik {{other}} tidak ada.',
  '{{file}}: expected an undamaged database, got "{{damage}}".':
    '{{file}}: basis data rusak: "{{damage:list}}".',
  '{{file}}: expected an undamaged Foreclick database, got "{{reason}}".':
    '{{file}}: basis data Foreclick rusak: "{{reason:said}}".',
  '{{failure}} Make room, or open the folder for reading only.':
    '{{failure:said}} Kosongkan tempat, atau buka folder hanya untuk dibaca.',
  '{{file}}: expected room on the disk, got "{{reason}}" ({{code}}).':
    '{{file}}: tidak ada tempat lagi di cakram, "{{reason}}" ({{code}}).',
  '{{file}}: expected a place that may be read and written, got "{{reason}}".':
    '{{file}}: tempat ini tidak bisa dibaca dan ditulisi, "{{reason}}".',
  '{{file}}: expected {{expected}}, got "{{reason}}" ({{code}}).':
    '{{file}}: seharusnya {{expected:said}}, ini "{{reason}}" ({{code}}).',
  'a Foreclick database': 'basis data Foreclick',
  'an undamaged Foreclick database': 'basis data Foreclick yang utuh',
  'a file whose last change was finished or undone (open it once for writing)':
    'berkas yang perubahan terakhirnya selesai atau dibatalkan (buka sekali untuk ditulisi)',
  'a file that may be written': 'berkas yang boleh ditulisi',
  'a file that may be opened': 'berkas yang boleh dibuka',
  'a file that no other program is writing': 'berkas yang tidak sedang ditulisi program lain',
  'a disk that reads and writes': 'cakram yang bisa dibaca dan ditulisi',
  // Versions
  '{{file}}: expected a database of this Foreclick, got an older one. Open it once, which keeps a backup of it.':
    '{{file}}: basis data ini dari Foreclick yang lebih lama. Buka sekali; cadangannya akan disimpan.',
  '{{file}}: expected a database of this Foreclick, got an older one ({{missing}}). Open it once for writing, so that it can be brought up to date.':
    '{{file}}: basis data ini dari Foreclick yang lebih lama ({{missing}}). Buka sekali untuk ditulisi, agar bisa diperbarui.',
  '{{file}}: expected to bring it up to date, but "{{reason}}". The file is as it was.':
    '{{file}}: tidak dapat diperbarui, "{{reason}}". Berkas tetap seperti semula.',
  '{{file}}: expected a database up to {{last}}, got one with {{migration}}: a newer Foreclick wrote it. Nothing was changed. Update Foreclick, or open the folder for reading only.':
    '{{file}}: basis data ini punya {{migration}}, sedangkan program ini mengenal sampai {{last:said}}: Foreclick yang lebih baru menulisnya. Tidak ada yang diubah. Perbarui Foreclick, atau buka folder hanya untuk dibaca.',
  'no migration': 'tanpa migrasi',
  '{{file}}: expected migration {{migration}} with hash {{hash}}, got {{other}}: it was edited after it was applied.':
    '{{file}}: migrasi {{migration}} seharusnya punya sidik {{hash}}, ini {{other}}: migrasi diubah setelah diterapkan.',
  '{{file}}: expected migration {{migration}} to be newer than {{other}}, got an older one.':
    '{{file}}: migrasi {{migration}} seharusnya lebih baru dari {{other}}.',
  '{{file}}: expected the migrations of this program, got {{migration}} out of order.':
    '{{file}}: migrasi {{migration}} tidak berada pada urutannya.',
  // Backups and recovery
  '{{file}}: expected a file that is not there yet, got one.': '{{file}}: berkas ini sudah ada.',
  '{{file}}: expected a folder to write into, got none at {{folder}}.':
    '{{file}}: tidak ada folder {{folder}} untuk ditulisi.',
  '{{reason}}. Nothing was kept.': '{{reason:said}}. Tidak ada yang disimpan.',
  'The backup of {{file}} is not good: {{damage}}': 'Cadangan {{file}} tidak utuh: {{damage:list}}',
  '{{table}}: expected {{rows}} rows, got {{got}}':
    '{{table}}: seharusnya {{rows:number}} baris, ini {{got:said}}',
  'no table': 'tidak ada tabel',
  '{{file}}: stopped': '{{file}}: dihentikan',
  '{{file}}: expected a database that was replaced, got none.':
    '{{file}}: tidak ada basis data yang pernah diganti.',
  '{{file}}: expected a database, got no such file.': '{{file}}: basis data tidak ada.',
  '{{file}}: expected damage to indexes alone, got "{{damage}}". Restore a backup instead.':
    '{{file}}: bukan hanya indeks yang rusak: "{{damage:said}}". Pulihkan sebuah cadangan.',
  '{{file}}: expected a backup, got no such file.': '{{file}}: cadangan tidak ada.',
  '{{file}}: expected a backup, got an empty database.': '{{file}}: ini basis data kosong, bukan cadangan.',
  '{{file}}: expected a whole backup, got "{{damage}}".': '{{file}}: cadangan tidak utuh: "{{damage:list}}".',
  '{{file}} is being replaced already; wait for it': '{{file}} sedang diganti; tunggu sampai selesai',
  '{{file}} is being replaced; ask again': '{{file}} sedang diganti; minta sekali lagi',
  '{{file}}: expected a workspace that does not open, got an open one.':
    '{{file}}: ruang kerja ini terbuka; pemulihan hanya untuk yang tidak bisa dibuka.',
  '{{folder}}: expected a backup {{name}}, got none of that name.':
    '{{folder}}: tidak ada cadangan bernama {{name}}.',
  // Checks of integrity: what is checked
  schema: 'skema',
  migrations: 'migrasi',
  'foreign keys': 'kunci asing',
  values: 'nilai',
  records: 'catatan',
  'paid orders': 'order yang dibayar',
  payments: 'pembayaran',
  figures: 'angka',
  histories: 'riwayat',
  assumptions: 'asumsi',
  ledger: 'buku besar',
  log: 'log',
  events: 'peristiwa',
  // What a check has found
  'the file and its indexes are sound': 'berkas dan indeksnya utuh',
  'every reference points to a row': 'setiap rujukan menunjuk ke sebuah baris',
  'every value is one that its column may have': 'setiap nilai boleh ada di kolomnya',
  'tables and guards are as migrated': 'tabel dan penjaganya sesuai migrasi',
  '{{applied}} applied, unchanged; {{others}} to come':
    '{{applied:number}} diterapkan, tidak berubah; {{others:number}} belum',
  '{{paid}} of {{orders}} orders are paid, each with a payment and a frozen forecast':
    '{{paid:number}} dari {{orders:number}} order dibayar, masing-masing dengan pembayaran dan prakiraan beku',
  'sums of orders agree with their days': 'jumlah order cocok dengan harinya',
  'imported histories have their rows': 'riwayat yang diimpor punya baris-barisnya',
  'every edit of an assumption follows the one before': 'setiap perubahan asumsi melanjutkan yang sebelumnya',
  'every state follows from its events': 'setiap status mengikuti peristiwanya',
  'payments add up: {{sums}}': 'jumlah pembayaran cocok: {{sums:list}}',
  'none yet': 'belum ada',
  '{{minor}} minor units of {{currency}}': '{{minor:number}} satuan terkecil {{currency}}',
  '{{count}} transfers balance, and the balances are their sums':
    '{{count:number}} transfer seimbang, dan saldonya adalah jumlahnya',
  '{{entries}} entries follow each other, root {{root}}…':
    '{{entries:number}} entri berurutan, akar {{root}}…',
  'the log has {{entries}} entries with root {{root}}, its tree says otherwise':
    'log punya {{entries:number}} entri dengan akar {{root}}, pohonnya berkata lain',
  'log entry {{seq}}: expected {{expected}}, got {{received}}':
    'entri log {{seq}}: seharusnya {{expected:said}}, ini {{received:said}}',
  'an entry': 'entri',
  'the entry before to be {{previous}}': 'entri sebelumnya {{previous}}',
  'entry {{seq}}': 'entri {{seq}}',
  'the hash of its text beside it': 'sidik teksnya di sampingnya',
  'and {{count}} more': 'dan {{count:number}} lagi',
  'order {{id}} is {{state}} without a payment': 'order {{id}} {{state:said}} tanpa pembayaran',
  'order {{id}} is {{state}} with a payment': 'order {{id}} {{state:said}} dengan pembayaran',
  'order {{id}} is {{state}} without a frozen forecast': 'order {{id}} {{state:said}} tanpa prakiraan beku',
  'order {{id}} is {{state}} with a frozen forecast': 'order {{id}} {{state:said}} dengan prakiraan beku',
  'order {{id}} is {{state}}, but its events end in {{last}}':
    'order {{id}} {{state:said}}, tetapi peristiwanya berakhir pada {{last:said}}',
  'order {{id}} goes from {{from}} to {{to}} after {{before}}':
    'order {{id}} berpindah dari {{from:said}} ke {{to:said}} sesudah {{before:said}}',
  'order {{id}}, {{rule}}: {{message}}': 'order {{id}}, {{rule}}: {{message:said}}',
  'the payment of order {{id}} does not add up to its budget and tax':
    'pembayaran order {{id}} tidak sama dengan anggaran dan pajaknya',
  'the sums of order {{id}} are not those of its days': 'jumlah order {{id}} bukan jumlah hari-harinya',
  'history {{id}} ({{name}}) has {{found}} rows instead of {{rows}}':
    'riwayat {{id}} ({{name}}) punya {{found:number}} baris, bukan {{rows:number}}',
  'edit {{edit}} of {{market}} {{entry}} does not follow the one before':
    'perubahan {{edit}} atas {{market}} {{entry}} tidak melanjutkan yang sebelumnya',
  '{{balance}}: the transfers make {{minor}}, the balance says {{kept}}':
    '{{balance}}: transfernya berjumlah {{minor:number}}, saldonya {{kept:number}}',
  '{{count}} rows of {{table}} break {{rule}}': '{{count:number}} baris {{table}} melanggar {{rule}}',
  '{{count}} rows of {{table}} have no text in {{column}}':
    '{{count:number}} baris {{table}} tanpa teks di {{column}}',
  '{{count}} rows of {{table}} point nowhere': '{{count:number}} baris {{table}} menunjuk ke yang tidak ada',
  'rows of {{table}} cannot be checked: {{reason}}': 'baris {{table}} tidak dapat diperiksa: {{reason}}',
  '{{name}} is changed': '{{name}} berubah',
  '{{name}} is gone': '{{name}} hilang',
  '{{name}} does not belong here': '{{name}} tidak seharusnya ada di sini',
} as const
