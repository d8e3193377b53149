// Puts a presentation together: every part with its type and its relations.

import { SHEET_TYPE } from "../office/cells";
import {
  contentTypes,
  esc,
  HEAD,
  PROPERTIES,
  PROPERTIES_RELATION,
  PROPERTIES_TYPE,
  type Relation,
  relations,
} from "../office/xml";
import { type Entry, zip } from "../office/zip";
import type { Slide, Story } from "../story/model";
import type { StoryTexts } from "../story/texts";
import { book } from "./book";
import { chartOf } from "./chart";
import { type LayoutNames, master, messageLayout, notesMaster, openingLayout } from "./master";
import { HEIGHT, WIDTH } from "./shapes";
import { messageSlide, notesSlide, openingSlide, tagOf } from "./slides";
import { theme } from "./theme";
import { NAMES } from "./xml";

export const PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation";

const PART = "application/vnd.openxmlformats-officedocument.presentationml";
const DRAWING = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";
const THEME = "application/vnd.openxmlformats-officedocument.theme+xml";

/** The first slide among the relations of the presentation. */
const FIRST_SLIDE = 7;

/** How it is opened: slide and notes. PowerPoint repairs a file without it. */
const VIEW = `${HEAD}<p:viewPr ${NAMES}><p:normalViewPr><p:restoredLeft sz="15620"/><p:restoredTop sz="84000"/></p:normalViewPr><p:notesTextViewPr><p:cViewPr><p:scale><a:sx n="1" d="1"/><a:sy n="1" d="1"/></p:scale><p:origin x="0" y="0"/></p:cViewPr></p:notesTextViewPr><p:gridSpacing cx="76200" cy="76200"/></p:viewPr>`;

/** A part with its relations, and its type where its name does not tell. */
interface Part {
  path: string;
  content: string | Uint8Array;
  type?: string;
  relations?: Relation[];
}

/** The presentation as the bytes of a PPTX file. `slides`: those of the story that take part. */
export async function writeSlides(story: Story, slides: Slide[], own: StoryTexts): Promise<Blob> {
  const made = await Promise.all(slides.map((one, place) => slideParts(story, one, place + 2, own)));
  const opening = [
    ...notesParts(
      story,
      1,
      story.about.map(([label, words]) => `${label}: ${words}`),
      own,
    ),
    {
      path: "ppt/slides/slide1.xml",
      content: openingSlide(story, own),
      type: `${PART}.slide+xml`,
      relations: slideRelations(1, 1),
    },
  ];
  const parts = [...frame(story, slides.length + 1, own), ...opening, ...made.flat()];
  return new Blob([await zip(entriesOf(parts))], { type: PPTX });
}

/** What every part needs beside itself. */
function entriesOf(parts: Part[]): Entry[] {
  const types = parts.flatMap(({ path, type }): [string, string][] => (type ? [[path, type]] : []));
  const ends: [string, string][] = [["xlsx", `${SHEET_TYPE}.sheet`]];
  return [
    { path: "[Content_Types].xml", content: contentTypes(types, ends) },
    {
      path: "_rels/.rels",
      content: relations([
        ["officeDocument", "ppt/presentation.xml"],
        [PROPERTIES_RELATION, "docProps/core.xml"],
        ["extended-properties", "docProps/app.xml"],
      ]),
    },
    ...parts.flatMap(({ path, content, relations: related }) => [
      { path, content },
      ...(related ? [{ path: relationsOf(path), content: relations(related) }] : []),
    ]),
  ];
}

function relationsOf(path: string): string {
  return path.replace(/([^/]+)$/, "_rels/$1.rels");
}

/** What all slides share. */
function frame(story: Story, count: number, own: StoryTexts): Part[] {
  const names: LayoutNames = {
    opening: own.presentation,
    message: own.figures,
    mark: story.mark,
    parts: own.parts,
    lang: tagOf(story),
    isInternal: story.isInternal,
  };
  const places = Array.from({ length: count }, (_, place) => place + 1);
  return [
    {
      path: "ppt/presentation.xml",
      content: presentation(count, tagOf(story)),
      type: `${PART}.presentation.main+xml`,
      relations: [
        ["slideMaster", "slideMasters/slideMaster1.xml"],
        ["notesMaster", "notesMasters/notesMaster1.xml"],
        ["presProps", "presProps.xml"],
        ["viewProps", "viewProps.xml"],
        ["theme", "theme/theme1.xml"],
        ["tableStyles", "tableStyles.xml"],
        ...places.map((place): Relation => ["slide", `slides/slide${place}.xml`]),
      ],
    },
    {
      path: "ppt/slideMasters/slideMaster1.xml",
      content: master(names),
      type: `${PART}.slideMaster+xml`,
      relations: [
        ["slideLayout", "../slideLayouts/slideLayout1.xml"],
        ["slideLayout", "../slideLayouts/slideLayout2.xml"],
        ["theme", "../theme/theme1.xml"],
      ],
    },
    ...[openingLayout(names), messageLayout(names)].map(
      (content, place): Part => ({
        path: `ppt/slideLayouts/slideLayout${place + 1}.xml`,
        content,
        type: `${PART}.slideLayout+xml`,
        relations: [["slideMaster", "../slideMasters/slideMaster1.xml"]],
      }),
    ),
    {
      path: "ppt/notesMasters/notesMaster1.xml",
      content: notesMaster(names),
      type: `${PART}.notesMaster+xml`,
      relations: [["theme", "../theme/theme2.xml"]],
    },
    { path: "ppt/theme/theme1.xml", content: theme, type: THEME },
    { path: "ppt/theme/theme2.xml", content: theme, type: THEME },
    ...properties(story, own),
  ];
}

