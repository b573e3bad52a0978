// The widget classes of the browser, by name. One line each.

import type { BrowserMethods, ClassName, CreateArgs } from '../../widgets/derive.ts'
import { Button } from './button.ts'
import { Chart } from './chart.ts'
import { CheckBox } from './check-box.ts'
import { ComboBox } from './combo-box.ts'
import { Dialog } from './dialog.ts'
import { Expander } from './expander.ts'
import { Frame } from './frame.ts'
import { GridBox } from './grid-box.ts'
import { HBox } from './hbox.ts'
import { HtmlView } from './html-view.ts'
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
import { TableView } from './table-view.ts'
import { TabWidget } from './tab-widget.ts'
import { TextArea } from './text-area.ts'
import { TextEntry } from './text-entry.ts'
import { Timer } from './timer.ts'
import { ToggleButton } from './toggle-button.ts'
import { TopLevel } from './top-level.ts'
import { VBox } from './vbox.ts'
import type { Link, RemoteObject } from './remote-object.ts'

const classes = {
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
  HtmlView,
  TableView,
  Chart,
  Dialog,
  Timer,
} satisfies {
  [Name in ClassName]: new (
    link: Link,
    ...args: CreateArgs<Name>
  ) => RemoteObject & BrowserMethods<Name>
}

type BrowserClass = new (link: Link, ...args: never[]) => RemoteObject

/** Names from the wire are looked up here and nowhere else. */
export const browserClasses: ReadonlyMap<string, BrowserClass> = new Map<string, BrowserClass>(
  Object.entries(classes),
)
