// What has no place on the page.

import { FileDialog, TextBufferRef, Timer } from 'treewire'

export const objects = [
  <FileDialog mode="files" />,
  <Timer duration={2} />,
  <TextBufferRef offset={0} gravity="right" />,
]
