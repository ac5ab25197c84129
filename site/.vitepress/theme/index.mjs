import DefaultTheme from 'vitepress/theme-without-fonts'
import FrameworkTabs from './framework-tabs.vue'
import LiveChart from './live-chart.vue'
import PlaygroundFrame from './playground-frame.vue'
import './theme.css'

export default {
  extends: DefaultTheme,
  enhanceApp({ app }) {
    app.component('FrameworkTabs', FrameworkTabs)
    app.component('LiveChart', LiveChart)
    app.component('PlaygroundFrame', PlaygroundFrame)
  },
}
