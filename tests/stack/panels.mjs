// Asks what every panel of every dashboard asks.
//   node panels.mjs prometheus DASHBOARDS PROMETHEUS SECONDS ABSENT...   fails on an error, and on a panel that stays empty for so long
//   node panels.mjs sql DASHBOARDS DIRECTORY                             writes each SQL query to a file, for a long and for a short range
// ABSENT are beginnings of metric names that nothing here exports: a query of such metrics alone is only checked for being understood.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [kind, folder, where, seconds, ...absent] = process.argv.slice(2);
const dashboards = readdirSync(folder).map((file) => ({ file, ...JSON.parse(readFileSync(join(folder, file), 'utf8')) }));
const wrong = [];

/** Every query: which panel asks it, of which data source, and what. */
function queries(type) {
  return dashboards.flatMap((dashboard) =>
    dashboard.panels.flatMap((panel) =>
      (panel.targets ?? [])
        .filter((target) => target.datasource.type.includes(type))
        .map((target) => ({ dashboard, name: `${dashboard.title} / ${panel.title} / ${target.refId}`, ask: target.expr ?? target.rawSql })),
    ),
  );
}

function checkForm() {
  const ids = dashboards.map((dashboard) => dashboard.uid);
  if (new Set(ids).size !== ids.length) {
    wrong.push('two dashboards have one uid');
  }
  for (const { title, panels } of dashboards) {
    if (new Set(panels.map((panel) => panel.id)).size !== panels.length) {
      wrong.push(`${title}: two panels have one id`);
    }
    for (const panel of panels.filter((one) => one.type !== 'row')) {
      if (!panel.targets?.length || panel.targets.some((target) => !['prometheus', 'timescaledb'].includes(target.datasource.uid))) {
        wrong.push(`${title} / ${panel.title}: its data source is not provisioned`);
      }
    }
  }
}

// ---- Prometheus

async function prometheus(path, parameters) {
  const answer = await (await fetch(`${where}/api/v1/${path}?${new URLSearchParams(parameters)}`)).json();
  if (answer.status !== 'success') {
    throw new Error(answer.error);
  }
  return answer.data;
}

/** The value that a variable of a dashboard begins with. */
async function firstValue(variable) {
  const [, metric, label] = variable.definition.match(/^label_values\((\w+), (\w+)\)$/);
  const series = await prometheus('series', { 'match[]': metric });
  const [, body] = variable.regex?.match(/^\/(.*)\/$/) ?? [null, '.*'];
  return series.map((one) => one[label]).filter((value) => value && new RegExp(body).test(value)).sort()[0];
}

async function expand(query) {
  let text = query.ask.replaceAll('$__rate_interval', '1m').replaceAll('$__interval', '15s');
  for (const variable of query.dashboard.templating.list.filter((one) => one.datasource.type === 'prometheus')) {
    text = text.replaceAll(`$${variable.name}`, await firstValue(variable));
  }
  if (text.includes('$')) {
    throw new Error(`a variable that is not known here: ${text}`);
  }
  return text;
}

/** Metrics that the query names and nothing here exports. */
function notHere(text) {
  const bare = text.replaceAll(/"[^"]*"|\{[^}]*\}|\b(by|without) \([^)]*\)/g, '');
  const metrics = [...bare.matchAll(/\b[a-z]+_\w+\b(?! ?\()/g)].map(([name]) => name);
  return metrics.length > 0 && metrics.every((name) => absent.some((prefix) => name.startsWith(prefix)));
}

async function answered(query) {
  const text = await expand(query);
  const { result } = await prometheus('query', { query: text });
  if (result.length > 0) {
    return 'yes';
  }
  return notHere(text) ? 'not here' : 'empty';
}

async function askPrometheus() {
  const counts = { yes: 0, 'not here': 0 };
  let open = queries('prometheus');
  const end = Date.now() + Number(seconds) * 1000;
  while (open.length) {
    const still = [];
    for (const query of open) {
      const outcome = await answered(query).catch((error) => {
        wrong.push(`${query.name}: ${error.message}`);
        return 'error';
      });
      if (outcome === 'empty') {
        still.push(query);
      } else if (outcome in counts) {
        counts[outcome] += 1;
      }
    }
    open = still;
    if (open.length && Date.now() > end) {
      open.forEach((query) => wrong.push(`${query.name}: always empty: ${query.ask}`));
      break;
    }
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  console.log(`${counts.yes} queries answered with data; ${counts['not here']} understood, of metrics that nothing here exports`);
}

// ---- SQL

/** The query as Grafana would send it, for a range given as two SQL expressions. */
function sql(query, from, to) {
  let text = query.ask
    .replaceAll('$__timeFrom()', from)
    .replaceAll('$__timeTo()', to)
    .replaceAll(/\$__timeFilter\(([\w.:]+)\)/g, `$1 BETWEEN ${from} AND ${to}`)
    .replaceAll('$__unixEpochFrom()', `extract(epoch FROM ${from})`)
    .replaceAll('$__unixEpochTo()', `extract(epoch FROM ${to})`);
  for (const variable of query.dashboard.templating.list.filter((one) => one.datasource.type !== 'prometheus')) {
    text = text.replaceAll(`$${variable.name}`, `(SELECT __value FROM (${variable.query}) AS variable LIMIT 1)`);
  }
  if (text.includes('$')) {
    throw new Error(`a variable that is not known here: ${text}`);
  }
  return text;
}

function writeSql() {
  const newest = "(SELECT max(bucket) + interval '1 hour' FROM rollup_1h)";
  queries('postgresql').forEach((query, i) => {
    const file = join(where, `${String(i).padStart(2, '0')} ${query.name.replaceAll('/', '-')}`);
    writeFileSync(`${file} long.sql`, sql(query, "(now() - interval '400 days')", 'now()'));
    writeFileSync(`${file} short.sql`, sql(query, `(${newest} - interval '7 days')`, newest));
  });
}

checkForm();
await { prometheus: askPrometheus, sql: writeSql }[kind]();
wrong.forEach((one) => console.error(one));
process.exitCode = wrong.length ? 1 : 0;
