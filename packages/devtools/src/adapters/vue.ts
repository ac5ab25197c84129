import type { AnyAuth } from '@authchart/machine'
import { defineComponent, onMounted, onUnmounted, type PropType, toRaw, watch } from 'vue'
import type { InspectOptions } from '../trace/inspector.ts'
import { beginInspector, showInspector } from './show-inspector.ts'

/**
 * The inspector of an auth, for as long as this is in the tree: it draws itself at the end of the
 * page. The first of the components, so that it begins before they subscribe.
 */
export const AuthInspector = defineComponent({
  name: 'AuthInspector',
  props: {
    auth: { type: Object as PropType<AnyAuth>, required: true },
    /** As they are the first time. */
    options: { type: Object as PropType<InspectOptions>, default: undefined },
  },
  setup(props) {
    const { options } = props
    let hide = () => {}
    const show = (auth: AnyAuth) => {
      hide()
      hide = showInspector(toRaw(auth), options)
    }
    beginInspector(toRaw(props.auth), options)
    onMounted(() => show(props.auth))
    watch(() => props.auth, show, { flush: 'post' })
    onUnmounted(() => hide())
    return () => null
  },
})
