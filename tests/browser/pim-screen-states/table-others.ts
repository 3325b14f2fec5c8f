import { alwaysOne, loadsNothing, type ScreenRow } from './screen-row.ts'

/** Roles, the bell, and what is no screen. */
export const otherRows: readonly ScreenRow[] = [
  {
    screen: 'Roles',
    paths: ['/system/roles'],
    empty: { none: 'A PIM has an administrator.' },
    one: { none: 'The users of a PIM have three roles from the start.' },
    many: ['roles'],
    loading: ['roles, loading'],
    error: ['roles, unreachable'],
    further: [],
  },
  {
    screen: 'A role',
    paths: ['/system/roles/:id'],
    empty: ['role, users'],
    one: ['role'],
    many: ['role, permissions', 'role, Web API permissions'],
    loading: ['role, loading'],
    error: ['role, unknown', 'role, save failed'],
    further: [],
  },
  {
    screen: 'The bell',
    paths: [],
    empty: ['notifications, none'],
    one: ['notifications, one'],
    many: ['notifications, many'],
    loading: { none: 'It shows the mark of every screen that loads.' },
    error: ['notifications, unreachable'],
    further: ['notifications, long name'],
  },
  {
    screen: 'No screen',
    paths: ['/:unknown(.*)*'],
    empty: alwaysOne,
    one: ['no page'],
    many: alwaysOne,
    loading: loadsNothing,
    error: { none: 'It is what an unknown address looks like.' },
    further: [],
  },
]
