/** The door of the simulator: facts of a provider's desk from a contract and a seed. */
export { type Simulation, type SimulationInput, simulate } from './simulate.ts'
