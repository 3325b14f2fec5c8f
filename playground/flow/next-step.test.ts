import { expect, test } from 'vitest'
import type { Exchange } from './exchange.ts'
import { nextStep, type Progress } from './next-step.ts'

const app = { clientId: 'one', name: 'My app', isConnected: false }
const start: Progress = {
  apps: [],
  clientId: '',
  isRunning: false,
  held: undefined,
  screen: '/',
  exchanges: [],
}

function answered(path: string, status: number, body: string): Exchange {
  return {
    id: path,
    from: 'app',
    to: 'pim',
    at: '',
    durationMs: 1,
    request: { method: 'GET', url: `https://my-pim.example.com${path}`, headers: {}, body: '' },
    response: { status, headers: {}, body },
    checks: [],
    title: '',
    part: 'flow',
  }
}

const token = answered('/connect/apps/v1/oauth2/token', 200, '{"access_token":"t","scope":"s"}')
const refused = answered('/connect/apps/v1/oauth2/token', 400, '{"error":"invalid_grant"}')
const products = answered('/api/rest/v1/products?limit=10', 200, '{}')

test('the steps follow each other as state and journal say', () => {
  const ready: Progress = { ...start, apps: [app], clientId: 'one' }
  const running: Progress = { ...ready, isRunning: true }
  const steps = [
    { ...start, apps: 'refused' as const },
    start,
    { ...ready, clientId: '' },
    ready,
    running,
    { ...running, screen: '/connect/apps/authorize?client_id=one' },
    { ...running, exchanges: [token] },
    { ...running, exchanges: [token, products] },
  ].map(nextStep)
  expect(steps).toEqual([
    'get-permission',
    'create-app',
    'take-credentials',
    'run-app',
    'connect-app',
    'confirm',
    'call-api',
    'explore',
  ])
})

test('an app that was connected before a reload is opened again', () => {
  const apps = [{ ...app, isConnected: true }]
  expect(nextStep({ ...start, apps, clientId: 'one', isRunning: true })).toBe('open-app')
})

test('credentials of an app that is gone are taken anew', () => {
  expect(nextStep({ ...start, apps: [app], clientId: 'gone', isRunning: true })).toBe(
    'take-credentials',
  )
})

test('a refused token request is no token', () => {
  expect(
    nextStep({ ...start, apps: [app], clientId: 'one', isRunning: true, exchanges: [refused] }),
  ).toBe('connect-app')
})

test('while a hop is held nothing else comes first', () => {
  const progress = { ...start, apps: [app], clientId: 'one' }
  expect(nextStep({ ...progress, held: 'hop' })).toBe('send-hop')
  expect(nextStep({ ...progress, held: 'refusal' })).toBe('undo-refusal')
})
