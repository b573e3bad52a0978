// The theme of VitePress, with the colours of the widgets.

import theme from 'vitepress/theme'
import './style.css'

export default theme
