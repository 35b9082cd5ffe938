// Rules that docker-compose.yml has to keep, checked on its JSON from standard input: node compose.mjs CHECKOUT < compose.json
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const home = process.argv[2];
const compose = JSON.parse(readFileSync(0, 'utf8'));
const services = Object.entries(compose.services);
const wrong = [];
const must = (holds, what) => holds || wrong.push(what);

const wanted = ['timescaledb', 'backend', 'simulator', 'prometheus', 'alertmanager', 'grafana', 'cadvisor', 'node-exporter', 'postgres-exporter', 'mailpit', 'adminer'];
wanted.forEach((name) => must(compose.services[name], `there is no service ${name}`));

// Images: pinned, or built here.
for (const [name, service] of services) {
  const tag = service.image?.split('/').pop().split(':')[1];
  must(service.build ? !service.image : /\d+\.\d+\.\d+/.test(tag ?? ''), `${name}: image ${service.image} is not pinned`);
  must(service.mem_limit, `${name}: no memory limit`);
  must(service.restart === 'unless-stopped' || name === 'database-roles', `${name}: restart is ${service.restart}`);
  must(service.networks?.length, `${name}: no network is named`);
  must(service.networks?.every((one) => one in compose.networks), `${name}: unknown network`);
  for (const port of service.ports ?? []) {
    must(/^127\.0\.0\.1:\$\{[A-Z_]+:-\d+\}:\d+$/.test(port), `${name}: port ${port} is not bound to the loopback`);
  }
  for (const volume of service.volumes ?? []) {
    const source = volume.split(':')[0];
    must(
      source.startsWith('./') ? existsSync(join(home, source)) && volume.endsWith(':ro')
        : source.startsWith('/') ? /cadvisor|node-exporter/.test(name) && volume.includes(':ro') || volume === '/var/run:/var/run:ro'
          : source in compose.volumes,
      `${name}: volume ${volume}`,
    );
  }
  for (const [other, { condition }] of Object.entries(service.depends_on ?? {})) {
    const known = compose.services[other];
    // Our own images carry their health check in the Dockerfile.
    must(known && (condition !== 'service_healthy' || known.healthcheck || known.build), `${name} waits for the health of ${other}, which has no check`);
  }
}

// The database can be reached from its own network only, and that leads nowhere.
must(compose.networks.database?.internal === true, 'the network of the database is not internal');
must(compose.services.timescaledb.networks.join() === 'database', 'timescaledb is in other networks than its own');
must(!compose.services.timescaledb.ports, 'timescaledb publishes a port');

// Every variable is in .env.example; what is secret is demanded, and written nowhere.
const text = readFileSync(join(home, 'docker-compose.yml'), 'utf8');
const example = new Map(readFileSync(join(home, '.env.example'), 'utf8').split('\n').filter((line) => /^[A-Z_]+=/.test(line)).map((line) => line.split(/=(.*)/s)));
const variables = [...text.matchAll(/\$\{([A-Z_]+)(:?[-?])([^}]*)\}/g)];
for (const [, name, kind, rest] of variables) {
  must(example.has(name), `${name} is not in .env.example`);
  if (/PASSWORD|SECRET/.test(name)) {
    must(name.startsWith('ALERT_MAIL') ? rest === '' : kind === ':?', `${name} is a secret with a default`);
    must(!example.get(name), `${name} has a value in .env.example`);
  } else {
    must(kind !== ':-' || rest === example.get(name), `${name}: ${rest} here, ${example.get(name)} in .env.example`);
  }
}
const used = new Set(variables.map(([, name]) => name));
[...example.keys()].forEach((name) => must(used.has(name), `${name} of .env.example is used nowhere`));
must(!/\$[A-Z_]/.test(text.replaceAll('$$', '')), 'a variable without braces');

wrong.forEach((one) => console.error(one));
process.exitCode = wrong.length ? 1 : 0;
