import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'

/** Builds the screens to stand alone: the Node host serves `dist` at its root, beside the PIM's own addresses. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [vue()],
  build: {
    outDir: 'dist',
    assetsDir: 'screens',
    emptyOutDir: true,
    target: 'es2022',
    // One style sheet, and one file for what several screens use: each screen would else ask for fifty small ones.
    cssCodeSplit: false,
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'shared', minShareCount: 2 }] } },
    },
  },
})
