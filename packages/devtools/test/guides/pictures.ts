import { writeFileSync } from 'node:fs'
import {
  chartGraph,
  layOutHere,
  mermaidOf,
  statelyJsonOf,
  svgOf,
} from '@authchart/devtools/pictures'
import { authMachine } from '@authchart/machine/xstate'

const graph = chartGraph(authMachine)
writeFileSync('chart.svg', svgOf(graph, layOutHere(graph), 'Sign-in'))
writeFileSync('sign-in.mmd', mermaidOf(graph, 'signIn'))
writeFileSync('chart.json', statelyJsonOf(authMachine))