function presentation(count: number, lang: string): string {
  const slides = Array.from(
    { length: count },
    (_, place) => `<p:sldId id="${256 + place}" r:id="rId${FIRST_SLIDE + place}"/>`,
  );
  return `${HEAD}<p:presentation ${NAMES} saveSubsetFonts="1"><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst><p:sldIdLst>${slides.join("")}</p:sldIdLst><p:sldSz cx="${WIDTH}" cy="${HEIGHT}"/><p:notesSz cx="6858000" cy="9144000"/><p:defaultTextStyle><a:defPPr><a:defRPr lang="${lang}"/></a:defPPr></p:defaultTextStyle></p:presentation>`;
}

/** Title and language for whoever looks for the file; no day and no person. */
function properties({ title, lang, mark, isInternal }: Story, own: StoryTexts): Part[] {
  const named = isInternal ? `${mark}: ${title}` : title;
  const core = `${HEAD}<cp:coreProperties xmlns:cp="${PROPERTIES}" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${esc(named)}</dc:title><dc:creator>BEN-monitor</dc:creator><dc:language>${tagOf({ lang })}</dc:language></cp:coreProperties>`;
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
  return [
    {
      path: "ppt/presProps.xml",
      content: `${HEAD}<p:presentationPr ${NAMES}/>`,
      type: `${PART}.presProps+xml`,
    },
    { path: "ppt/viewProps.xml", content: VIEW, type: `${PART}.viewProps+xml` },
    {
      path: "ppt/tableStyles.xml",
      content: `${HEAD}<a:tblStyleLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" def="{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"/>`,
      type: `${PART}.tableStyles+xml`,
    },
    { path: "docProps/core.xml", content: core, type: PROPERTIES_TYPE },
    {
      path: "docProps/app.xml",
      content: `${HEAD}<Properties xmlns="${office}"><Application>${esc(own.madeWith)}</Application></Properties>`,
      type: "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    },
  ];
}

/** A slide with its notes, and with its chart where it has one. */
async function slideParts(story: Story, one: Slide, number: number, own: StoryTexts): Promise<Part[]> {
  const related = slideRelations(number, 2);
  const slide: Part = {
    path: `ppt/slides/slide${number}.xml`,
    content: messageSlide(story, one, number, own),
    type: `${PART}.slide+xml`,
    relations: related,
  };
  const parts = [slide, ...notesParts(story, number, one.notes, own)];
  if (one.figure?.kind !== "bars") return parts;
  related.push(["chart", `../charts/chart${number}.xml`]);
  const { xml, rows, percent } = chartOf(one.figure, tagOf(story), own.share);
  return [
    ...parts,
    {
      path: `ppt/charts/chart${number}.xml`,
      content: xml,
      type: DRAWING,
      relations: [["package", `../embeddings/data${number}.xlsx`]],
    },
    { path: `ppt/embeddings/data${number}.xlsx`, content: await book(rows, percent) },
  ];
}

function slideRelations(number: number, layout: number): Relation[] {
  return [
    ["slideLayout", `../slideLayouts/slideLayout${layout}.xml`],
    ["notesSlide", `../notesSlides/notesSlide${number}.xml`],
  ];
}

function notesParts(story: Story, number: number, notes: string[], own: StoryTexts): Part[] {
  return [
    {
      path: `ppt/notesSlides/notesSlide${number}.xml`,
      content: notesSlide(story, notes, own),
      type: `${PART}.notesSlide+xml`,
      relations: [
        ["notesMaster", "../notesMasters/notesMaster1.xml"],
        ["slide", `../slides/slide${number}.xml`],
      ],
    },
  ];
}
