// Questions that the shell tests ask: free ports, whether a service is ready, what its API answers.
import { createServer } from 'node:net';

const [question, ...rest] = process.argv.slice(2);

/** Ports that nobody listens on now. */
async function ports(count) {
  const servers = await Promise.all(
    Array.from(
      { length: Number(count) },
      () => new Promise((resolve) => { const server = createServer().listen(0, '127.0.0.1', () => resolve(server)); }),
    ),
  );
  console.log(servers.map((server) => server.address().port).join(' '));
  servers.forEach((server) => server.close());
}

/** Waits until the address answers 200. */
async function ready(url, seconds) {
  const end = Date.now() + Number(seconds) * 1000;
  while (Date.now() < end) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} did not answer 200 within ${seconds} s`);
}

/** Prints what an expression makes of the JSON there, `it`; with seconds, waits until that is the value wanted. */
async function json(url, expression, wanted, seconds = 0) {
  const value = new Function('it', `return ${expression}`);
  const end = Date.now() + Number(seconds) * 1000;
  for (;;) {
    const answer = await fetch(url);
    if (!answer.ok) {
      throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`);
    }
    const found = String(value(await answer.json()));
    if (wanted === undefined || found === wanted) {
      console.log(found);
      return;
    }
    if (Date.now() >= end) {
      throw new Error(`${expression} at ${url} is ${found}, not ${wanted}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/** Holds a port until it is killed. */
function hold(port) {
  createServer().listen(Number(port), '127.0.0.1', () => console.log('held'));
}

try {
  await { ports, ready, json, hold }[question](...rest);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
