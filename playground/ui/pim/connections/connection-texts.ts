import type { Words } from '../wording.ts'

/** What the connection screens say, with the noun of the era. */
export interface ConnectionTexts {
  create: string
  noneDeclared: string
  overview: (count: number) => string
  counter: (count: number) => string
  created: string
  createFailed: string
  updated: string
  updateFailed: string
  deleted: string
  deleteFailed: string
  deleteQuestion: string
  secretQuestion: string
  passwordQuestion: string
  secretRegenerated: string
  passwordRegenerated: string
  secretFailed: string
  passwordFailed: string
}

export function connectionTexts({ connection }: Words): ConnectionTexts {
  const { one, many, title } = connection
  const question = (action: string) =>
    `Are you sure you want to ${action}? Not sure about the impacts?`
  const sorry = (action: string) => `Sorry, an error occurred while ${action}.`
  const article = /^[aeiou]/.test(one) ? 'an' : 'a'
  return {
    create: `Create a new ${one}`,
    noneDeclared: `No ${one} declared yet.`,
    overview: (count) =>
      count === 0
        ? `No ${one} links your PIM to other software yet. Declare ${article} ${one} for each program that calls the API.`
        : `${count} ${count === 1 ? one : many} ${count === 1 ? 'links' : 'link'} your PIM to other software.`,
    counter: (count) => `${count} ${count === 1 ? one : many}`,
    created: `${title} successfully created.`,
    createFailed: sorry(`creating the ${one}`),
    updated: `${title} successfully updated.`,
    updateFailed: sorry(`editing the ${one}`),
    deleted: `${title} successfully deleted.`,
    deleteFailed: sorry(`deleting the ${one}`),
    deleteQuestion: question(`delete the ${one}`),
    secretQuestion: question(`regenerate the ${one} secret`),
    passwordQuestion: question(`regenerate the ${one} password`),
    secretRegenerated: `${title} secret successfully regenerated.`,
    passwordRegenerated: `${title} password successfully regenerated.`,
    secretFailed: sorry(`regenerating the ${one} secret`),
    passwordFailed: sorry(`regenerating the ${one} password`),
  }
}
