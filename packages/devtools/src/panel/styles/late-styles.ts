import { catalogueStyles } from './styles-catalogue.ts'
import { chartStyles } from './styles-chart.ts'
import { doStyles } from './styles-do.ts'
import { floatingStyles } from './styles-floating.ts'
import { timeStyles } from './styles-time.ts'
import { timelineStyles } from './styles-timeline.ts'

/** Of all that is not seen when the panel opens for the first time: loaded then. */
export const lateStyles = [
  floatingStyles,
  timelineStyles,
  chartStyles,
  timeStyles,
  catalogueStyles,
  doStyles,
].join('')
