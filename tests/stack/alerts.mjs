// Every alert has a runbook with its four parts, a test in which it fires and one in which it keeps quiet; and nothing is left over.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const home = process.argv[2];
const rules = join(home, 'monitoring/prometheus/rules');
const runbooks = join(home, 'docs/runbooks');
const wrong = [];
const must = (holds, what) => holds || wrong.push(what);
const alerts = [];

for (const file of readdirSync(rules)) {
  const tests = readFileSync(join(rules, '../tests', file), 'utf8').split(/^ {2}- name: /m);
  for (const rule of readFileSync(join(rules, file), 'utf8').split(/^ *- alert: /m).slice(1)) {
    const name = rule.split('\n')[0];
    alerts.push(name);
    must(/severity: (critical|warning|info)\n/.test(rule), `${name}: severity`);
    must(/ part: \w+\n/.test(rule), `${name}: part`);
    must(rule.includes(`runbook: docs/runbooks/${name}.md`), `${name}: its runbook is not linked`);
    const own = tests.filter((test) => test.includes(`alertname: ${name}\n`));
    must(own.some((test) => test.includes('exp_labels:')), `${name}: no test lets it fire`);
    must(own.some((test) => test.includes('exp_alerts: []')), `${name}: no test in which it keeps quiet`);
    let runbook = '';
    try {
      runbook = readFileSync(join(runbooks, `${name}.md`), 'utf8');
    } catch {
      must(false, `${name}: no runbook`);
    }
    const parts = [...runbook.matchAll(/^#+ (.*)$/gm)].map(([, heading]) => heading);
    must(parts.join() === `${name},Meaning,Impact,Diagnosis,Mitigation`, `${name}: the parts of its runbook are ${parts}`);
    for (const [, target] of runbook.matchAll(/\]\((\w+)\.md\)/g)) {
      must(readdirSync(runbooks).includes(`${target}.md`), `${name}: its runbook links to ${target}`);
    }
  }
}
must(alerts.length >= 10, `there are only ${alerts.length} alerts`);
readdirSync(runbooks).filter((file) => !alerts.includes(file.replace('.md', ''))).forEach((file) => must(false, `${file} belongs to no alert`));

wrong.forEach((one) => console.error(one));
console.log(`${alerts.length} alerts`);
process.exitCode = wrong.length ? 1 : 0;
