import { code, label, sentence } from '../../describe-step.ts'
import { choose, fill, press, tick, type Act } from '../act.ts'
import type { Mission, PimState, Situation, StepContext } from '../mission.ts'
import { newConnections } from '../read-situation.ts'

const list = '/connect/connection-settings'
const form = `${list}/create`

/** How a connection of a flow type is made: from the list, through the form. */
export function creation(
  { words }: Pick<StepContext, 'words'>,
  name: string,
  flowType: keyof StepContext['words']['flowTypes'],
): Act[] {
  return [
    toConnections({ words }),
    press('browser', 'Create', { at: list }),
    fill('browser', 'Label (required)', name, form),
    choose('Flow type (required)', words.flowTypes[flowType].one, form),
    press('browser', 'Save', { at: form }),
  ]
}

/** The screen with all connections. */
export function toConnections({ words }: Pick<StepContext, 'words'>): Act {
  const { connectionsTab, connections } = words.menu
  return { kind: 'screen', address: list, via: [connectionsTab, connections] }
}

function editorOf(context: StepContext): Act[] {
  const connection = newConnections(context).at(-1)
  return connection
    ? [{ kind: 'screen', address: `${list}/${connection.code}/edit`, via: [connection.label] }]
    : []
}

function hasOwnGroup(situation: Situation): boolean {
  const { users, userGroups } = situation.state
  const narrow = new Set(userGroups.filter(({ name }) => name !== 'All').map(({ id }) => id))
  return newConnections(situation).some(({ username }) =>
    users.find((user) => user.username === username)?.groupIds.some((id) => narrow.has(id)),
  )
}

function groupToChoose({ userGroups }: PimState): string {
  return userGroups.find(({ name, type }) => name !== 'All' && type === 'default')?.name ?? ''
}

/** "Create a connection". */
export const createConnection: Mission = {
  id: 'create-connection',
  title: 'Create a connection',
  intro:
    'Let an ERP talk to the PIM: declare it, watch it, and keep it to its part of the catalog.',
  scenario: 'fresh-pim',
  steps: [
    {
      id: 'create',
      title: ({ words }) =>
        `Create ${words.connection.one === 'app' ? 'an app' : 'a connection'} for a ${words.flowTypes.data_source.one.toLowerCase()}`,
      hint: ({ words }) =>
        sentence`Open ${label(words.menu.connectionsTab)} › ${label(words.menu.connections)} and press ${label('Create')}. Give it a label, such as ${code('Moss ERP')}; the code is made from it. Flow type: ${label(words.flowTypes.data_source.one)}. Then ${label('Save')}.`,
      acts: (context) => creation(context, 'Moss ERP', 'data_source'),
      right: () => 'manageConnections',
      isDone: (situation) =>
        newConnections(situation).some(({ flowType }) => flowType === 'data_source'),
    },
    {
      id: 'track',
      title: ({ words }) => `Follow what it sends in ${words.menu.dataFlows}`,
      hint: ({ words }) =>
        sentence`Under ${label('Settings')} tick ${label(words.track)} and press ${label('Save')}.`,
      acts: (context) => [
        ...editorOf(context),
        tick(context.words.track, `${list}/`),
        press('browser', 'Save', { at: `${list}/` }),
      ],
      right: () => 'manageConnections',
      isDone: (situation) => newConnections(situation).some(({ auditable }) => auditable),
    },
    {
      id: 'group',
      title: () => 'Keep it to its part of the catalog',
      hint: ({ state }) =>
        sentence`Under ${label('Permissions')} choose another ${label('Group')} than ${label('All')}, for instance ${label(groupToChoose(state))}, and press ${label('Save')}.`,
      acts: (context) => [
        ...editorOf(context),
        choose('Group', groupToChoose(context.state), `${list}/`),
        press('browser', 'Save', { at: `${list}/` }),
      ],
      right: () => 'manageConnections',
      isDone: hasOwnGroup,
    },
  ],
}
