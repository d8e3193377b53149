// The element's types, as a page has them that uses the package.
import "../../www/types/ben-monitor.d.ts";
