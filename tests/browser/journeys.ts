/**
 * Whether only some of the longest journeys are made: `JOURNEYS=some`, where the time of a machine is short. Every
 * mission and every kind of trouble is still met, though not each with each other. Without it all are made.
 */
export const areSome = process.env.JOURNEYS === 'some'
