import { readChanges, type Change } from '../site/changes.ts'
import { readDocsFolder } from '../site/docs-folder.ts'
import { createPageIndex } from '../site/pages.ts'

declare const data: Change[]
export { data }

export default {
  watch: ['../../docs/changes.yaml'],
  load(): Change[] {
    const docs = readDocsFolder()
    return readChanges(docs.directory, createPageIndex(docs))
  },
}
