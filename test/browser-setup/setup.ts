// Text gets the same width in every Chromium build (headless shell or full browser, hinting or none),
// and nothing moves by itself while a test looks at it.

import '../setup.ts'

const style = document.createElement('style')
style.textContent = `* {
  text-rendering: geometricPrecision !important;
  transition: none !important;
  animation: none !important;
  caret-color: transparent !important;
}`
document.head.append(style)
