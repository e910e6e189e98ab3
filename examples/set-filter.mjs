// Makes the expression on stdin the filter of the broker at the URL it is given: PUT, with the expression as the body.
// Exit code 0: it is in force. 65: the broker refuses it. Anything else: it could not be set.
const url = process.argv[2];
let expression = '';
for await (const chunk of process.stdin.setEncoding('utf8')) expression += chunk;
const response = await fetch(url, { method: 'PUT', body: expression });
const answer = await response.text();
if (!response.ok) process.stderr.write(`${response.status} ${answer}\n`);
process.exitCode = response.ok ? 0 : response.status === 422 ? 65 : 1;
