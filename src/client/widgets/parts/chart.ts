// Widgets that are fetched together: charts.

export { Chart } from '../chart.ts'
