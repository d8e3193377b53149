// The look of the slides: colours and letters as the page has them (styles/tokens.ts, light). Who pastes a slide in
// another presentation gets that one's colours, since all parts name a place in the theme and no colour of their own.
import { HEAD } from "../office/xml";

const DRAWING = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"';

/** In the order of the schema; the first accent is the data, the third what is not known. */
const COLOURS: [place: string, colour: string][] = [
  ["dk1", "1B2430"],
  ["lt1", "FFFFFF"],
  ["dk2", "566271"],
  ["lt2", "F4F6F8"],
  ["accent1", "0B6672"],
  ["accent2", "7D8B99"],
  ["accent3", "B9BFC6"],
  ["accent4", "9CC7CC"],
  ["accent5", "8A4B00"],
  ["accent6", "566271"],
  ["hlink", "0B6672"],
  ["folHlink", "566271"],
];

const FONT = '<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/>';
const FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
const LINE = `<a:ln w="9525">${FILL}<a:prstDash val="solid"/></a:ln>`;
const EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>";

export const theme = `${HEAD}<a:theme ${DRAWING} name="BEN-monitor"><a:themeElements><a:clrScheme name="BEN-monitor">${COLOURS.map(
  ([place, colour]) => `<a:${place}><a:srgbClr val="${colour}"/></a:${place}>`,
).join(
  "",
)}</a:clrScheme><a:fontScheme name="BEN-monitor"><a:majorFont>${FONT}</a:majorFont><a:minorFont>${FONT}</a:minorFont></a:fontScheme><a:fmtScheme name="BEN-monitor"><a:fillStyleLst>${FILL.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${LINE.repeat(3)}</a:lnStyleLst><a:effectStyleLst>${EFFECT.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${FILL.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`;
