// What `treewire/opentelemetry` offers.

export { openTelemetry, type OpenTelemetryOptions } from './opentelemetry.ts'
