import { describeActivation } from './activation-contract.ts'
import { describeAnswers } from './answers-contract.ts'
import { python } from './program.ts'
import { describeStart } from './start-contract.ts'

describeActivation(python)
describeAnswers(python)
describeStart(python)
