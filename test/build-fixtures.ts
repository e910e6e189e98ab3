// Tests run the sources; the vectors they load are compiled afresh before the first test.
import { compileFixtures } from '../scripts/fixtures.mjs';

export const setup = (): void => compileFixtures();
