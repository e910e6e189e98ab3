// Turns an input into words, each ended by a NUL: `lines` gives one a line, `argv` one an element of a JSON array, or else one a line.
const [kind = '', name = ''] = process.argv.slice(2);
const text = process.env[name] ?? '';

/** Ends with what is wrong, and exit code 2. */
function refuse(problem) {
  console.error(
    `error: failed to read the input ${name.slice('INPUT_'.length).toLowerCase().replaceAll('_', '-')}: ${problem}`,
  );
  process.exit(2);
}

const lines = () =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

function elements() {
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    refuse('it begins as a JSON array, and is none');
  }
  if (!Array.isArray(value) || value.some((word) => typeof word !== 'string' || word === '' || word.includes('\0')))
    refuse('an adapter is a JSON array of texts that are not empty');
  return value;
}

const words = kind === 'argv' && text.trimStart().startsWith('[') ? elements() : lines();
process.stdout.write(words.map((word) => `${word}\0`).join(''));
