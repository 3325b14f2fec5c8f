import { describeActivation } from './activation-contract.ts'
import { describeAnswers } from './answers-contract.ts'
import { nodejs } from './program.ts'
import { describeStart } from './start-contract.ts'

describeActivation(nodejs)
describeAnswers(nodejs)
describeStart(nodejs)
