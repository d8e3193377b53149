// The page in a frame: shows what its address asks for, and tells the page around it how high that is.
import "./ben-monitor.js";

/** What may be asked, as the attributes of the element. */
const ATTRIBUTES = ["mode", "lang", "theme", "heading-level", "reference-date", "indicators"];
/** Addresses; of this site alone, or anyone could show figures of their own as those of this site. */
const ADDRESSES = ["src", "recept"];

const asked = new URLSearchParams(location.search);
const element = document.createElement("ben-monitor");
for (const name of ATTRIBUTES) {
  const value = asked.get(name);
  if (value !== null) element.setAttribute(name, value);
}
for (const name of ADDRESSES) {
  const value = asked.get(name);
  const address = value !== null && URL.canParse(value, location.href) ? new URL(value, location.href) : null;
  if (address?.origin === location.origin) element.setAttribute(name, address.href);
}
document.documentElement.lang = element.lang || "nl";
document.querySelector("main")?.append(element);

// The height tells nothing of what is shown: any page around may know it.
const tell = () => parent.postMessage({ type: "ben-frame", height: document.body.scrollHeight }, "*");
new ResizeObserver(tell).observe(document.body);
tell();
