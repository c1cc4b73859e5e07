import { say } from '../../words/say.ts'
import type { FormatSpec } from './formatSpec.ts'

/** Change history of Google Ads (H10). */
export const googleChanges: FormatSpec = {
  format: 'googleChanges',
  title: say('Google Ads change history'),
  source: 'H10',
  kind: 'change',
  english: {
    from: ['Date & time'],
    'names.campaign': ['Campaign'],
    'names.group': ['Ad group'],
  },
  indonesian: {
    from: ['Tanggal & waktu'],
    'names.campaign': ['Kampanye'],
    'names.group': ['Grup iklan'],
  },
  extra: {
    text: [
      ['Change type', 'Jenis perubahan'],
      ['User', 'Pengguna'],
      ['Tool', 'Alat'],
      ['Changes', 'Perubahan'],
    ],
  },
  required: [['from'], ['extra.Change type'], ['extra.User']],
}
