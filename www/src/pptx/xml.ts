// The vocabularies of slides and charts.
import { RELATION } from "../office/xml";

const OFFICE = "http://schemas.openxmlformats.org";
export const NAMES = `xmlns:a="${OFFICE}/drawingml/2006/main" xmlns:r="${RELATION}" xmlns:p="${OFFICE}/presentationml/2006/main"`;
export const CHART_NAMES = `xmlns:c="${OFFICE}/drawingml/2006/chart" xmlns:a="${OFFICE}/drawingml/2006/main" xmlns:r="${RELATION}"`;
export const CHART_DATA = `${OFFICE}/drawingml/2006/chart`;
export const TABLE_DATA = `${OFFICE}/drawingml/2006/table`;
