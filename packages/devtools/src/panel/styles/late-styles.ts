import { catalogueStyles } from './styles-catalogue.ts'
import { chartStyles } from './styles-chart.ts'
import { doStyles } from './styles-do.ts'
import { floatingStyles } from './styles-floating.ts'
import { heatStyles } from './styles-heat.ts'
import { sessionStyles } from './styles-session.ts'
import { timeStyles } from './styles-time.ts'
import { timelineStyles } from './styles-timeline.ts'

/** Styles of everything that is not visible when the panel first opens: loaded then. */
export const lateStyles = [
  floatingStyles,
  timelineStyles,
  chartStyles,
  sessionStyles,
  timeStyles,
  catalogueStyles,
  doStyles,
  heatStyles,
].join('')
