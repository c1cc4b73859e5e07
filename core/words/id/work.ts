/** What is said of work that was asked for: forecasts, learning, evidence, files on their way, threads. */
export const work = {
  // Comparing and planning
  'an order of {{market}}': 'order dari {{market}}',
  '{{market}}, the market of the first order: money of two markets does not compare':
    '{{market}}, pasar order pertama: uang dari dua pasar tidak bisa dibandingkan',
  'clicks, or an order whose profit is forecast: {{name}} lacks a commission rate, a conversion rate or a unit cost':
    'klik, atau order yang labanya diprakirakan: {{name}} tanpa tarif komisi, tingkat konversi, atau biaya per unit',
  // Learning and back-tests
  'Expected deliveries to test with, got none.': 'Tidak ada penayangan untuk menguji.',
  'Expected rows of {{rows}} on both sides of the split, got {{found}}.':
    'Seharusnya ada dari {{rows:number}} baris di kedua sisi pembagian: {{found:said}}.',
  'none to learn from': 'tidak ada untuk dipelajari',
  '{{count}} to test': '{{count:number}} untuk diuji',
  'learning failed: {{reason}}': 'belajar gagal: {{reason}}',
  // An audit
  '{{failure}} Reading ended before the first order.':
    '{{failure:said}} Pembacaan berhenti sebelum order pertama.',
  '{{failure}} Reading ended after order {{id}}.':
    '{{failure:said}} Pembacaan berhenti sesudah order {{id}}.',
  'order {{id}}: {{failure}}': 'order {{id}}: {{failure:said}}',
  '{{failure}}: {{path}}, expected {{expected}}': '{{failure:said}}: {{path}}, seharusnya {{expected:said}}',
  // Evidence
  'Expected paid orders, got none.': 'Tidak ada order yang sudah dibayar.',
  'Expected paid orders that run from {{from}} on, got none.':
    'Tidak ada order yang sudah dibayar dan tayang sejak {{from}}.',
  'Expected paid orders that run until {{to}}, got none.':
    'Tidak ada order yang sudah dibayar dan tayang sampai {{to}}.',
  'Expected paid orders that run from {{from}} on until {{to}}, got none.':
    'Tidak ada order yang sudah dibayar dan tayang sejak {{from}} sampai {{to}}.',
  'The log does not agree with itself: {{what}}. Nothing is signed; run foreclick check, which tells all.':
    'Log tidak cocok dengan dirinya sendiri: {{what:said}}. Tidak ada yang ditandatangani; jalankan foreclick check, yang menyebut semuanya.',
  'entry {{seq}} is not what was written': 'entri {{seq}} bukan seperti yang ditulis',
  'its tree has {{size}} leaves, the log {{entries}}':
    'pohonnya punya {{size:number}} daun, log {{entries:number}}',
  '{{folder}}: expected a signing key, got none.': '{{folder}}: tidak ada kunci penanda tangan.',
  '{{file}}: expected a key that only its owner can read, got permissions {{permissions}}. Run chmod 600 on it.':
    '{{file}}: kunci seharusnya hanya bisa dibaca pemiliknya; izinnya {{permissions}}. Jalankan chmod 600 padanya.',
  'another kind of key': 'jenis kunci lain',
  "{{file}}: expected the workspace's Ed25519 key, got {{reason}}. Put it back from a copy; moved away, a new key is made and the log says so.":
    '{{file}}: seharusnya kunci Ed25519 ruang kerja ini, ini {{reason:said}}. Kembalikan dari salinan; bila dipindahkan, kunci baru dibuat dan log menyebutnya.',
  'an evidence pack of more than 4 GB: choose fewer orders':
    'paket bukti lebih dari 4 GB: pilih lebih sedikit order',
  '{{name}} has more than 4 GB: choose fewer orders': '{{name}} lebih dari 4 GB: pilih lebih sedikit order',
  'cancelled; nothing was written': 'dibatalkan; tidak ada yang ditulis',
  // Files on their way
  '{{count}} files are on their way already; wait for one, or drop it':
    '{{count:number}} berkas sedang dikirim; tunggu satu selesai, atau batalkan satu',
  '{{received}}, what was received so far': '{{received}}, yang diterima sejauh ini',
  'Expected all {{count}} bytes of {{name}}, got {{received}}.':
    'Seharusnya seluruh {{count:number}} bita dari {{name}}; diterima {{received:number}}.',
  // Runs and threads
  '{{count}} runs are going on already; wait for one, or cancel it':
    '{{count:number}} pekerjaan sedang berjalan; tunggu satu selesai, atau batalkan satu',
  'the work failed: {{reason}}': 'pekerjaan gagal: {{reason}}',
  'the simulation failed: {{reason}}': 'simulasi gagal: {{reason}}',
  'the simulation has ended': 'simulasi sudah berakhir',
  'the simulation was not asked: {{reason}}': 'simulasi tidak sempat diminta: {{reason:said}}',
  'the simulation threads keep ending; try again in a minute':
    'utas simulasi terus berakhir; coba lagi sebentar lagi',
  'the simulation threads keep ending ({{why}}); try again in a minute':
    'utas simulasi terus berakhir ({{why:said}}); coba lagi sebentar lagi',
  'the {{name}} thread failed: {{reason}}': 'utas {{name}} gagal: {{reason:said}}',
  'no answer in {{seconds}} s': 'tidak ada jawaban dalam {{seconds:number}} detik',
  'it ended': 'utas itu berakhir',
  // Between page and program
  'Foreclick does not answer. It may have been stopped.':
    'Foreclick tidak menjawab. Mungkin sudah dihentikan.',
  'Foreclick gave no answer (HTTP {{status}}).': 'Foreclick tidak memberi jawaban (HTTP {{status}}).',
  'The console met an internal error.': 'Konsol mengalami kesalahan internal.',
  'This browser has no session here, or the console was started anew. Press Enter in the terminal where Foreclick runs, and open the address that it prints.':
    'Peramban ini tidak punya sesi di sini, atau konsol dijalankan ulang. Tekan Enter di terminal tempat Foreclick berjalan, lalu buka alamat yang ditampilkannya.',
  'Requests are sent as application/json.': 'Permintaan dikirim sebagai application/json.',
  'The request is not JSON.': 'Permintaan ini bukan JSON.',
  'The console knows no such request.': 'Konsol tidak mengenal permintaan seperti itu.',
  'This is asked with {{method}}.': 'Ini diminta dengan {{method}}.',
  'The request is larger than any the console makes (1 MB).':
    'Permintaan ini lebih besar dari semua yang dibuat konsol (1 MB).',
  'the file ended at {{received}} of {{count}} bytes':
    'berkas berakhir pada {{received:number}} dari {{count:number}} bita',
  'The window refused a request ({{reason}}).': 'Jendela menolak sebuah permintaan ({{reason}}).',
  'the backend keeps ending; restart Foreclick':
    'bagian belakang program terus berakhir; jalankan ulang Foreclick',
  'Foreclick is closing': 'Foreclick sedang ditutup',
  'expected a request about an open workspace': 'permintaan ini hanya untuk ruang kerja yang terbuka',
} as const
