// A mail server that takes everything: node mailbox.mjs PORT DIRECTORY; each message becomes a file.
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

const [port, directory] = process.argv.slice(2);
let messages = 0;

createServer((socket) => {
  let message = null;
  let rest = '';
  const say = (line) => socket.write(`${line}\r\n`);
  say('220 mailbox');
  socket.setEncoding('utf8');
  socket.on('error', () => {});
  socket.on('data', (text) => {
    const lines = (rest + text).split('\r\n');
    rest = lines.pop();
    for (const line of lines) {
      if (message !== null && line !== '.') {
        message += `${line}\n`;
      } else if (message !== null) {
        messages += 1;
        writeFileSync(join(directory, `${messages}.eml`), message.replaceAll('=\n', ''));
        message = null;
        say('250 taken');
      } else if (/^DATA/i.test(line)) {
        message = '';
        say('354 go on');
      } else if (/^QUIT/i.test(line)) {
        say('221 bye');
        socket.end();
      } else {
        say('250 mailbox');
      }
    }
  });
}).listen(Number(port), '127.0.0.1', () => console.log('listening'));
