// The widget classes of the browser, by name. One line each: those that come with the page, and those that are
// fetched when a widget of them is first made, together with what belongs to them.

import type { BrowserMethods, ClassName, CreateArgs } from '../../widgets/derive.ts'
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

/** By class, how the part of the code that it stands in is fetched. */
export const lazy = {
  HtmlView: () => import('./parts/html.ts'),
  TableView: () => import('./parts/tables.ts'),
  Chart: () => import('./parts/chart.ts'),
} satisfies {
  [Name in Exclude<ClassName, keyof typeof eager>]: () => Promise<{
    readonly [Made in Name]: BrowserClass<Made>
  }>
}

type BrowserClass<Name extends ClassName> = new (
  link: Link,
  ...args: CreateArgs<Name>
) => RemoteObject & BrowserMethods<Name>
