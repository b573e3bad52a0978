// The widget classes of the browser, by name. One line each: those that come with the page, and those that are
// fetched when a widget of them is first made, together with what belongs to them.

import * as buttons from '../../widgets/classes/buttons.ts'
import * as display from '../../widgets/classes/display.ts'
import * as inputs from '../../widgets/classes/inputs.ts'
import * as layout from '../../widgets/classes/layout.ts'
import * as panels from '../../widgets/classes/panels.ts'
import * as text from '../../widgets/classes/text.ts'
import * as windows from '../../widgets/classes/windows.ts'
import type { BrowserMethods, Catalog, ClassName, CreateArgs } from '../../widgets/derive.ts'
import { Box } from './box.ts'
import { Button } from './button.ts'
import { CheckBox } from './check-box.ts'
import { ComboBox } from './combo-box.ts'
import { Dialog } from './dialog.ts'
import { Expander } from './expander.ts'
import { Frame } from './frame.ts'
import { GridBox } from './grid-box.ts'
import { HBox } from './hbox.ts'
import { Label } from './label.ts'
import { Page } from './page.ts'
import { ProgressBar } from './progress-bar.ts'
import { RadioButton } from './radio-button.ts'
import { ScrollArea } from './scroll-area.ts'
import { Separator } from './separator.ts'
import { Slider } from './slider.ts'
import { SpinBox } from './spin-box.ts'
import { Splitter } from './splitter.ts'
import { StatusBar } from './status-bar.ts'
import { TabWidget } from './tab-widget.ts'
import { TextArea } from './text-area.ts'
import { TextEntry } from './text-entry.ts'
import { Timer } from './timer.ts'
import { ToggleButton } from './toggle-button.ts'
import { TopLevel } from './top-level.ts'
import { VBox } from './vbox.ts'
import type { Link, RemoteObject } from './remote-object.ts'

/** In the first load. */
export const eager = {
  Page,
  TopLevel,
  VBox,
  HBox,
  Box,
  GridBox,
  Frame,
  Expander,
  TabWidget,
  Splitter,
  ScrollArea,
  Separator,
  Label,
  Button,
  ToggleButton,
  CheckBox,
  RadioButton,
  TextEntry,
  TextArea,
  ComboBox,
  SpinBox,
  Slider,
  ProgressBar,
  StatusBar,
  Dialog,
  Timer,
} satisfies { [Name in ClassName]?: BrowserClass<Name> }

/** What is declared of them. */
export const declarations = {
  ...windows,
  ...layout,
  ...panels,
  ...display,
  ...buttons,
  ...text,
  ...inputs,
} satisfies { [Name in keyof typeof eager]: Catalog[Name] }

/** By class, how the part of the code that it stands in is fetched. */
export const lazy = {
  ButtonBox: () => import('./parts/button-box.ts'),
  MenuBar: () => import('./parts/menus.ts'),
  Menu: () => import('./parts/menus.ts'),
  MenuAction: () => import('./parts/menus.ts'),
  ToolBar: () => import('./parts/menus.ts'),
  ToolBarAction: () => import('./parts/menus.ts'),
  HtmlView: () => import('./parts/html.ts'),
  ExternalWidget: () => import('./parts/html.ts'),
  Markdown: () => import('./parts/markdown.ts'),
  Link: () => import('./parts/link.ts'),
  Image: () => import('./parts/pictures.ts'),
  Canvas: () => import('./parts/pictures.ts'),
  VideoWidget: () => import('./parts/video.ts'),
  ColorWidget: () => import('./parts/colors.ts'),
  ColorDialog: () => import('./parts/colors.ts'),
  TableView: () => import('./parts/tables.ts'),
  TreeView: () => import('./parts/tables.ts'),
  Chart: () => import('./parts/chart.ts'),
  Toast: () => import('./parts/toast.ts'),
  FileDialog: () => import('./parts/file-dialog.ts'),
  FixedLayout: () => import('./parts/layouts.ts'),
  StackWidget: () => import('./parts/layouts.ts'),
  MDIWidget: () => import('./parts/mdi.ts'),
  MDISubWindow: () => import('./parts/mdi.ts'),
  AbstractScrollArea: () => import('./parts/scroll-bars.ts'),
  ScrollBar: () => import('./parts/scroll-bars.ts'),
  Dial: () => import('./parts/dial.ts'),
  TextEntrySet: () => import('./parts/text-entry-set.ts'),
  TextSource: () => import('./parts/text-source.ts'),
  TextBufferRef: () => import('./parts/text-source.ts'),
} satisfies {
  [Name in Exclude<ClassName, keyof typeof eager>]: () => Promise<
    { readonly [Made in Name]: BrowserClass<Made> } & {
      readonly declarations: { readonly [Made in Name]: Catalog[Made] }
    }
  >
}

type BrowserClass<Name extends ClassName> = new (
  link: Link,
  ...args: CreateArgs<Name>
) => RemoteObject & BrowserMethods<Name>
