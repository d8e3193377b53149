// Which slides somebody has left out, for each element as long as the page is there: the presentation and PowerPoint
// have the same ones. Nothing of it is saved.
import type { Slide, Story } from "../story/model";

const left = new WeakMap<object, Set<string>>();

export function leftOut(element: object): Set<string> {
  const known = left.get(element) ?? new Set();
  left.set(element, known);
  return known;
}

/** Those that take part. */
export function partsOf(story: Story, element: object): Slide[] {
  return story.slides.filter(({ key }) => !leftOut(element).has(key));
}
