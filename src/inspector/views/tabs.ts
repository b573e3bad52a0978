// The tabs in their order.

export const tabs = ['Sessions', 'Tree', 'Signals', 'Messages', 'Renders', 'States'] as const
