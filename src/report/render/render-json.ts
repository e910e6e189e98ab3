import type { Report } from '../types.js';
import { jsonText } from './json-text.js';

/** The report itself. */
export const renderJson = (report: Report): string => jsonText(report);
