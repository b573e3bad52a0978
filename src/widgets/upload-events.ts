// What the server tells of files on their way, besides their progress. Browsers send none of it.

import { event, ours, param } from './define.ts'
import { upload, uploadFailure } from './uploads.ts'

export const uploadEvents = {
  upload: ours(
    event(
      [param('upload', upload)],
      'Made by the server when files are on their way; says where they go, and can cancel them.',
    ),
  ),
  'upload-failed': ours(
    event(
      [param('failure', uploadFailure)],
      'Made by the server when files will not arrive: too large, cancelled, the browser is gone.',
    ),
  ),
} as const
