import { describeActivation } from './activation-contract.ts'
import { describeAnswers } from './answers-contract.ts'
import { java } from './program.ts'
import { describeStart } from './start-contract.ts'

describeActivation(java)
describeAnswers(java)
describeStart(java)
