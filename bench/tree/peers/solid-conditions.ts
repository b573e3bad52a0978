// Tells node's loader to take Solid's client build: its server build, which node would take, renders once and is done.

import type { ResolveHook } from 'node:module'

export const resolve: ResolveHook = (specifier, context, next) => {
  const isSolid = specifier === 'solid-js' || specifier.startsWith('solid-js/')
  if (!isSolid) return next(specifier, context)
  const others = context.conditions.filter((condition) => condition !== 'node')
  return next(specifier, { ...context, conditions: ['browser', ...others] })
}
