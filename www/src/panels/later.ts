// The panels that the first chart can do without, in a file of their own.

export { reading as readingStyles } from "../styles/reading";
export { comparing } from "./compare";
export { understanding } from "./read/show";
export { take } from "./read/take";
export { refused } from "./refused";
export { sheets } from "./sheets";
export { tables } from "./table";
