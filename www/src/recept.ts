// Tells a recept from a file with cases, among what a person drops or chooses.
import { failure } from "./failure";
import { checkedRecept, type Recept } from "./state";

/** A recept is far smaller; anything larger is left alone. */
const LARGEST_RECEPT = 2_000_000;

/** The files to read, and the recept that was among them. */
export interface Sorted {
  files: File[];
  recept: Recept | null;
}

/**
 * Takes the recept out of the files: by what it is called, and by what it says.
 *
 * @throws element.bad-recept when it is called one and can't be read
 */
export async function sorted(given: File[]): Promise<Sorted> {
  const named = (file: File) => file.name.toLowerCase().endsWith(".json") || file.type === "application/json";
  let recept: Recept | null = null;
  const files = given.filter((file) => !named(file));
  for (const file of given.filter(named)) {
    const found = await receptIn(file);
    if (found) recept = found;
    else files.push(file);
  }
  return { files, recept };
}

/** Nothing where the file is a publication: that is shown, as a file with cases is. */
async function receptIn(file: File): Promise<Recept | null> {
  if (file.size > LARGEST_RECEPT) throw failure("element.bad-recept");
  try {
    const content = JSON.parse((await file.text()).replace(/^\ufeff/, ""));
    if (`${content?.schema}`.startsWith("ben-monitor/publication@")) return null;
    return checkedRecept(content);
  } catch {
    throw failure("element.bad-recept");
  }
}
