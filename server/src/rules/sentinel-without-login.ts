import type { Project } from '../model/project.js';
import { placeOf, type Statement } from '../model/statement.js';
import { anchorOf } from './anchor.js';
import { type Context, defineRule, type Report } from './define.js';
import { isOpenDefault } from './principals.js';
import { isMeant, sentinelLines, type Watched, watchedBy } from './sentinel-links.js';

export default defineRule({
  id: 'sentinel-without-login',
  aliases: ['sentinel-credentials-incomplete'],
  kind: 'safety',
  severity: 'error',
  tags: ['sentinel', 'authentication'],
  summary: 'A Sentinel cannot log in to the servers it watches, or the Sentinels not to each other.',
  rationale:
    'Sentinel logs in to a server with sentinel auth-pass, as the default user unless sentinel auth-user names another, and ' +
    'to other Sentinels with sentinel sentinel-pass, or else with its own requirepass. Where that fails, it takes the ' +
    'server for down and nobody else sees it so, or finds no other Sentinel to agree with: nothing fails over.',
  silentWhen:
    'The file of the server that is watched does not stand in the same folder, or no user is known of it, as far as that is concerned.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/sentinel/', 'CWE-1188'],
  example: {
    bad: `
        -- sentinel.conf --
        sentinel monitor m 127.0.0.1 6379 2
      #                  ^ this master wants a password, and Sentinel sends none: set sentinel auth-pass m
        -- redis.conf --
        port 6379
        requirepass 0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186
        masterauth 0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186
    `,
    good: `
        -- sentinel.conf --
        sentinel monitor m 127.0.0.1 6379 2
        sentinel auth-pass m 0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186
        -- redis.conf --
        port 6379
        requirepass 0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186
        masterauth 0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186
    `,
  },

  project(context, report) {
    const { project } = context;
    if (project.kind !== 'sentinel' || project.withheld.length > 0) return;
    for (const watched of watchedBy(project)) {
      const server = project.beside.projects.find((known) => isMeant(watched, known));
      if (server !== undefined && server.withheld.length === 0) toServer(watched, server, report);
    }
    toSentinels(context, report);
  },
});

/** `sentinelSendAuthIfNeeded`, sentinel.c. */
function toServer({ name, monitor, password, user }: Watched, server: Project, report: Report): void {
  const open = server.users.get('default');
  if (open === undefined || isOpenDefault(open)) return;
  const file = server.root.path.slice(server.root.path.lastIndexOf('/') + 1);
  const related = [{ at: anchorOf(server, 'requirepass', 'aclfile'), message: 'the server is set up here' }];
  if (password === undefined) {
    const message = `this master wants a password, and Sentinel sends none: set sentinel auth-pass ${name}`;
    report(argumentPlace(monitor, 1), message, { related });
  } else if (user === undefined && !open.enabled) {
    const message = `this logs in as the default user, which is off in ${file}: name the user with sentinel auth-user ${name}`;
    report(argumentPlace(password, 0), message, { related });
  } else if (user !== undefined && !server.users.has(user.args[2]?.value ?? '')) {
    report(argumentPlace(user, 2), `${file} knows no user of this name: define it there`, { related });
  }
}

function toSentinels({ project }: Context, report: Report): void {
  const own = project.users.get('default');
  if (own === undefined || isOpenDefault(own)) return;
  const user = sentinelLines(project, 'sentinel-user').at(-1);
  if (sentinelLines(project, 'sentinel-pass').length > 0) return;
  if (user !== undefined) {
    report(
      argumentPlace(user, 0),
      'Sentinels log in to each other as this user without a password: set sentinel sentinel-pass',
    );
  } else if (!own.enabled || project.settings.text('requirepass') === '') {
    const message = 'Sentinels cannot log in to each other: set sentinel sentinel-user and sentinel sentinel-pass';
    report(own.definedAt ?? anchorOf(project), message);
  }
}

function argumentPlace(statement: Statement, index: number) {
  return placeOf(statement, statement.args[index] ?? statement.name);
}
