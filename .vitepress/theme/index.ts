import type { Theme } from 'vitepress'
import HomeDoors from './components/home/HomeDoors.vue'
import BackButton from './components/markdown/BackButton.vue'
import DrawnPicture from './components/markdown/DrawnPicture.vue'
import EditionBadge from './components/markdown/EditionBadge.vue'
import LabelByEra from './components/markdown/LabelByEra.vue'
import NextStep from './components/markdown/NextStep.vue'
import TryIt from './components/markdown/TryIt.vue'
import TutorialTags from './components/markdown/TutorialTags.vue'
import Welcome from './components/markdown/Welcome.vue'
import Layout from './Layout.vue'
import './styles/index.css'

/** The looks of the site, and the components that authors may use in Markdown. */
export default {
  Layout,
  enhanceApp({ app, router }) {
    app.provide('guardLeaving', (mayLeave: (to: string) => Promise<boolean>) => {
      router.onBeforeRouteChange = mayLeave
    })
    app.component('BackButton', BackButton)
    app.component('DrawnPicture', DrawnPicture)
    app.component('EditionBadge', EditionBadge)
    app.component('HomeDoors', HomeDoors)
    app.component('LabelByEra', LabelByEra)
    app.component('NextStep', NextStep)
    app.component('TryIt', TryIt)
    app.component('TutorialTags', TutorialTags)
    app.component('Welcome', Welcome)
  },
} satisfies Theme
