/** What the verifier of evidence packs finds. It shares no code with the program: its sentences are read as they come. */
export const verifier = {
  'it cannot be read: {{reason}}': 'tidak dapat dibaca: {{reason}}',
  'this file is missing from the pack': 'berkas ini tidak ada di paket',
  'this file was put into the pack after it was signed':
    'berkas ini dimasukkan ke paket sesudah ditandatangani',
  'expected {{bytes}} bytes as they were signed, got {{length}} others':
    'seharusnya {{bytes:number}} bita seperti saat ditandatangani, ini {{length:number}} bita lain',
  // Lines of a file
  'a line stands here a second time': 'sebuah baris ada dua kali di sini',
  'a line of the file stands here a second time': 'sebuah baris dari berkas ini ada dua kali di sini',
  'a line was added at the end': 'sebuah baris ditambahkan di akhir',
  'a line was inserted here': 'sebuah baris disisipkan di sini',
  'a line was deleted here': 'sebuah baris dihapus di sini',
  'a line of another place stands here': 'baris dari tempat lain ada di sini',
  'this line and the next one changed places': 'baris ini dan baris berikutnya bertukar tempat',
  'this line was changed': 'baris ini diubah',
  'this line was changed: {{words}}': 'baris ini diubah: {{words:said}}',
  'the file ends here; its last {{missing}} lines were cut off':
    'berkas berakhir di sini; {{missing:number}} baris terakhirnya dipotong',
  // The log
  'what stands for entries that are left out does not fit here':
    'pengganti entri yang tidak disertakan tidak cocok di sini',
  'this is not an entry of a log': 'ini bukan entri log',
  'this line is no JSON': 'baris ini bukan JSON',
  'it is no JSON': 'ini bukan JSON',
  'expected entry {{size}} here, got entry {{seq}}': 'seharusnya entri {{size}} di sini, ini entri {{seq}}',
  'entry {{size}} was written after another entry than this one: one of the two was changed or moved':
    'entri {{size}} ditulis sesudah entri yang lain dari ini: salah satunya diubah atau dipindahkan',
  'the log ends here, its checkpoint counts {{size}} entries: the tail was cut off':
    'log berakhir di sini, titik periksanya menghitung {{size:number}} entri: ekornya dipotong',
  'the log ends here, the checkpoint that was given counts {{size}} entries: the tail was cut off':
    'log berakhir di sini, titik periksa yang diberikan menghitung {{size:number}} entri: ekornya dipotong',
  'the log has {{entries}} entries, its checkpoint counts {{size}}':
    'log punya {{entries:number}} entri, titik periksanya menghitung {{size:number}}',
  'the entries make root {{made}}, the checkpoint says {{root}}: the last entry, or one that is left out, was changed':
    'entri-entri menghasilkan akar {{made}}, titik periksa menyebut {{root}}: entri terakhir, atau yang tidak disertakan, diubah',
  'the checkpoint that was given ends among entries that this pack leaves out; ask for a pack of the whole log':
    'titik periksa yang diberikan berakhir di antara entri yang tidak disertakan paket ini; mintalah paket seluruh log',
  'the first {{size}} entries make root {{made}}, the checkpoint that was given says {{root}}: this is another history, changed at or before this entry':
    '{{size:number}} entri pertama menghasilkan akar {{made}}, titik periksa yang diberikan menyebut {{root}}: ini riwayat lain, diubah pada entri ini atau sebelumnya',
  'its inclusion proof does not lead to the root of the log': 'bukti keikutsertaannya tidak menuju akar log',
  'its consistency proof does not lead to the root of the log': 'bukti konsistensinya tidak menuju akar log',
  '{{what}} of this entry is {{chain}} in log/chain.jsonl and {{table}} in csv/log.csv':
    '{{what:said}} entri ini {{chain}} di log/chain.jsonl dan {{table}} di csv/log.csv',
  'the number': 'nomor',
  'the time': 'waktu',
  'the person': 'orang',
  'the command': 'perintah',
  'the kind of record': 'jenis catatan',
  'the record': 'catatan',
  // Seal and key
  'the log names no signing key': 'log tidak menyebut kunci penanda tangan',
  'the log names key {{named}}, the pack is signed by {{signer}}':
    'log menyebut kunci {{named}}, paket ditandatangani {{signer}}',
  'the pack is signed by key {{signer}}, expected {{expected}}: somebody else signed it':
    'paket ditandatangani kunci {{signer}}, seharusnya {{expected}}: orang lain menandatanganinya',
  'the pack is signed by key {{signer}}, its manifest names {{named}}':
    'paket ditandatangani kunci {{signer}}, daftar isinya menyebut {{named}}',
  'the pack is signed by key {{signer}}, the checkpoint that was given by {{kept}}: ask the owner; a new key is accepted when you name it (--key)':
    'paket ditandatangani kunci {{signer}}, titik periksa yang diberikan oleh {{kept}}: tanyakan pemiliknya; kunci baru diterima bila Anda menyebutnya (--key)',
  'it is not what the key in the pack signed: it was changed after it was signed':
    'ini bukan yang ditandatangani kunci dalam paket: diubah sesudah ditandatangani',
  'it is no Ed25519 public key': 'ini bukan kunci publik Ed25519',
  'it is not the table of contents of an evidence pack': 'ini bukan daftar isi paket bukti',
  'expected format foreclick-evidence, got {{format}}':
    'seharusnya format foreclick-evidence, ini {{format}}',
  'this verifier reads version {{known}} of the format, the pack has version {{version}}: use a newer verifier':
    'pemeriksa ini membaca format versi {{known}}, paket punya versi {{version}}: pakai pemeriksa yang lebih baru',
  'this browser or Node has no WebCrypto here; use Node.js 20 or newer':
    'peramban atau Node ini tanpa WebCrypto; pakai Node.js 20 atau lebih baru',
  'Ed25519 is not known here; use Node.js 20 or newer, or a newer browser':
    'Ed25519 tidak dikenal di sini; pakai Node.js 20 atau lebih baru, atau peramban yang lebih baru',
  'it is no checkpoint that this verifier knows': 'ini bukan titik periksa yang dikenal pemeriksa ini',
  'it is no checkpoint of a log': 'ini bukan titik periksa sebuah log',
  'its signature does not belong to it: it was changed, or put together':
    'tanda tangannya bukan miliknya: diubah, atau dirangkai',
  'it is another checkpoint than the one that the manifest was signed with':
    'ini titik periksa lain dari yang ditandatangani bersama daftar isi',
  'another key signed it than the pack': 'kunci lain menandatanganinya, bukan kunci paket',
  // Records
  'it is paid, and the log tells of no payment': 'sudah dibayar, tetapi log tidak menyebut pembayaran',
  '{{field}} is {{value}}, the log says {{logged}}': '{{field}} adalah {{value}}, log menyebut {{logged}}',
  'its days have {{days}} {{field}}, the reports in the log {{logged}}':
    'harinya punya {{days:number}} {{field}}, laporan di log {{logged:number}}',
  'its digest is {{digest}}, the payment in the log names {{logged}}':
    'sidiknya {{digest}}, pembayaran di log menyebut {{logged}}',
  'its numbers make {{made}}, it says {{digest}}': 'angkanya menghasilkan {{made}}, tertulis {{digest}}',
  'its lines add up to {{sum}}, expected 0': 'barisnya berjumlah {{sum:number}}, seharusnya 0',
  'it has {{rows}} rows for {{entries}} entries': 'ada {{rows:number}} baris untuk {{entries:number}} entri',
  // The ZIP
  'expected a ZIP file that ends with its table of contents, with nothing after it':
    'seharusnya berkas ZIP yang berakhir dengan daftar isinya, tanpa apa pun sesudahnya',
  'the table of contents of the ZIP has another length': 'daftar isi ZIP punya panjang lain',
  'the table of contents of the ZIP is broken off': 'daftar isi ZIP terpotong',
  'the end of the ZIP contradicts itself': 'akhir ZIP bertentangan dengan dirinya sendiri',
  '{{entries}} entries, at most {{most}} are read':
    '{{entries:number}} entri, yang dibaca paling banyak {{most:number}}',
  '{{bytes}} bytes, at most {{most}} are read':
    '{{bytes:number}} bita, yang dibaca paling banyak {{most:number}}',
  'a line of more than {{most}} letters': 'baris lebih dari {{most:number}} huruf',
  'this name stands in the pack more than once': 'nama ini ada lebih dari satu kali di paket',
  'this name leads out of the pack, or is none of ours: path traversal':
    'nama ini menuju keluar paket, atau bukan nama kami: pelintasan jalur',
  'a name in the ZIP is not UTF-8': 'sebuah nama di ZIP bukan UTF-8',
  'the entry is encrypted': 'entri ini terenkripsi',
  'compression method {{method}} is not known; expected stored or deflate':
    'cara pemampatan {{method}} tidak dikenal; seharusnya stored atau deflate',
  'the pack unpacks to more than {{bytes}} bytes': 'paket membesar menjadi lebih dari {{bytes:number}} bita',
  '{{packed}} bytes claim to unpack to {{bytes}}: a zip bomb':
    '{{packed:number}} bita mengaku membesar menjadi {{bytes:number}}: bom zip',
  'the entry holds more than the {{bytes}} bytes that it claims: a zip bomb':
    'entri berisi lebih dari {{bytes:number}} bita yang diakuinya: bom zip',
  'entries of the ZIP share their bytes: a zip bomb': 'entri-entri ZIP berbagi bita: bom zip',
  'expected {{bytes}} bytes, got {{length}}': 'seharusnya {{bytes:number}} bita, ini {{length:number}}',
  'its checksum in the ZIP is another one': 'jumlah periksanya di ZIP berbeda',
  'the entry cannot be unpacked': 'entri tidak dapat dibuka',
  'it is not UTF-8': 'ini bukan UTF-8',
  'there is no entry where the table of contents says': 'tidak ada entri di tempat yang disebut daftar isi',
  'the entry is longer than the ZIP': 'entri lebih panjang dari ZIP',
  'the entry calls itself something else than the table of contents does':
    'entri menyebut dirinya lain dari sebutan daftar isi',
} as const
