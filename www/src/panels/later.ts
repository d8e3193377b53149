// The panels that the first chart can do without, in a file of their own.
export { comparing } from "./compare";
export { refused } from "./refused";
export { sheets } from "./sheets";
export { tables } from "./table";
export { understood } from "./understood";
