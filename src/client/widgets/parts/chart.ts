// Widgets that are fetched together: charts.

export * as declarations from '../../../widgets/classes/charts.ts'
export { Chart } from '../chart.ts'
