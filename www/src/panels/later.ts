// The panels that the first chart can do without, in a file of their own.
// What this file and the element both need would be a file apart: named here, the element is in that one, and one
// file packs better than two.
import "../monitor";
import { asking as askingStyles } from "../styles/asking";
import { crosstab as crosstabStyles } from "../styles/crosstab";
import { publish as publishStyles } from "../styles/publish";
import { reading as readingStyles } from "../styles/reading";
import { risk as riskStyles } from "../styles/risk";
import { settings as settingsStyles } from "../styles/settings";
import { shown as shownStyles } from "../styles/shown";
import { trust as trustStyles } from "../styles/trust";

export { publish } from "../publication/make";
export { asking, clausesInWords, crosstab, selectionWords, sides } from "./ask/show";
export { units } from "./ask/units";
export { comparing } from "./compare";
export { absent, navigation } from "./guide";
export { publishPanel } from "./publish/panel";
export { understanding } from "./read/show";
export { take } from "./read/take";
export { refused } from "./refused";
export { risk } from "./risk";
export { sheets } from "./sheets";
export { notesApart, sharesApart, tables, tablesApart } from "./table";
export { trust } from "./trust";

export const laterStyles = [
  shownStyles,
  readingStyles,
  askingStyles,
  crosstabStyles,
  settingsStyles,
  riskStyles,
  publishStyles,
  trustStyles,
];
